/** A capture in classic pcap of frames of Ethernet, taken apart. */
export interface Packets {
  readonly header: Buffer;
  readonly packets: readonly Packet[];
}

/** One packet: what pcap says of it (its time first), and its frame. */
export interface Packet {
  readonly record: Buffer;
  readonly frame: Buffer;
}

/** What a packet of IPv4 carries by UDP. */
export interface Datagram {
  /** Four bytes each. */
  readonly from: Buffer;
  readonly to: Buffer;
  readonly ports: readonly [number, number];
  readonly payload: Buffer;
}

const FILE_HEADER = 24;
const RECORD = 16;
const ETHERNET = 14;
const IPV4_UDP = 20 + 8;

/** Takes a capture apart. */
export function packetsOf(capture: Buffer): Packets {
  const packets: Packet[] = [];
  for (let at = FILE_HEADER; at + RECORD <= capture.length; ) {
    const record = capture.subarray(at, at + RECORD);
    const end = at + RECORD + record.readUInt32LE(8);
    packets.push({ record, frame: capture.subarray(at + RECORD, end) });
    at = end;
  }
  return { header: capture.subarray(0, FILE_HEADER), packets };
}

/** Puts a capture together again. */
export function captureOf({ header, packets }: Packets): Buffer {
  const parts = packets.flatMap(({ record, frame }) => {
    const sized = Buffer.from(record);
    sized.writeUInt32LE(frame.length, 8);
    sized.writeUInt32LE(frame.length, 12);
    return [sized, frame];
  });
  return Buffer.concat([header, ...parts]);
}

/** What a frame carries; null where that is anything but UDP over IPv4 without options. */
export function datagramOf(frame: Buffer): Datagram | null {
  if (frame.length < ETHERNET + IPV4_UDP) return null;
  const ip = frame.subarray(ETHERNET);
  if (frame.readUInt16BE(12) !== 0x0800 || ip[0] !== 0x45 || ip[9] !== 17) return null;
  const udp = ip.subarray(20);
  return {
    from: ip.subarray(12, 16),
    to: ip.subarray(16, 20),
    ports: [udp.readUInt16BE(0), udp.readUInt16BE(2)],
    payload: udp.subarray(8, udp.readUInt16BE(4)),
  };
}

/** The same frame with other addresses and another payload. */
export function withDatagram(
  frame: Buffer,
  { from, to, payload }: Pick<Datagram, 'from' | 'to' | 'payload'>,
): Buffer {
  const head = Buffer.from(frame.subarray(0, ETHERNET + IPV4_UDP));
  const ip = head.subarray(ETHERNET);
  from.copy(ip, 12);
  to.copy(ip, 16);
  ip.writeUInt16BE(IPV4_UDP + payload.length, 2);
  ip.writeUInt16BE(0, 10);
  ip.writeUInt16BE(checksum(ip.subarray(0, 20)), 10);
  ip.writeUInt16BE(8 + payload.length, 24);
  // UDP may go without.
  ip.writeUInt16BE(0, 26);
  return Buffer.concat([head, payload]);
}

/** RFC 1071. */
function checksum(header: Buffer): number {
  let sum = 0;
  for (let at = 0; at < header.length; at += 2) sum += header.readUInt16BE(at);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}

/** True for a message of SIP, whatever ports it goes by. */
export function isSip({ payload }: Datagram): boolean {
  return /^(?:SIP\/2\.0 \d{3} |[A-Z]+ sip:)/.test(payload.toString('latin1', 0, 64));
}
