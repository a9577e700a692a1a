import type { ConsultEvidence, DepositEvidence } from '../../model/evidence/evidence.ts';
import { together, type Verdict, verdict } from '../../model/marking/verdict.ts';
import { placeText } from '../../model/voicemail/message.ts';
import { type Check, check } from '../check.ts';
import { type FoundMessage, messageVoice, type Probes } from '../probes.ts';
import type { Couple } from './call.ts';
import { KEY_MS, type Owner, openBox } from './consult.ts';

/** How long voicemail may take to put a message away (ms). */
const STORED_WITHIN = 5_000;
/** A recording holds a message when its signature is recognised in it for so many seconds. */
const LEAST_HEARD = 1;
/** Enough of the greeting, `#` to cut it short, and the beep: no haste spares them (ms). */
const GREETING_AND_BEEP = 150 + KEY_MS + 440;
const MESSAGE_MS = 1_600;

/** A ring is waited out for so long past its time at least, or no long one could be told (s). */
const LEAST_PATIENCE = 2;

/** What the lab says about ringing, in seconds. */
export interface RingRule {
  readonly expected: number;
  readonly tolerance: number;
}

/** One attempt to leave a message, and every message of the same voice found afterwards. */
export interface Attempt {
  readonly deposit: DepositEvidence;
  readonly messages: readonly FoundMessage[];
  /** The owner's visits to a message that went where users.conf declares boxes. */
  readonly visits: readonly ConsultEvidence[];
}

/** Asterisk's name for the context of the boxes that users.conf declares. */
const DECLARED = 'default';

/** How messages are to be left. */
export interface DepositRules {
  readonly ring: RingRule;
  /** The first phone is busy too: nothing rings for its whole time. */
  readonly quick: boolean;
  /** Whose box may be one that users.conf declares: it is when they hear the message in it. */
  readonly owners: readonly Owner[];
}

/**
 * A phone that isn't answered rings for its time, then the caller's message lands in its box. In
 * the box of each of the two: the other one is busy, which goes faster. Quick: the first one too.
 */
export function depositCheck(couple: Couple, { ring, quick, owners }: DepositRules): Check {
  const { context, one, other } = couple;
  const ringAtMost = (ring.expected + Math.max(LEAST_PATIENCE, 4 * ring.tolerance)) * 1000;
  const leave = async (
    probes: Probes,
    who: Pick<DepositEvidence, 'caller' | 'callee' | 'manner'>,
  ) => {
    const deposit = await probes.leaveMessage({ ...who, ringAtMost });
    const voice = messageVoice(who.caller);
    const spoken = deposit.outcome === 'spoken' ? STORED_WITHIN : 0;
    const own = (found: readonly FoundMessage[]) =>
      found.filter((message) => message.voice === voice);
    const messages = own(await probes.messages((found) => own(found).length > 0, spoken));
    const inBox = (box: string) =>
      messages.find((message) => message.context === box && message.mailbox === who.callee);
    const declared = inBox(context) === undefined ? inBox(DECLARED) : undefined;
    const owner = owners.find((one) => one.owner === who.callee);
    const visits =
      declared === undefined || owner === undefined
        ? []
        : await openBox(probes, { ...owner, voice, befores: [declared.before] });
    return { deposit, messages, visits };
  };
  return check({
    id: `voicemail.deposit.${context}`,
    needs: [`register.${context}`],
    lines: [one, other],
    probe: async (probes): Promise<readonly Attempt[]> => {
      const manner = quick ? 'refuse' : 'ring';
      const first = await leave(probes, { caller: one, callee: other, manner });
      if (quick) return [first];
      return [first, await leave(probes, { caller: other, callee: one, manner: 'refuse' })];
    },
    judge: (attempts) => judgeDeposits(context, attempts, ring),
    inherent: (attempts) => attempts.reduce((sum, { deposit }) => sum + inherentOf(deposit), 0),
  });
}

function inherentOf({ rang, outcome }: DepositEvidence): number {
  return (rang ?? 0) + (outcome === 'spoken' ? GREETING_AND_BEEP + MESSAGE_MS : 0);
}

/** Judges how long it rang, and where each message went. */
export function judgeDeposits(
  context: string,
  attempts: readonly Attempt[],
  ring: RingRule,
): Verdict {
  const rings = attempts.filter(({ deposit }) => deposit.manner === 'ring');
  const parts = [
    ...rings.map(({ deposit }) => judgeRing(deposit, ring)),
    ...attempts.map((attempt) => judgeMessage(context, attempt)),
  ];
  const { callee: mailbox = '', rang = null } = attempts[0]?.deposit ?? {};
  const seconds = rings.length === 0 ? null : inSeconds(rang ?? 0);
  return together(parts, verdict('pass', 'message-left', { mailbox, seconds }));
}

function judgeRing(deposit: DepositEvidence, { expected, tolerance }: RingRule): Verdict {
  const { caller, callee, rang, outcome } = deposit;
  const ends = { caller, callee };
  if (rang === null && outcome === 'stalled') return stalled(deposit);
  if (rang === null) return verdict('fail', 'ring-absent', ends);
  const seconds = inSeconds(rang);
  const facts = { ...ends, rang: seconds, expected, tolerance };
  if (seconds < expected - tolerance) return verdict('fail', 'ring-short', facts);
  if (outcome === 'rings-on' || seconds > expected + tolerance)
    return verdict('fail', 'ring-long', facts);
  return verdict('pass', 'message-left', { mailbox: callee, seconds });
}

function judgeMessage(context: string, { deposit, messages, visits }: Attempt): Verdict {
  const { caller, callee, manner, outcome, rang, status } = deposit;
  const ends = { caller, callee };
  if (outcome === 'stalled') return stalled(deposit);
  if (outcome === 'unrung') return verdict('fail', 'ring-absent', ends);
  const own = visits.some(({ heard }) => heard >= LEAST_HEARD) ? [context, DECLARED] : [context];
  const here = messages.find(
    (message) => own.includes(message.context) && message.mailbox === callee,
  );
  if (here !== undefined && here.heard >= LEAST_HEARD) {
    // Nobody was busy: the way that is tried here was not taken.
    if (manner === 'refuse' && rang === null) return verdict('fail', 'ring-absent', ends);
    return verdict('pass', 'message-left', { mailbox: callee, seconds: null });
  }
  const [elsewhere] = messages;
  if (here === undefined && elsewhere !== undefined) {
    const expected = `${context}/${callee}`;
    return verdict('fail', 'message-elsewhere', { expected, found: placeText(elsewhere) });
  }
  if (outcome === 'spoken') return verdict('fail', 'message-lost', { mailbox: callee, context });
  if (outcome === 'no-beep') return verdict('fail', 'voicemail-silent', ends);
  return verdict('fail', 'voicemail-absent', { ...ends, status });
}

function stalled({ caller, callee, awaited }: DepositEvidence): Verdict {
  return verdict('timeout', 'took-too-long', { what: `${caller} → ${callee}`, awaited });
}

/** To a tenth: what people read is what is judged. */
function inSeconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}
