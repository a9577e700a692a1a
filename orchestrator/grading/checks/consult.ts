import type { ConsultEvidence } from '../../model/evidence/evidence.ts';
import { type Verdict, verdict } from '../../model/marking/verdict.ts';
import { type MessagePlace, placeText } from '../../model/voicemail/message.ts';
import { type Check, check } from '../check.ts';
import { arrangedVoice, type FoundMessage, messageVoice, type Probes } from '../probes.ts';

/** An owner, the box, and the number that it is consulted at. */
export interface Owner {
  readonly context: string;
  readonly owner: string;
  readonly pin: string;
  readonly number: string;
  /** Who left the message that is to be heard. */
  readonly caller: string;
}

/** Voicemail puts heard messages away when the call is over (ms). */
const MOVED_WITHIN = 3_000;
const LEAST_HEARD = 1;
/** So much of voicemail's voice without the message: it does not come any more (s). */
const PATIENCE_SECONDS = 4;
/** A key takes so long, its gap included (RFC 4733 events, as baresip sends them; ms). */
export const KEY_MS = 240;
/** So much of voicemail's voice comes before the first key: one that is pressed earlier is lost. */
export const PROMPT_MS = 100;

/** Where the message was, each visit that was made to it, and where it is now. */
export interface ConsultationEvidence {
  readonly before: MessagePlace | null;
  readonly visits: readonly ConsultEvidence[];
  readonly after: MessagePlace | null;
  /** The same of another owner of the context, whom no other check has open a box. */
  readonly other?: ConsultationEvidence | undefined;
}

/**
 * The owner dials voicemail, opens the box with the PIN, hears the message, and it moves to Old. The
 * message is the one that was left before, or (`arranged`) one that we put into the box: then the
 * number is judged although nobody could leave a message. `callerKnown`: the lab doesn't let the
 * number ask for the box. `other`: one whose PIN is tried, too.
 */
export function consultCheck(
  request: Owner,
  message: 'left' | 'arranged' = 'left',
  callerKnown = false,
  other: Owner | null = null,
): Check {
  const { context, owner } = request;
  const deposit = `voicemail.deposit.${context}`;
  return check({
    id: `voicemail.consult.${context}`,
    needs: [message === 'left' ? deposit : `register.${context}`],
    follows: [deposit],
    lines: [owner, ...(other === null ? [] : [other.owner])],
    probe: async (probes): Promise<ConsultationEvidence> => {
      if (message === 'left') return visitLeft(probes, request);
      const own = await visitArranged(probes, request);
      return other === null ? own : { ...own, other: await visitArranged(probes, other) };
    },
    judge: (evidence) => {
      const own = judgeConsultation(request, evidence);
      const isNext = own.verdict === 'pass' && other !== null && evidence.other !== undefined;
      const found = isNext ? judgeBoth(own, other, evidence.other) : own;
      const asked = callerKnown && found.verdict === 'pass' && boxAsked(request, evidence);
      return asked ? verdict('fail', 'box-asked', { owner, number: request.number }) : found;
    },
    inherent: ({ visits, other: more }) =>
      [...visits, ...(more?.visits ?? [])].reduce((sum, visit) => sum + visitMs(visit), 0),
  });
}

/** The least time of a visit that opens a box (ms): the prompt, the keys, and what was heard of the message. */
export function visitMs({ prompted, keys, heard }: ConsultEvidence): number {
  const listened = 1000 * Math.min(heard, LEAST_HEARD);
  return (prompted ? PROMPT_MS : 0) + KEY_MS * keys.length + listened;
}

async function visitLeft(probes: Probes, request: Owner): Promise<ConsultationEvidence> {
  const { context, owner, caller } = request;
  const voice = messageVoice(caller);
  const inBox = (found: readonly FoundMessage[]) =>
    found.find(
      (message) =>
        message.voice === voice && message.context === context && message.mailbox === owner,
    );
  // Whoever left it has looked for it: it was seen a moment ago.
  const before = inBox(probes.lastSeen());
  if (before === undefined) return { before: null, visits: [], after: null };
  const visits = await openBox(probes, { ...request, voice, befores: [before.before] });
  const moved = (found: readonly FoundMessage[]) => inBox(found)?.folder === 'Old';
  const after = inBox(await probes.messages(moved, movedWithin(visits)));
  return { before: placeOf(before), visits, after: after === undefined ? null : placeOf(after) };
}

