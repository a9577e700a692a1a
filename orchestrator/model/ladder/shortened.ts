/** How long a packet was, and how much of it the capture kept: `tcpdump -s` cuts each one. */
export const LENGTH_FIELDS = ['frame.len', 'frame.cap_len'] as const;

const LENGTHS = /"frame_len":\["(\d+)"\],"frame_cap_len":\["(\d+)"\]/;

/** Counts the SIP packets of a dissection that the capture did not keep whole. */
export function shortenedPackets(dissection: string): number {
  return dissection.split('\n').filter((line) => {
    const [, length, kept] = LENGTHS.exec(line) ?? [];
    return length !== undefined && Number(kept) < Number(length);
  }).length;
}
