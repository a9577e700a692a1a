import { describe, expect, it } from 'vitest';
import { allQuarters, scaleChecks } from './scale.ts';
import { selectQuestions } from './select-questions.ts';

const title = { fr: 'titre', en: 'title' };
const question = (id: string, ...quarters: number[]) => ({
  ...{ id, title },
  checks: quarters.map((one, index) => ({
    ...{ id: `${id}.${index}`, quarters: one, atStage: {}, title },
    ...{ consequenceOf: [], files: [], suspects: [], says: [], failures: [] },
    selftest: { fails: [], passes: [] },
  })),
});
const SCALE = {
  questions: [
    question('Q1.3', 10, 10),
    question('Q1.4', 12),
    question('Q1.5', 12),
    question('Q2.1', 0),
  ],
};
const shares = (words: string) =>
  scaleChecks(selectQuestions(SCALE, words)).map(({ id, quarters }) => `${id} ${quarters}`);

describe('a part of a scale', () => {
  it('makes 20 again, in whole quarters', () => {
    expect(shares('Q1.4')).toEqual(['Q1.4.0 80']);
    expect(shares('Q1.3-Q1.4')).toEqual(['Q1.3.0 25', 'Q1.3.1 25', 'Q1.4.0 30']);
    expect(allQuarters(selectQuestions(SCALE, 'Q1.3,Q1.5'))).toBe(80);
    expect(shares('q1.5,q2.1')).toEqual(['Q1.5.0 80', 'Q2.1.0 0']);
  });

  it('is in the order of the sheet, however it was asked for', () => {
    expect(shares('Q1.5-Q1.4')).toEqual(['Q1.4.0 40', 'Q1.5.0 40']);
  });

  it.each([
    ['Q9', 'scale-questions-wrong'],
    ['', 'scale-questions-wrong'],
    ['Q1.3-', 'scale-questions-wrong'],
    ['Q2.1', 'scale-questions-empty'],
  ])('that is none (%j) is refused', (words, code) => {
    expect(() => selectQuestions(SCALE, words)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code }) }),
    );
  });
});
