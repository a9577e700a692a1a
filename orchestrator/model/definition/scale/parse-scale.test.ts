import { describe, expect, it } from 'vitest';
import { parseScale } from './parse-scale.ts';

const KNOWN = ['register.finance', 'call.finance'];
const parse = (text: string) => parseScale(text, 'checks.yaml', KNOWN);

function problems(text: string): readonly string[] {
  const parsed = parse(text);
  return parsed.ok
    ? []
    : parsed.problems.map(({ line, column, code }) => `${line}:${column} ${code}`);
}

describe('a scale', () => {
  it('is counted in quarters, question by question', () => {
    const text = 'questions:\n  Q1.3:\n    register.finance: 6.25\n  Q1.4: {call.finance: 13.75}\n';
    expect(parse(text)).toEqual({
      ok: true,
      value: {
        questions: [
          { id: 'Q1.3', checks: [{ id: 'register.finance', quarters: 25 }] },
          { id: 'Q1.4', checks: [{ id: 'call.finance', quarters: 55 }] },
        ],
      },
    });
  });

  it.each([
    ['an unknown key', 'question: {}\n', ['1:1 lab-key-unknown']],
    ['no questions', '{}', ['1:1 lab-key-missing']],
    ['no map of questions', 'questions: 20\n', ['1:12 lab-value-type']],
    ['a question without checks', 'questions:\n  Q1: 20\n', ['2:7 lab-value-type']],
    ['an unknown check', 'questions:\n  Q1: {call.finanse: 20}\n', ['2:8 scale-check-unknown']],
    ['odd points', 'questions:\n  Q1: {call.finance: 1.3}\n', ['2:22 scale-points-form']],
    ['negative points', 'questions:\n  Q1: {call.finance: -1}\n', ['2:22 scale-points-form']],
    ['another sum than 20', 'questions:\n  Q1: {call.finance: 19}\n', ['1:1 scale-sum']],
    [
      'a check in two questions',
      'questions:\n  Q1: {call.finance: 10}\n  Q2: {call.finance: 10}\n',
      ['3:8 lab-key-duplicate'],
    ],
    ['what is no YAML', 'questions: "', ['1:12 lab-file-unclosed']],
  ])('with %s is refused where that stands', (_, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });
});
