import type { ConsultEvidence } from '../../model/evidence/evidence.ts';
import { type Verdict, verdict } from '../../model/marking/verdict.ts';
import { type Check, check } from '../check.ts';
import { arrangedVoice, type FoundMessage, type Probes } from '../probes.ts';
import { KEY_MS, type Owner, playKeys } from './consult.ts';

/**
 * So much of voicemail's voice is an answer. A box that opened plays its message at once; otherwise
 * "login incorrect" is over by then (1.46 s), which takes no keys: what is pressed meanwhile is lost.
 */
const ANSWER_SECONDS = 1.6;
/** When no more keys follow, it is enough to have heard that it is no message. */
const LAST_ANSWER_SECONDS = 1;
/** Voicemail puts a heard message away when the call is over (ms). */
const MOVED_WITHIN = 300;

/** The visit with wrong PINs, and where the message in the box is afterwards. */
export interface PinEvidence {
  readonly visit: ConsultEvidence;
  readonly folder: string | null;
}

/** A wrong PIN doesn't open the box, nor (unless quick) does an empty one. A message in it would tell. */
export function pinCheck(request: Omit<Owner, 'caller'>, quick: boolean): Check {
  const { context, owner } = request;
  return check({
    id: 'voicemail.pin',
    needs: [`voicemail.deposit.${context}`],
    lines: [owner],
    // A message that was heard and stayed new: the PIN that opened the box was right all the same.
    controls: [{ check: `voicemail.consult.${context}`, least: 'partial' }],
    probe: (probes) => tryPins(probes, request, quick),
    judge: (evidence) => judgePin(request, evidence),
    inherent: ({ visit }) =>
      KEY_MS * visit.keys.length + 1000 * (LAST_ANSWER_SECONDS + (quick ? 0 : ANSWER_SECONDS)),
  });
}

async function tryPins(
  probes: Probes,
  { context, owner, pin, number }: Omit<Owner, 'caller'>,
  quick: boolean,
): Promise<PinEvidence> {
  const voice = arrangedVoice(owner);
  const { before } = await probes.arrange({ context, mailbox: owner, voice });
  const play = playKeys(before);
  // First the keys that would play the message of a box that asks for no PIN. Of one that does they
  // become a part of the wrong PIN; after it they would play the message if that had been accepted.
  const wrong = wrongPin(quick ? pin.slice(0, 1) : pin, probes.random);
  const wrongKeys = `${play}${wrong}#${play}`;
  const steps = quick
    ? [{ keys: wrongKeys, listen: LAST_ANSWER_SECONDS }]
    : [
        { keys: wrongKeys, listen: ANSWER_SECONDS },
        { keys: `#${play}`, listen: LAST_ANSWER_SECONDS },
      ];
  const visit = await probes.consult({ caller: owner, number, steps, voice });
  const arranged = (found: readonly FoundMessage[]) =>
    found.find((message) => message.voice === voice);
  const moved = (found: readonly FoundMessage[]) => arranged(found)?.folder !== 'INBOX';
  const found = await probes.messages(moved, MOVED_WITHIN);
  return { visit, folder: arranged(found)?.folder ?? null };
}

/** Judges: the message was neither heard nor, as a heard one is, moved to Old. */
export function judgePin(
  { owner, number }: Pick<Owner, 'owner' | 'number'>,
  { visit, folder }: PinEvidence,
): Verdict {
  if (visit.outcome === 'stalled') {
    const what = `${owner} → ${number}`;
    return verdict('timeout', 'took-too-long', { what, awaited: visit.timeline });
  }
  if (folder === null) {
    return verdict('inconclusive', 'check-broken', { said: `${owner}: message lost` });
  }
  const opened = visit.heard > 0 || folder !== 'INBOX';
  return opened
    ? verdict('fail', 'pin-ignored', { owner, number })
    : verdict('pass', 'pin-needed', { owner });
}

/** As many digits as the PIN has, every one another than the PIN's. */
function wrongPin(pin: string, random: () => number): string {
  return [...pin]
    .map((digit) => String((Number(digit) + 1 + Math.floor(random() * 9)) % 10))
    .join('');
}
