import { describe, expect, it } from 'vitest';
import type { Scale } from '../../marking/scale.ts';
import { parseMutants } from './parse-mutants.ts';
import { unknownLabs } from './selftest-lists.ts';

const entry = {
  ...{ quarters: 80, atStage: {}, title: { fr: 'x', en: 'x' }, consequenceOf: [], files: [] },
  ...{ suspects: [], says: [], failures: [] },
};
const scale: Scale = {
  questions: [
    {
      id: 'Q1.4',
      title: { fr: 'Appels', en: 'Calls' },
      checks: [{ id: 'call.finance', ...entry, selftest: { fails: ['W41'], passes: ['V15'] } }],
    },
  ],
};
const solution = new Map([['extensions.conf', '[finance]\nexten => _31XX,1,Dial()\n']]);

const RIGHT = `mutants:
  W41:
    about: { fr: "Sans souligné", en: "No underscore" }
    edits:
      - { file: extensions.conf, in: finance, replace: "_{X}1XX", by: "{X}1XX" }
    expect: { root: [call.finance], questions: [Q1.4] }
    cause: ["_"]
    place: { file: extensions.conf, line: "=> {X}1XX", section: finance }
  V07:
    about: { fr: "CRLF", en: "CRLF" }
    edits:
      - { file: extensions.conf, encode: crlf }
`;

const parse = (text: string) =>
  parseMutants(text, 'mutants.yaml', { scale, solution, papers: null, base: '192.168', team: 3 });

/** What is wrong when one thing is written otherwise. */
function problems(from: string, to: string): readonly string[] {
  const parsed = parse(RIGHT.replace(from, to));
  if (parsed.ok) return [];
  return parsed.problems.map(({ line, column, code }) => `${line}:${column} ${code}`);
}

describe('mutants.yaml', () => {
  it('names labs, their edits, and how each comes out', () => {
    const parsed = parse(RIGHT);
    expect(parsed).toMatchObject({
      ok: true,
      value: [
        { id: 'W41', faults: 1, expect: { root: ['call.finance'], fails: [] } },
        { id: 'V07', expect: null, edits: [{ kind: 'encode', encode: 'crlf' }], place: null },
      ],
    });
  });

  it.each([
    ['an unknown key', 'cause:', 'causes:', ['7:5 lab-key-unknown']],
    ['an unknown key of an edit', 'by:', 'with:', ['5:67 lab-key-unknown']],
    ['a name that is none', 'W41:', 'X41:', ['2:3 mutant-id-form']],
    ['an unknown check', 'root: [call.finance]', 'root: [call.x]', ['6:22 scale-check-unknown']],
    ['an unknown question', '[Q1.4]', '[Q9]', ['6:49 scale-question-unknown']],
    ['an edit without effect', '"_{X}1XX"', '"_{X}9XX"', ['5:9 mutant-edit-idle']],
    ['an edit that says nothing', 'replace: "_{X}1XX", ', '', ['5:9 mutant-edit-form']],
    ['an encoding that is none', 'encode: crlf', 'encode: utf8', ['12:42 mutant-encoding']],
    ['a place that is nowhere', '"=> {X}1XX"', '"_{X}1XX"', ['8:12 mutant-place-absent']],
  ])('is refused with %s', (_, from, to, found) => {
    expect(problems(from, to)).toEqual(found);
  });
});

describe('the lists of checks.yaml for the self-test', () => {
  it('name labs that are there', () => {
    const text = `checks:\n  call.finance:\n    selftest: { fails: [W41], passes: [V15] }\n`;
    const read = { scale, text, file: 'checks.yaml' };
    expect(unknownLabs(read, ['W41', 'V15'])).toEqual([]);
    const [problem] = unknownLabs(read, ['W41', 'V16']);
    expect(problem).toMatchObject({ line: 3, code: 'mutant-lab-unknown', file: 'checks.yaml' });
  });
});
