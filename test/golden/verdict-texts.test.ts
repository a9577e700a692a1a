import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../orchestrator/base/problems/verdicts.ts';
import type { Language } from '../../orchestrator/i18n/catalogue.ts';
import { catalogue, LANGUAGES } from '../../orchestrator/i18n/language.ts';
import { checkLines } from '../../orchestrator/reports/check/check-line.ts';
import { commandsIn, unknownIn } from './typed-commands.ts';
import { VERDICT_SAMPLES } from './verdict-samples.ts';

const expected = join(import.meta.dirname, 'expected');

const verdicts = Object.entries(VERDICT_SAMPLES).flatMap(([code, samples]) =>
  samples.map((params) => ({ verdict: 'fail', code, params }) as Verdict),
);

function everyVerdict(language: Language): string {
  const told = verdicts.map((verdict) => {
    const lines = checkLines({ check: 'call.finance', verdict, ms: 1234 }, language);
    return `[${verdict.code}]\n${lines.join('\n')}\n`;
  });
  return told.join('\n');
}

describe('the reason of every verdict', () => {
  it.each(LANGUAGES)('reads as agreed: %s', async (language) => {
    await expect(everyVerdict(language)).toMatchFileSnapshot(
      join(expected, `verdicts.${language}.txt`),
    );
  });

  it('has samples for every code, and only for those', () => {
    for (const language of LANGUAGES) {
      const codes = Object.keys(catalogue(language).reasons);
      expect(codes.sort()).toEqual(Object.keys(VERDICT_SAMPLES).sort());
    }
  });

  it('names only commands that exist', () => {
    const commands = LANGUAGES.flatMap((language) => commandsIn(everyVerdict(language)));
    expect(commands.length).toBeGreaterThan(10);
    expect(commands.flatMap(unknownIn)).toEqual([]);
  });
});
