import type { Endpoint } from './sip-message.ts';

/** One voice in one direction. Times in seconds since the capture's first packet. */
export interface RtpStream {
  readonly from: Endpoint;
  readonly to: Endpoint;
  readonly start: number;
  readonly end: number;
  /** What tells it from others between the same ends, `0x3be407ea`. */
  readonly ssrc: string;
  /** By the names of session descriptions: PCMU, telephone-event. */
  readonly codecs: readonly string[];
  readonly packets: number;
  readonly lost: number;
  /** Mean jitter (ms). */
  readonly jitter: number;
}

/** start, end, from, port, to, port, SSRC, payloads, packets, lost; then least, mean and most of delta and of jitter. */
const ROW =
  /^\s*(\d+\.\d+)\s+(\d+\.\d+)\s+(\S+)\s+(\d+)\s+(\S+)\s+(\d+)\s+(0x[0-9A-F]+)\s+(.*?)\s+(\d+)\s+(-?\d+) \([^)]*\)(?:(?:\s+\S+){4}\s+([\d.]+))?/i;

/** Wireshark's own names for what session descriptions call otherwise. */
const CODECS: Readonly<Record<string, string>> = { g711U: 'PCMU', g711A: 'PCMA' };

/** Reads the table that tshark prints for `-z rtp,streams`, in the order of time. */
export function rtpStreams(lines: readonly string[]): readonly RtpStream[] {
  return lines
    .flatMap((line) => {
      const row = ROW.exec(line);
      return row === null ? [] : [rtpStream(row)];
    })
    .sort((one, other) => one.start - other.start);
}

function rtpStream(row: RegExpExecArray): RtpStream {
  const [, start, end, source = '', sourcePort, target = '', targetPort, ssrc = '', codecs = ''] =
    row;
  const [packets, lost, jitter] = row.slice(9).map((cell) => Number(cell ?? 0));
  return {
    from: { address: source, port: Number(sourcePort) },
    to: { address: target, port: Number(targetPort) },
    start: Number(start),
    end: Number(end),
    ssrc: ssrc.toLowerCase(),
    codecs: codecs
      .split(', ')
      .filter((name) => name !== '')
      .map((name) => CODECS[name] ?? name),
    packets: packets ?? 0,
    // Packets that came twice make it negative.
    lost: Math.max(0, lost ?? 0),
    jitter: jitter ?? 0,
  };
}
