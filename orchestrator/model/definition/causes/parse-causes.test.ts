import { describe, expect, it } from 'vitest';
import { causeText } from './cause-texts.ts';
import { parseCauses } from './parse-causes.ts';

const KNOWN = {
  'dial-time': { params: ['seconds'], line: true },
  'file-blank': { params: [], line: false },
};
const SOUND = `dial-time: { fr: "{file} ligne {line} : {seconds} s", en: "{file} line {line}: {seconds} s" }
file-blank: { fr: "{file} est vide", en: "{file} is empty" }
`;

/** Line, column, code and key of every problem. */
function problems(text: string) {
  const read = parseCauses(text, 'causes.yaml', KNOWN);
  if (read.ok) return [];
  return read.problems.map(({ line, column, code, params }) => {
    const { key } = params as { readonly key?: string };
    return `${line}:${column} ${code} ${key}`;
  });
}

describe('the texts of causes', () => {
  it('are read in both languages, and told with what was found', () => {
    const read = parseCauses(SOUND, 'causes.yaml', KNOWN);
    const place = { file: 'extensions.conf', line: 7, section: 'finance' };
    const cause = { rule: 'dial-time', ...place, params: { seconds: 2 } };
    expect(read.ok && causeText(read.value, cause)).toEqual({
      fr: 'extensions.conf ligne 7 : 2 s',
      en: 'extensions.conf line 7: 2 s',
    });
  });

  it('show no control codes of a student’s file', () => {
    const texts = { bad: { fr: '{found}', en: '{found}' } };
    const cause = { rule: 'bad', file: null, line: null, section: null };
    const told = causeText(texts, { ...cause, params: { found: '\u001b[31m' } });
    expect(told.en).toBe('\\u001b[31m');
  });

  it.each([
    ['an unknown rule', `${SOUND}dial-tim: { fr: a, en: b }\n`, ['3:1 lab-key-unknown dial-tim']],
    ['a missing rule', SOUND.replace(/file-blank.*\n/, ''), ['1:1 lab-key-missing file-blank']],
    [
      'a missing language',
      SOUND.replace(', en: "{file} is empty"', ''),
      ['2:1 lab-key-missing en'],
    ],
    ['another language', SOUND.replace('empty" }', 'empty", de: c }'), ['2:61 lab-key-unknown de']],
    [
      'an unknown word in braces',
      SOUND.replace('{seconds} s"', '{second} s"'),
      ['1:18 lab-key-unknown {second}'],
    ],
    [
      'a line where none is known',
      SOUND.replace('{file} est', '{line} est'),
      ['2:19 lab-key-unknown {line}'],
    ],
    [
      'a text that is a list of words',
      SOUND.replace('"{file} est vide"', '{ a: b }'),
      ['2:19 lab-value-type file-blank.fr'],
    ],
    ['a file that is no map', '- a\n', ['1:1 lab-value-type ']],
  ])('have a place for what is wrong: %s', (_, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });
});