async function visitArranged(probes: Probes, request: Owner): Promise<ConsultationEvidence> {
  const { owner } = request;
  const voice = arrangedVoice(owner);
  const { befores, place } = await arrangeFor(probes, { ...request, voice });
  const visits = await openBox(probes, { ...request, voice, befores });
  const heard = (found: readonly FoundMessage[]) =>
    found.find((message) => message.voice === voice && message.folder === 'Old');
  const after = heard(
    await probes.messages((found) => heard(found) !== undefined, movedWithin(visits)),
  );
  return { before: place, visits, after: after === undefined ? null : placeOf(after) };
}

/**
 * Puts a message into an owner's box, and one into any other box that a message for the owner went
 * to: a lab may keep its boxes elsewhere, which is the deposit's fault and not the consultation's.
 */
export async function arrangeFor(
  probes: Probes,
  { context, owner, voice }: Pick<Owner, 'context' | 'owner'> & { readonly voice: string },
): Promise<{ readonly befores: readonly number[]; readonly place: MessagePlace }> {
  const elsewhere = probes
    .lastSeen()
    .filter(({ mailbox, voice: whose }) => mailbox === owner && whose.endsWith('/message'))
    .map((message) => message.context);
  const befores: number[] = [];
  for (const box of new Set([...elsewhere, context])) {
    befores.push((await probes.arrange({ context: box, mailbox: owner, voice })).before);
  }
  const place = { context, mailbox: owner, folder: 'INBOX', index: befores.at(-1) ?? 0 };
  return { befores: [...new Set(befores)], place };
}

interface Visit extends Pick<Owner, 'owner' | 'pin' | 'number'> {
  readonly voice: string;
  /** How many messages may be played before the one that is meant. */
  readonly befores: readonly number[];
}

/** Dials voicemail and tries every way of opening a box with its right PIN, until a message is heard. */
export async function openBox(
  probes: Probes,
  { owner, pin, number, voice, befores }: Visit,
): Promise<readonly ConsultEvidence[]> {
  const visits: ConsultEvidence[] = [];
  // A number that knows who calls asks for the PIN alone, another one for the box first: both are
  // right. One that asks for nothing is pin.ts's to blame, the message can be heard all the same.
  const ways = befores
    .map(playKeys)
    .flatMap((play) => [`${pin}#${play}`, `${owner}#${pin}#${play}`, play]);
  for (const keys of ways) {
    const steps = [{ keys, listen: PATIENCE_SECONDS }];
    visits.push(await probes.consult({ caller: owner, number, steps, voice }));
    const last = visits.at(-1);
    if (last === undefined || last.outcome !== 'answered' || last.heard >= LEAST_HEARD) break;
  }
  return visits;
}

function movedWithin(visits: readonly ConsultEvidence[]): number {
  return visits.some(({ heard }) => heard >= LEAST_HEARD) ? MOVED_WITHIN : 0;
}

/**
 * The keys that play a message: `1` for the messages, `6` past each one before it, `1` to skip what
 * voicemail says about it. A message that is passed over counts as not listened to.
 */
export function playKeys(before: number): string {
  return `1${'6'.repeat(before)}1`;
}

/** Judges a consultation. */
export function judgeConsultation(
  { context, owner, number }: Pick<Owner, 'context' | 'owner' | 'number'>,
  { before, visits, after }: ConsultationEvidence,
): Verdict {
  if (before === null) {
    return verdict('skipped', 'needs-another', { check: `voicemail.deposit.${context}` });
  }
  const last = visits.at(-1);
  if (last === undefined || last.outcome === 'stalled') {
    const what = `${owner} → ${number}`;
    return verdict('timeout', 'took-too-long', { what, awaited: last?.timeline ?? '-' });
  }
  if (visits.every(({ outcome }) => outcome === 'ended')) {
    const facts = { caller: owner, number, status: last.status };
    return verdict('fail', 'voicemail-number-refused', facts);
  }
  if (last.heard < LEAST_HEARD) return verdict('fail', 'message-unheard', { owner, number });
  if (after?.folder !== 'Old') {
    return verdict('partial', 'message-not-moved', { place: placeText(after ?? before) });
  }
  return verdict('pass', 'message-heard', { owner, number });
}

/** The second owner's visit is told only where it went wrong. */
function judgeBoth(
  own: Verdict,
  other: Owner,
  evidence: ConsultationEvidence | undefined,
): Verdict {
  const second = evidence === undefined ? own : judgeConsultation(other, evidence);
  return second.verdict === 'pass' ? own : second;
}

/** The visit that was successful began with the number of the box. */
function boxAsked({ owner }: Owner, { visits }: ConsultationEvidence): boolean {
  return visits.at(-1)?.keys.startsWith(`${owner}#`) ?? false;
}

function placeOf({ context, mailbox, folder, index }: MessagePlace): MessagePlace {
  return { context, mailbox, folder, index };
}
