import { labError } from '../../base/lab-error.ts';
import { type CallRow, parseCalls } from '../../model/calls/call-row.ts';
import { type CloseReason, closeReason } from '../../model/calls/close-reason.ts';
import { isOfCall } from './event-condition.ts';
import type { LineClient } from './line-client.ts';

/** A key lasts 180 ms and the gap after it 60 ms (RFC 4733 events, as baresip sends them). */
const KEY_MS = 240;

const HANG_UP_WITHIN = 5000;

/** Begins a call. What comes of it is in the events that follow. */
export async function dial(line: LineClient, number: string): Promise<void> {
  await line.command('dial', number);
}

/** Takes the call that is coming in. */
export async function answer(line: LineClient): Promise<void> {
  await expectCall(line, 'INCOMING');
  await line.command('accept');
}

/** Ends the line's call, and waits until it is over; null when there was none. */
export async function hangUp(line: LineClient): Promise<CloseReason | null> {
  // From before the question on: the other end may hang up between the answer and our command.
  const since = line.mark;
  if ((await calls(line)).length === 0) return null;
  await line.command('hangup');
  const closed = await line.waitFor(isOfCall(['CALL_CLOSED']), {
    since,
    within: HANG_UP_WITHIN,
    reason: 'CALL_CLOSED',
  });
  return closeReason(closed.param);
}

/**
 * Sends keys (0-9 * # A-D) into the call, and says how many ms they take. baresip agrees even when
 * nothing is sent: only the other end can prove that they arrived.
 */
export async function sendDigits(line: LineClient, digits: string): Promise<number> {
  if (!/^[0-9*#A-D]+$/.test(digits)) throw labError('keys-unknown', { keys: digits });
  await expectCall(line, 'ESTABLISHED');
  await line.command('sndcode', digits);
  return KEY_MS * digits.length;
}

/** The calls that a line has now. */
export async function calls(line: LineClient): Promise<readonly CallRow[]> {
  return parseCalls(await line.command('listcalls'));
}

/**
 * Makes a WAV file in the station the line's voice, in this call and the next ones. Its end would
 * end the call (baresip 1): it must be longer than any call, 8 kHz, mono, 16 bits.
 */
export async function setSource(line: LineClient, path: string): Promise<void> {
  const reply = await line.command('ausrc', `aufile,${path}`);
  // A source that it can't have is answered with ok too, and with other words.
  if (!reply.startsWith('switch audio device')) throw line.refusal('ausrc', reply);
}

/** baresip says yes to `accept` and `sndcode` even when there is no call to act on. */
async function expectCall(line: LineClient, state: string): Promise<void> {
  const rows = await calls(line);
  if (!rows.some((row) => row.state === state))
    throw labError('softphone-no-call', { line: line.line });
}
