import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { LENGTH_FIELDS } from '../../model/ladder/shortened.ts';
import { SIP_FIELDS } from '../../model/ladder/sip-message.ts';

/** A file made to occupy tshark would do so for ever; a lesson's capture takes a second. */
const LONGEST_S = 120;

/** `timeout` ends with this status when it had to end something. */
const TIMED_OUT = 124;

/** SIP inside a router's complaint about a packet was not sent by whom it names. */
const FILTER = 'sip && !icmp && !icmpv6';

/** The command of the probe image that dissects the capture on its standard input. */
export function dissectCommand(): readonly string[] {
  return tshark(SIP_FIELDS, []);
}

/**
 * The same for a capture that is judged: with the length of packets, and with voices that no message
 * of the capture asked for, as where it begins in the middle of a call.
 */
export function judgingCommand(): readonly string[] {
  return tshark([...SIP_FIELDS, ...LENGTH_FIELDS], ['--enable-heuristic', 'rtp_udp']);
}

function tshark(fields: readonly string[], options: readonly string[]): readonly string[] {
  const asked = fields.flatMap((field) => ['-e', field]);
  const command = ['tshark', '-n', ...options, '-r', '-', '-Y', FILTER, '-T', 'ek', ...asked];
  return ['timeout', String(LONGEST_S), ...command, '-z', 'rtp,streams'];
}

/** How a dissection went: whole, up to where the file is cut off, or not at all. */
export type DissectionEnd =
  | { readonly ended: 'whole' | 'cut' }
  | { readonly ended: 'failed'; readonly said: string };

/** A running `dissectCommand`. */
export interface Dissecting {
  readonly input: Writable;
  readonly output: Readable;
  readonly errors: Readable;
  /** The exit status. */
  readonly gone: Promise<number>;
}

/** Feeds a capture to tshark and reads all that it prints. */
export async function dissect(
  { input, output, errors, gone }: Dissecting,
  capture: Readable,
): Promise<{ readonly printed: string; readonly end: DissectionEnd }> {
  // One that isn't a capture is not read to its end: what tshark says of it is what counts.
  capture.on('error', () => input.end());
  input.on('error', () => capture.destroy());
  capture.pipe(input);
  const [printed, complaints] = await Promise.all([text(output), text(errors)]);
  capture.destroy();
  return { printed, end: dissectionEnd(await gone, complaints) };
}

/** Judges a dissection by tshark's exit status and what it complained of. */
function dissectionEnd(code: number, complaints: string): DissectionEnd {
  if (code === 0) return { ended: 'whole' };
  if (complaints.includes('cut short in the middle of a packet')) return { ended: 'cut' };
  const lines = complaints.split('\n').filter((line) => line.startsWith('tshark: '));
  const said = lines.map((line) => line.slice('tshark: '.length).trim()).join(' ');
  if (said !== '') return { ended: 'failed', said };
  return { ended: 'failed', said: code === TIMED_OUT ? `> ${LONGEST_S} s` : `tshark: ${code}` };
}
