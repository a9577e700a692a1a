import { z } from 'zod';
import { bad, ok, type Result } from '../../../base/result.ts';
import { type Diagnostic, diagnostic, inReadingOrder } from '../diagnostic.ts';
import { nearest } from '../nearest.ts';
import { type LabText, readLabText } from '../text/lab-text.ts';
import { printable } from '../text/printable.ts';
import type { Wordings } from './wordings.ts';

const words = z.array(z.string().min(1)).min(1);
const wording = z.strictObject({ accepted: words, wrong: words });
const shape = z.strictObject({
  ...{ sip: wording, rtp: wording, protocol: wording },
  ...{ negotiated: words, unchanged: words },
  numbers: z.record(z.string(), z.string().regex(/^\d{1,3}$/)),
  fields: z.record(z.string(), words),
});

const KNOWN = { top: Object.keys(shape.shape), inner: Object.keys(wording.shape) };

/** Reads `wordings.yaml`: what is accepted, or everything that is wrong with it, in reading order. */
export function parseWordings(text: string, file: string): Result<Wordings, Diagnostic> {
  const read = readLabText(text, file);
  if (!read.ok) return read;
  const { value } = read;
  // Every word that people say may stand as a key of `numbers`.
  const odd = value.problems.filter(({ code }) => code !== 'lab-key-form');
  const parsed = shape.safeParse(value.data);
  const issues = parsed.success ? [] : parsed.error.issues;
  const problems = [...odd, ...issues.flatMap((issue) => issueProblems(issue, value))];
  if (!parsed.success || problems.length > 0) return bad(inReadingOrder(problems));
  const numbers = Object.entries(parsed.data.numbers).map(([key, count]) => [key, Number(count)]);
  return ok({ ...parsed.data, numbers: Object.fromEntries(numbers) });
}

function issueProblems(issue: z.core.$ZodIssue, text: LabText): readonly Diagnostic[] {
  const { path } = issue;
  const where = path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const known = path.length === 0 ? KNOWN.top : KNOWN.inner;
    return issue.keys.map((key) =>
      diagnostic(text.keyAt([...path, key]), 'lab-key-unknown', {
        ...{ key: printable(key), where, known, nearest: nearest(key, known) },
      }),
    );
  }
  if (issue.code === 'invalid_type') {
    const expected = issue.expected === 'array' ? 'list' : 'map';
    const facts = { key: where, expected, found: kindAt(path, text.data) } as const;
    const kind = issue.expected === 'string' ? { ...facts, expected: 'text' as const } : facts;
    return [diagnostic(text.valueAt(path), 'lab-value-type', kind)];
  }
  if (issue.code === 'invalid_format') {
    const found = printable(String(valueAt(path, text.data)));
    const facts = { key: where, found, least: 0, most: 999 };
    return [diagnostic(text.valueAt(path), 'lab-whole-number', facts)];
  }
  return [diagnostic(text.valueAt(path), 'lab-empty', { key: where })];
}

function valueAt(path: readonly PropertyKey[], data: unknown): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key],
    data,
  );
}

function kindAt(path: readonly PropertyKey[], data: unknown) {
  const value = valueAt(path, data);
  if (value === undefined || value === '') return 'nothing';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' ? 'map' : 'text';
}
