import type { ConsultEvidence } from '../../model/evidence/evidence.ts';
import { type Verdict, verdict } from '../../model/marking/verdict.ts';
import { type Check, check } from '../check.ts';
import {
  arrangedVoice,
  type ConsultRequest,
  type FoundMessage,
  knownVoice,
  type Probes,
} from '../probes.ts';
import {
  arrangeFor,
  KEY_MS,
  type Owner,
  openBox,
  PROMPT_MS,
  playKeys,
  visitMs,
} from './consult.ts';

/**
 * So much of voicemail's voice is an answer. A box that opened plays its message at once; otherwise
 * "login incorrect" is over by then (1.46 s), which takes no keys: what is pressed meanwhile is lost.
 */
const ANSWER_SECONDS = 1.6;
/** When no more keys follow, it is enough to have heard that it is no message. */
const LAST_ANSWER_SECONDS = 1;
/** Voicemail puts a heard message away when the call is over (ms). */
const MOVED_WITHIN = 300;

/** The visits with wrong PINs, and where the message in the box is afterwards. */
export interface PinEvidence {
  /** Whether a caller's message is in the box: it is one that voicemail knows. Quick: not asked. */
  readonly isKnown: boolean;
  readonly visits: readonly ConsultEvidence[];
  readonly folder: string | null;
  /** The visits with the right PIN; null: that was not asked. */
  readonly opening: readonly ConsultEvidence[] | null;
}

/**
 * A wrong PIN doesn't open the box, nor (unless quick) does an empty one. A message in it would tell.
 * `arranged`: the box is first opened with its right PIN.
 */
export function pinCheck(
  request: Omit<Owner, 'caller'>,
  quick: boolean,
  message: 'left' | 'arranged' = 'left',
): Check {
  const { context, owner } = request;
  return check({
    id: 'voicemail.pin',
    needs: [message === 'left' ? `voicemail.deposit.${context}` : `register.${context}`],
    follows: [`voicemail.deposit.${context}`],
    lines: [owner],
    // A message that was heard and stayed new: the PIN that opened the box was right all the same.
    controls: [{ check: `voicemail.consult.${context}`, least: 'partial' }],
    probe: async (probes) => {
      const opening = message === 'left' ? null : await openWithPin(probes, request);
      const isKnown = opening === null ? quick || isKnownBox(probes, request) : isOpened(opening);
      const tried = isKnown ? await tryPins(probes, request, quick) : NOTHING_TRIED;
      return { isKnown, opening, ...tried };
    },
    judge: (evidence) => judgePin(request, evidence),
    inherent: ({ opening, visits }) => {
      const opened = (opening ?? []).reduce((sum, visit) => sum + visitMs(visit), 0);
      const tried = visits.reduce((sum, visit, index) => sum + wrongPinMs(visit, index), 0);
      return opened + tried + (visits.length > 0 ? MOVED_WITHIN : 0);
    },
  });
}

/**
 * The least time (ms) of a visit with a wrong PIN, that ends it with the first `#`: the keys before
 * that, and the answers. The keys after it are pressed while they are listened to.
 */
function wrongPinMs({ outcome, prompted, keys, heard }: ConsultEvidence, index: number): number {
  if (outcome !== 'answered') return 0;
  const [before = '', , second] = keys.split('#');
  const isAskedTwice = index === 0 && second !== undefined;
  const answers = LAST_ANSWER_SECONDS + (isAskedTwice ? ANSWER_SECONDS : 0);
  const listened = heard > 0 ? Math.min(heard, LAST_ANSWER_SECONDS) : answers;
  return (prompted ? PROMPT_MS : 0) + KEY_MS * before.length + 1000 * listened;
}

const NOTHING_TRIED: Pick<PinEvidence, 'visits' | 'folder'> = { visits: [], folder: null };

async function tryPins(
  probes: Probes,
  { context, owner, pin, number }: Omit<Owner, 'caller'>,
  quick: boolean,
): Promise<Pick<PinEvidence, 'visits' | 'folder'>> {
  const voice = arrangedVoice(owner);
  const { befores } = await arrangeFor(probes, { context, owner, voice });
  const visits: ConsultEvidence[] = [];
  for (const steps of attempts(
    { owner, pin, play: playKeys(befores[0] ?? 0), quick },
    probes.random,
  )) {
    const visit = await probes.consult({ caller: owner, number, steps, voice });
    visits.push(visit);
    if (visit.outcome !== 'answered' || visit.heard > 0) break;
  }
  return { visits, folder: await folderOf(probes, voice) };
}

