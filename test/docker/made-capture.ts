/** An IPv4 packet between two SIP ports, without any frame around it. */
export function udp(from: string, to: string, text: string): Buffer {
  const bytes = (address: string) => Buffer.from(address.split('.').map(Number));
  const header = Buffer.from('4500000000010000401100000000000000000000', 'hex');
  header.writeUInt16BE(28 + text.length, 2);
  bytes(from).copy(header, 12);
  bytes(to).copy(header, 16);
  const ports = Buffer.alloc(8);
  ports.writeUInt16BE(5060, 0);
  ports.writeUInt16BE(5060, 2);
  ports.writeUInt16BE(8 + text.length, 4);
  return Buffer.concat([header, ports, Buffer.from(text)]);
}

/** A classic pcap of packets a millisecond apart; link type 101 is IP without frames. */
export function pcap(...packets: readonly Buffer[]): Buffer {
  const head = Buffer.from('d4c3b2a1020004000000000000000000ffff000065000000', 'hex');
  const records = packets.flatMap((packet, index) => {
    const record = Buffer.alloc(16);
    record.writeUInt32LE(1_700_000_000, 0);
    record.writeUInt32LE(index * 1000, 4);
    record.writeUInt32LE(packet.length, 8);
    record.writeUInt32LE(packet.length, 12);
    return [record, packet];
  });
  return Buffer.concat([head, ...records]);
}
