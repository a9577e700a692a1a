/** The first bytes of pcapng, of pcap in either byte order and time unit, and of a gzip of them. */
const BEGINNINGS = ['0a0d0d0a', 'd4c3b2a1', 'a1b2c3d4', '4d3cb2a1', 'a1b23c4d', '1f8b'];

/** How many of a file's bytes are enough to know its format. */
export const TELLING_BYTES = 4;

/** True when a file that begins so can be a capture. */
export function isCapture(beginning: Uint8Array): boolean {
  const hex = Buffer.from(beginning).toString('hex');
  return BEGINNINGS.some((known) => hex.startsWith(known));
}

/** Where the first packet's record begins in a pcap file. */
const FILE_HEADER = 24;

/** When the first packet of a little-endian pcap passed, in seconds since 1970; null: there is none. */
export function firstPacketTime(pcap: Buffer): number | null {
  if (pcap.length < FILE_HEADER + 8 || pcap.readUInt32LE(0) !== 0xa1b2c3d4) return null;
  return pcap.readUInt32LE(FILE_HEADER) + pcap.readUInt32LE(FILE_HEADER + 4) / 1e6;
}
