import type { AnswersTrouble } from '../../../base/problems/reasons/answer-reasons.ts';
import type { ProblemCode } from '../../../base/problems.ts';
import { type LabText, readLabText } from '../text/lab-text.ts';
import type { Path } from '../text/yaml-tree.ts';

/** What a team answered: a text, or several. */
export type Answer = string | readonly string[];

/** A file of answers, by keys without accents and capitals: `etablissement.etapes`. */
export interface Answers {
  readonly values: ReadonlyMap<string, Answer>;
  /** Keys of which nobody can tell what was meant: given twice, or by reference. */
  readonly unclear: ReadonlySet<string>;
}

/** The answers, or where and why they can't be read. */
export type ReadAnswers =
  | { readonly ok: true; readonly answers: Answers }
  | {
      readonly ok: false;
      readonly line: number;
      readonly column: number;
      readonly trouble: AnswersTrouble;
    };

const TROUBLES: Partial<Record<ProblemCode, AnswersTrouble>> = {
  'lab-file-too-large': 'too-large',
  'lab-file-not-utf8': 'encoding',
  'lab-file-empty': 'empty',
  'lab-file-too-deep': 'too-deep',
  'lab-file-tab': 'tab',
  'lab-file-indent': 'indent',
  'lab-file-unclosed': 'unclosed',
};

/** No answer is so long; what is longer is no file that a team wrote, and is not even decoded. */
export const MOST_ANSWERS_BYTES = 2 ** 20;

/** Reads a team's file of answers, whatever editor it was written with. */
export function readAnswers(content: Uint8Array): ReadAnswers {
  const start = { line: 1, column: 1 };
  if (content.length > MOST_ANSWERS_BYTES) return { ok: false, ...start, trouble: 'too-large' };
  const read = readLabText(decoded(content), '');
  if (!read.ok) {
    const [{ code, line, column } = { ...start, code: undefined }] = read.problems;
    const trouble = (code === undefined ? undefined : TROUBLES[code]) ?? 'syntax';
    return { ok: false, line, column, trouble };
  }
  const { data } = read.value;
  if (!isMap(data)) return { ok: false, ...start, trouble: 'not-keys' };
  const found = leaves(data, []);
  const doubtful = doubtfulLines(read.value);
  const unclear = found.filter(({ path }) => {
    const places = [read.value.keyAt(path), read.value.valueAt(path)];
    return places.some(({ line }) => doubtful.has(line));
  });
  return {
    ok: true,
    answers: {
      values: new Map(found.map(({ path, answer }) => [keyOf(path), answer])),
      unclear: new Set(unclear.map(({ path }) => keyOf(path))),
    },
  };
}

/** A key as it is compared: `Établissement` is `etablissement`, `fichier texte` `fichier_texte`. */
function answerKey(key: string): string {
  const bare = key.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
  return bare.replaceAll(/[\s-]+/g, '_');
}

function keyOf(path: Path): string {
  return path.map((part) => answerKey(String(part))).join('.');
}

/** Editors of French Windows save as UTF-8 with a mark, as UTF-16, or as Windows-1252. */
function decoded(content: Uint8Array): string {
  const [first, second] = content;
  const sixteen = first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-16be';
  if (sixteen === 'utf-16le' || (first === 0xfe && second === 0xff)) {
    return spaced(new TextDecoder(sixteen).decode(content));
  }
  try {
    return spaced(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    return spaced(new TextDecoder('windows-1252').decode(content));
  }
}

/** French typography puts spaces that don't break before a colon: YAML takes them for letters. */
function spaced(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ');
}

interface Leaf {
  readonly path: Path;
  readonly answer: Answer;
}

function leaves(data: unknown, path: Path): readonly Leaf[] {
  if (isMap(data)) {
    return Object.entries(data).flatMap(([key, value]) => leaves(value, [...path, key]));
  }
  if (!Array.isArray(data)) return [{ path, answer: String(data).trim() }];
  return [{ path, answer: data.map(flatText) }];
}

function flatText(value: unknown): string {
  if (Array.isArray(value)) return value.map(flatText).join(', ');
  if (!isMap(value)) return String(value).trim();
  return Object.entries(value)
    .map(([key, inner]) => `${key}: ${flatText(inner)}`)
    .join(', ');
}

/** The lines of keys that come twice (both of them), and of references to other answers. */
function doubtfulLines({ problems }: LabText): ReadonlySet<number> {
  return new Set(
    problems.flatMap((problem) => {
      if (problem.code === 'lab-file-alias') return [problem.line];
      return problem.code === 'lab-key-duplicate' ? [problem.params.firstLine] : [];
    }),
  );
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
