import type { GradedFinding } from '../../model/marking/grade-result.ts';
import type { MessageFields } from '../../model/voicemail/message.ts';
import type { ObservedLab, ObservedMessage } from './observed-lab.ts';

/** What of the checks on the lab its answers are compared with. */
export type SeenMessages = Pick<ObservedLab, 'messages' | 'listened' | 'broken'>;

/** Reads out of the checks' own evidence where messages were, and what became of those listened to. */
export function seenMessages(findings: readonly GradedFinding[]): SeenMessages {
  const files = evidenceOf(findings, 'voicemail.files');
  const messages = files.flatMap(({ messages: found }) =>
    Array.isArray(found) ? found.flatMap(messageIn) : [],
  );
  const visits = evidenceOf(findings, 'voicemail.consult.');
  const moved = visits.flatMap(({ before, after }) => {
    const [from, to] = [folderIn(before), folderIn(after)];
    return from === null || to === null ? [] : [{ before: from, after: to }];
  });
  const wasHeard = findings.some(
    ({ id, verdict }) =>
      id.startsWith('voicemail.consult.') && ['pass', 'partial'].includes(verdict.verdict),
  );
  return {
    messages,
    listened: wasHeard ? (moved.at(-1) ?? null) : null,
    broken: {
      call: firstBroken(findings, 'call.'),
      message: firstBroken(findings, 'voicemail.deposit.'),
      listening: firstBroken(findings, 'voicemail.consult.'),
    },
  };
}

/** The first of some checks when none of them passed: then there was nothing to see. */
function firstBroken(findings: readonly GradedFinding[], start: string): string | null {
  const own = findings.filter(({ id }) => id.startsWith(start));
  const good = own.some(({ verdict }) => ['pass', 'partial'].includes(verdict.verdict));
  return good ? null : (own[0]?.id ?? null);
}

type Bag = Readonly<Record<string, unknown>>;

/** What counts first, then every other try: a second room may have shown what the first could not. */
function evidenceOf(findings: readonly GradedFinding[], start: string): readonly Bag[] {
  return findings
    .filter(({ id }) => id.startsWith(start))
    .flatMap(({ evidence, attempts }) => [evidence, ...attempts.map((one) => one.evidence)])
    .filter(isBag);
}

function messageIn(value: unknown): readonly ObservedMessage[] {
  if (!isBag(value)) return [];
  const { context, mailbox, folder, index, fields } = value;
  if (typeof context !== 'string' || typeof mailbox !== 'string') return [];
  return [
    {
      ...{ context, mailbox, folder: String(folder), index: Number(index) },
      fields: isBag(fields) ? (fields as MessageFields) : null,
    },
  ];
}

function folderIn(value: unknown): string | null {
  return isBag(value) && typeof value.folder === 'string' ? value.folder : null;
}

function isBag(value: unknown): value is Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
