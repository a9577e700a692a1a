import type { Answer } from '../../model/definition/answers/read-answers.ts';
import type { Wordings } from '../../model/definition/answers/wordings.ts';
import type { Compared } from './fact.ts';
import type { ObservedLab } from './observed-lab.ts';
import { plainWords, saysOneOf, textOf } from './plain-words.ts';

/** Where Asterisk keeps messages. */
const SPOOL = 'var/spool/asterisk/voicemail';

const PATH = /\/?var\/[^\s"'«»,;]*/i;

/** A part of a path that stands for any context or box: `<contexte>`, `CONTEXTE`, `XXXX`, `*`. */
const ANY =
  /[<>{}[\]$*]|^(?:x+|contexte?|num[eé]ro|poste|extension|boite|bo[iî]te|mailbox|number)$/i;

/** Compares a folder with those in which messages were seen, or which are the team's boxes. */
export function comparePlace(answer: Answer, lab: ObservedLab): Compared {
  const { messages, boxes, broken } = lab;
  const seen = messages.map(({ context, mailbox }) => `${context}/${mailbox}`);
  const known = [...new Set(messages.map((one) => `/${SPOOL}/${one.context}/${one.mailbox}`))];
  if (seen.length === 0) {
    return { outcome: broken.message === null ? 'teacher' : 'unobserved', known };
  }
  const [path] = PATH.exec(textOf(answer)) ?? [];
  // A place in other words than a path.
  if (path === undefined) return { outcome: isPath(answer) ? 'wrong' : 'teacher', known };
  const parts = path
    .toLowerCase()
    .replace(/^\//, '')
    .replace(/[/.]+$/, '')
    .split('/');
  const spool = SPOOL.split('/');
  if (spool.some((part, index) => parts[index] !== part)) return { outcome: 'wrong', known };
  const below = parts.slice(spool.length);
  const right = [...seen, ...boxes].some((box) => fits(below, box.toLowerCase().split('/')));
  return { outcome: right ? 'right' : 'wrong', known };
}

/** Context, box, INBOX, file: as many of them as were written. */
function fits(
  [context, mailbox, folder, file, ...more]: readonly string[],
  [ownContext, ownMailbox]: readonly string[],
): boolean {
  const is = (found: string | undefined, own: string | undefined) =>
    found === undefined || found === own || ANY.test(found);
  if (!is(context, ownContext) || !is(mailbox, ownMailbox) || more.length > 0) return false;
  return (
    (folder === undefined || folder === 'inbox') &&
    (file === undefined || /^msg[\dx*]*(?:\.\w+)?$/.test(file))
  );
}

function isPath(answer: Answer): boolean {
  return /^\s*[/~]/.test(textOf(answer));
}

/** Compares what changes by listening with the folders that a message was seen in. */
export function compareChange(
  answer: Answer,
  { listened, broken }: ObservedLab,
  { unchanged }: Wordings,
): Compared {
  if (listened === null) {
    return { outcome: broken.listening === null ? 'teacher' : 'unobserved', known: [] };
  }
  const known = [`${listened.before} -> ${listened.after}`];
  const text = textOf(answer);
  const stays = saysOneOf(text, unchanged);
  if (listened.before === listened.after) return { outcome: stays ? 'right' : 'wrong', known };
  if (stays) return { outcome: 'wrong', known };
  const words = plainWords(text).split(' ');
  const [from, to] = [listened.before, listened.after].map((one) => words.indexOf(plainWords(one)));
  if (to === -1 || to === undefined) {
    return { outcome: from === -1 ? 'teacher' : 'wrong', known };
  }
  // "In Old, before in INBOX" and "from Old to INBOX" have the same order.
  return { outcome: from !== undefined && from > to ? 'teacher' : 'right', known };
}