/** Whether voicemail has the box: a caller's message is in it. */
function isKnownBox(probes: Probes, { context, owner }: Pick<Owner, 'context' | 'owner'>): boolean {
  return probes
    .lastSeen()
    .some((message) => message.mailbox === owner && message.context === context);
}

/** Opens the box with its right PIN: unless that does, nothing is said by a wrong one that doesn't. */
async function openWithPin(
  probes: Probes,
  { context, owner, pin, number }: Omit<Owner, 'caller'>,
): Promise<readonly ConsultEvidence[]> {
  const voice = knownVoice(owner);
  const { befores } = await arrangeFor(probes, { context, owner, voice });
  return openBox(probes, { owner, pin, number, voice, befores });
}

function isOpened(visits: readonly ConsultEvidence[]): boolean {
  return visits.some(({ heard }) => heard > 0);
}

/** The keys of each visit. */
function attempts(
  {
    owner,
    pin,
    play,
    quick,
  }: {
    readonly owner: string;
    readonly pin: string;
    readonly play: string;
    readonly quick: boolean;
  },
  random: () => number,
): readonly ConsultRequest['steps'][] {
  // First the keys that would play the message of a box that asks for no PIN. Of one that does they
  // become a part of the wrong PIN; after it they would play the message if that had been accepted.
  const wrong = `${play}${wrongPin(quick ? pin.slice(0, 1) : pin, random)}`;
  // With a PIN that begins like those keys it could be the right one.
  const wrongKeys = `${wrong === pin ? `${wrong}5` : wrong}#${play}`;
  if (quick) return [[{ keys: wrongKeys, listen: LAST_ANSWER_SECONDS }]];
  return [
    [
      { keys: wrongKeys, listen: ANSWER_SECONDS },
      { keys: `#${play}`, listen: LAST_ANSWER_SECONDS },
    ],
    // A number that asks for the box first took all that for boxes that there are not.
    ...(owner === pin ? [] : [[{ keys: `${owner}#${wrongKeys}`, listen: LAST_ANSWER_SECONDS }]]),
  ];
}

/** Where the arranged message is, once voicemail had the time to move it; null: it is gone. */
async function folderOf(probes: Probes, voice: string): Promise<string | null> {
  const arranged = (found: readonly FoundMessage[]) => {
    const folders = found.filter((one) => one.voice === voice).map(({ folder }) => folder);
    return folders.find((folder) => folder !== 'INBOX') ?? folders[0] ?? null;
  };
  const moved = (found: readonly FoundMessage[]) => ![null, 'INBOX'].includes(arranged(found));
  return arranged(await probes.messages(moved, MOVED_WITHIN));
}

/** Judges: the message was neither heard nor, as a heard one is, moved to Old. */
export function judgePin(
  { context, owner, number }: Pick<Owner, 'context' | 'owner' | 'number'>,
  { isKnown, visits, folder, opening }: PinEvidence,
): Verdict {
  if (opening !== null && !isOpened(opening))
    return verdict('fail', 'message-unheard', { owner, number });
  const isMoved = folder !== null && folder !== 'INBOX';
  if (isMoved || visits.some(({ heard }) => heard > 0)) {
    return verdict('fail', 'pin-ignored', { owner, number });
  }
  if (!isKnown)
    return verdict('skipped', 'needs-another', { check: `voicemail.deposit.${context}` });
  const stalled = visits.find(({ outcome }) => outcome === 'stalled');
  if (stalled !== undefined) {
    const what = `${owner} → ${number}`;
    return verdict('timeout', 'took-too-long', { what, awaited: stalled.timeline });
  }
  // A number that was not even reached stays shut to any PIN.
  if (visits.length === 0 || visits.some(({ keys }) => keys === '')) {
    return verdict('skipped', 'needs-another', { check: `voicemail.consult.${context}` });
  }
  if (folder === null) {
    return verdict('inconclusive', 'check-broken', { said: `${owner}: message lost` });
  }
  return verdict('pass', 'pin-needed', { owner });
}

/**
 * As many digits as the PIN has, every one another than the PIN's, and harmless in a box that opened:
 * 5 repeats a message, 6 goes on to the next. Others would delete, move or forward it.
 */
function wrongPin(pin: string, random: () => number): string {
  const wrong = (digit: string) => ['5', '6'].filter((other) => other !== digit);
  return [...pin].map((digit) => pick(wrong(digit), random)).join('');
}

function pick(digits: readonly string[], random: () => number): string {
  return digits[Math.floor(random() * digits.length)] ?? '5';
}
