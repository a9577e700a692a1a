import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseWordings } from './parse-wordings.ts';

const SHIPPED = readFileSync(
  join(import.meta.dirname, '../../../../labs/activity-1/wordings.yaml'),
  'utf8',
);

const problems = (text: string) => {
  const parsed = parseWordings(text, 'wordings.yaml');
  return parsed.ok ? [] : parsed.problems.map(({ code, line }) => `${line} ${code}`);
};

it('reads those of the lab that is shipped', () => {
  const parsed = parseWordings(SHIPPED, 'wordings.yaml');
  expect(parsed).toMatchObject({ ok: true, value: { numbers: { trois: 3 } } });
});

it.each([
  ['sip:\n', 'spi:\n', ['4 lab-key-unknown']],
  ['  un: 1\n', '  un: one\n', ['lab-whole-number']],
  ['  wrong: # as the whole answer\n', '  wrnog:\n', ['lab-key-unknown']],
  ['  contexte: [context]', '  contexte: context', ['lab-value-type']],
  ['  contexte: [context]', '  contexte: []', ['lab-empty']],
])('names what is wrong and where: %j as %j', (right, wrong, codes) => {
  const found = problems(SHIPPED.replace(right, wrong));
  for (const code of codes) expect(found.join()).toContain(code);
});
