import { bad, ok, type Result } from '../../../base/result.ts';
import { type Diagnostic, diagnostic, inReadingOrder } from '../diagnostic.ts';
import { nearest } from '../nearest.ts';
import { type LabText, readLabText } from '../text/lab-text.ts';
import { printable } from '../text/printable.ts';
import { type CauseTexts, placeholders } from './cause-texts.ts';

/** The rules that need a text, and the words that each text may have in braces. */
export type KnownRules = Readonly<
  Record<string, { readonly params: readonly string[]; readonly line: boolean }>
>;

const LANGUAGES = ['fr', 'en'] as const;

/** Reads `causes.yaml`: a text for each rule in both languages, or everything that is wrong with it. */
export function parseCauses(
  text: string,
  file: string,
  known: KnownRules,
): Result<CauseTexts, Diagnostic> {
  const read = readLabText(text, file);
  if (!read.ok) return read;
  const { value } = read;
  const problems = [...value.problems, ...ruleProblems(value, known)];
  return problems.length > 0 ? bad(inReadingOrder(problems)) : ok(value.data as CauseTexts);
}

function ruleProblems(text: LabText, known: KnownRules): readonly Diagnostic[] {
  const { data } = text;
  if (!isMap(data)) return [wrongKind(text, [], 'map', 'text')];
  const rules = Object.keys(known);
  const missing = rules
    .filter((rule) => !(rule in data))
    .map((key) => diagnostic(text.keyAt([]), 'lab-key-missing', { key, where: '' }));
  const written = Object.entries(data).flatMap(([rule, texts]) => {
    const about = known[rule];
    if (about === undefined) return [unknownKey(text, [rule], rules)];
    return isMap(texts)
      ? languageProblems(text, rule, texts, about)
      : [wrongKind(text, [rule], 'map', 'text')];
  });
  return [...missing, ...written];
}

function languageProblems(
  text: LabText,
  rule: string,
  texts: Readonly<Record<string, unknown>>,
  { params, line }: KnownRules[string],
): readonly Diagnostic[] {
  const missing = LANGUAGES.filter((language) => !(language in texts)).map((key) =>
    diagnostic(text.keyAt([rule]), 'lab-key-missing', { key, where: rule }),
  );
  const allowed = ['file', 'section', ...(line ? ['line'] : []), ...params];
  const written = Object.entries(texts).flatMap(([language, words]) => {
    if (!LANGUAGES.some((one) => one === language))
      return [unknownKey(text, [rule, language], LANGUAGES)];
    if (typeof words !== 'string') return [wrongKind(text, [rule, language], 'text', 'map')];
    return placeholders(words)
      .filter((name) => !allowed.includes(name))
      .map((name) => unknownWord(text, [rule, language], name, allowed));
  });
  return [...missing, ...written];
}

function unknownKey(text: LabText, path: readonly string[], known: readonly string[]): Diagnostic {
  const key = path.at(-1) ?? '';
  const facts = {
    key: printable(key),
    where: path.slice(0, -1).join('.'),
    known,
    nearest: nearest(key, known),
  };
  return diagnostic(text.keyAt(path), 'lab-key-unknown', facts);
}

function unknownWord(
  text: LabText,
  path: readonly string[],
  name: string,
  known: readonly string[],
): Diagnostic {
  const facts = { key: `{${name}}`, where: path.join('.'), known, nearest: nearest(name, known) };
  return diagnostic(text.valueAt(path), 'lab-key-unknown', facts);
}

function wrongKind(
  text: LabText,
  path: readonly string[],
  expected: 'map' | 'text',
  found: 'map' | 'text',
): Diagnostic {
  return diagnostic(text.valueAt(path), 'lab-value-type', { key: path.join('.'), expected, found });
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
