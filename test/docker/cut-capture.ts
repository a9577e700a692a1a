/** Packets of a pcapng file are blocks of this kind, their bytes behind so many others. */
const PACKET = 6;
const DATA = 28;
const UDP = 17;
const FIRST_VOICE_PORT = 10_000;

/** The same pcapng without what an address says by RTP: as if it had been deaf to it. */
export function withoutVoiceFrom(capture: Buffer, address: string): Buffer {
  const source = Buffer.from(address.split('.').map(Number));
  const isVoice = (packet: Buffer) =>
    packet.readUInt16BE(12) === 0x0800 &&
    packet[23] === UDP &&
    packet.subarray(26, 30).equals(source) &&
    packet.readUInt16BE(36) >= FIRST_VOICE_PORT;
  const kept: Buffer[] = [];
  for (let at = 0; at < capture.length; ) {
    const length = capture.readUInt32LE(at + 4);
    const block = capture.subarray(at, at + length);
    if (block.readUInt32LE(0) !== PACKET || !isVoice(block.subarray(DATA))) kept.push(block);
    at += length;
  }
  return Buffer.concat(kept);
}
