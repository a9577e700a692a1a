import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../orchestrator/base/lab-error.ts';
import { exitStatusOf } from '../../orchestrator/cli/exit-status.ts';
import type { Language } from '../../orchestrator/i18n/catalogue.ts';
import { catalogue, LANGUAGES } from '../../orchestrator/i18n/language.ts';
import { adviceFor, problemsText } from '../../orchestrator/reports/problem-text.ts';
import { PROBLEM_SAMPLES } from './problem-samples.ts';
import { commandsIn, unknownIn } from './typed-commands.ts';

const expected = join(import.meta.dirname, 'expected');

const problems = Object.entries(PROBLEM_SAMPLES).flatMap(([code, samples]) =>
  samples.map((params) => ({ code, params }) as Problem),
);

const told = LANGUAGES.flatMap((language) =>
  problems.map((problem) => ({ language, code: problem.code, ...adviceFor(problem, language) })),
);

/** Every problem as a person sees it, under its code and the exit status that comes with it. */
function everyProblem(language: Language): string {
  return problems
    .map((problem) => {
      const { code } = problem;
      return `[${code}, exit ${exitStatusOf(code)}]\n${problemsText([problem], language)}\n`;
    })
    .join('\n');
}

describe('the message of every problem', () => {
  it.each(LANGUAGES)('reads as agreed: %s', async (language) => {
    const file = join(expected, `problems.${language}.txt`);
    await expect(everyProblem(language)).toMatchFileSnapshot(file);
  });

  it('has samples for every code, and only for those', () => {
    for (const language of LANGUAGES) {
      const codes = Object.keys(catalogue(language).problems);
      expect(Object.keys(PROBLEM_SAMPLES).sort()).toEqual(codes.sort());
    }
  });

  it('says what is wrong as a sentence, and what to do without one more question', () => {
    for (const { code, what, mend } of told) {
      expect(what, code).toMatch(/^[A-ZÀÉ0-9"«<(/-]|^[a-z0-9/.-]+,? /);
      expect(what.trim().length, code).toBeGreaterThan(10);
      expect(mend.trim(), code).not.toBe('');
      expect(`${what}${mend}`, code).not.toMatch(/undefined|\[object|NaN|null/);
      expect(mend, `${code}: a mend has no full stop`).not.toMatch(/[^.]\.$/);
    }
  });

  it('is told in the language asked for, never in the other', () => {
    for (const problem of problems) {
      const [french, english] = [adviceFor(problem, 'fr'), adviceFor(problem, 'en')];
      expect(french.what, problem.code).not.toBe(english.what);
    }
  });
});

describe('the commands that texts tell people to type', () => {
  it('exist, with their options', () => {
    const found = told.flatMap(({ mend }) => commandsIn(mend));
    expect(found.length).toBeGreaterThan(50);
    expect(found.flatMap(unknownIn)).toEqual([]);
  });

  it('would be noticed if they did not', () => {
    const texts = ['lab ups --team 3', 'then: lab down --stage x', 'lab images biuld (or not)'];
    expect(texts.flatMap(commandsIn).flatMap(unknownIn)).toEqual([
      'lab ups --team 3',
      'lab down has no --stage',
      'lab images biuld',
    ]);
  });
});

describe('typography', () => {
  const texts = LANGUAGES.map((language) => ({ language, words: wordsOf(language) }));

  it.each(texts)('is that of the language: $language', ({ language, words }) => {
    expect(words.length).toBeGreaterThan(300);
    for (const word of words) {
      if (language === 'fr') {
        expect(word, 'apostrophe').not.toMatch(/\p{L}'\p{L}/u);
        expect(word.replace('"sip reload"', ''), 'quotes').not.toMatch(/["“”]/);
        expect(word, 'a space before ; ! ?').not.toMatch(/\p{L}[;!?](?=\s|$)/u);
        expect(word, 'spaces inside « »').not.toMatch(/«\S|\S»/);
      } else expect(word, 'quotes').not.toMatch(/[«»“”]/);
      expect(word, 'two spaces').not.toMatch(/\p{L} {2,}\p{L}+ \p{L}/u);
    }
  });
});

/** Every sentence of a language: those of problems, and all phrases with something put in. */
function wordsOf(language: Language): readonly string[] {
  const sentences = told.filter((one) => one.language === language);
  return [
    ...sentences.flatMap(({ what, mend }) => [what, mend]),
    ...leaves(catalogue(language).phrases),
  ];
}

function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}
