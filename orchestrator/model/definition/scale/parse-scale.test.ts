import { describe, expect, it } from 'vitest';
import { scaleChecks } from '../../marking/scale.ts';
import { parseScale } from './parse-scale.ts';

const CONTEXT = { checks: ['register.finance', 'call.finance'], stages: ['bare', 'solution'] };

const RIGHT = `questions:
  Q1.3: { fr: "Comptes", en: "Accounts" }
  Q1.4: { fr: "Appels", en: "Calls" }
checks:
  call.finance:
    question: Q1.4
    points: 13.75
    stages: { bare: 12 }
    title: { fr: "Appel", en: "Call" }
    consequenceOf: [register.finance]
    files: [extensions.conf]
    suspects: [extensions.conf, users.conf]
    fail:
      - when: { code: call-refused, status: "404*" }
        fr: "{caller} inconnu"
        en: "{caller} unknown"
      - { fr: "Non", en: "No" }
    selftest: { fails: [W41], passes: [V15] }
  register.finance:
    question: Q1.3
    points: 6.25
    stages: { bare: 8 }
    title: { fr: "Compte", en: "Account" }
    fail:
      - { fr: "Non", en: "No" }
    selftest: { fails: [W02], passes: [V01] }
`;

const parse = (text: string) => parseScale(text, 'checks.yaml', CONTEXT);

/** What is wrong when one thing is written otherwise. */
function problems(from: string, to: string): readonly string[] {
  const parsed = parse(RIGHT.replace(from, to));
  return parsed.ok
    ? []
    : parsed.problems.map(({ line, column, code }) => `${line}:${column} ${code}`);
}

describe('a scale', () => {
  it('is counted in quarters, question by question, in the order of the sheet', () => {
    const parsed = parse(RIGHT);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const checks = scaleChecks(parsed.value);
    expect(checks.map(({ id, quarters, atStage }) => ({ id, quarters, atStage }))).toEqual([
      { id: 'register.finance', quarters: 25, atStage: { bare: 32 } },
      { id: 'call.finance', quarters: 55, atStage: { bare: 48 } },
    ]);
    expect(checks[1]).toMatchObject({
      ...{ consequenceOf: ['register.finance'], suspects: ['extensions.conf', 'users.conf'] },
      failures: [
        { when: { code: 'call-refused', status: '404*' }, text: { en: '{caller} unknown' } },
        { when: null, text: { fr: 'Non' } },
      ],
    });
  });

  it.each([
    ['an unknown key', 'questions:', 'question:', ['1:1 lab-key-unknown']],
    ['an unknown key of a check', 'points: 6.25', 'point: 6.25', ['21:5 lab-key-unknown']],
    [
      'no map of checks',
      'checks:\n',
      'checks: []\nx:\n',
      ['4:9 lab-value-type', '5:1 lab-key-unknown'],
    ],
    ['an unknown check', '  call.finance:', '  call.finanse:', ['5:3 scale-check-unknown']],
    ['an unknown question', 'question: Q1.4', 'question: Q1.5', ['6:15 scale-question-unknown']],
    ['an unknown ground', '[register.finance]', '[register.compta]', ['10:21 scale-check-unknown']],
    ['an unknown stage', '{ bare: 12 }', '{ bar: 12 }', ['8:15 stage-unknown']],
    ['odd points', 'points: 6.25', 'points: 6.3', ['21:13 scale-points-form']],
    ['another sum than 20', 'points: 6.25', 'points: 6', ['4:1 scale-sum']],
    ['another sum than 20 at a stage', '{ bare: 12 }', '{ bare: 11 }', ['4:1 scale-sum']],
    [
      'a circle of consequences',
      '    title: { fr: "Compte"',
      '    consequenceOf: [call.finance]\n    title: { fr: "Compte"',
      ['10:5 scale-cycle'],
    ],
    [
      'no failure text',
      '    fail:\n      - { fr: "Non", en: "No" }\n    selftest: { fails: [W02]',
      '    fail: []\n    selftest: { fails: [W02]',
      ['24:5 lab-empty'],
    ],
    [
      'a failure text in one language',
      ', en: "No" }\n    selftest: { fails: [W41]',
      ' }\n    selftest: { fails: [W41]',
      ['17:9 lab-key-missing'],
    ],
    [
      'failure texts that may all be left out',
      '      - { fr: "Non", en: "No" }\n    selftest: { fails: [W41]',
      '    selftest: { fails: [W41]',
      ['14:9 scale-last-text'],
    ],
    ['an empty self-test', 'fails: [W41]', 'fails: []', ['18:17 lab-empty']],
    ['a check twice', '  register.finance:\n', '  call.finance:\n', ['19:3 lab-key-duplicate']],
    ['what is no YAML', '    points: 6.25', '\tpoints: 6.25', ['21:1 lab-file-tab']],
  ])('with %s is refused where that stands', (_, from, to, expected) => {
    expect(RIGHT).toContain(from);
    expect(problems(from, to)).toEqual(expected);
  });
});
