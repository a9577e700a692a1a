import { describe, expect, it } from 'vitest';
import { configurationHash } from './configuration-hash.ts';
import { isBlank, templateNames } from './configuration-text.ts';
import { submissionTeam } from './submission-team.ts';

const files = (texts: Readonly<Record<string, string>>) =>
  new Map(Object.entries(texts).map(([path, text]) => [path, Buffer.from(text)]));

describe('the templates that a file names', () => {
  it.each([
    ['[template](!)\n[3101](template)', ['template']],
    ['[template]\n[3101](template)', ['template']],
    ['\uFEFF[modèle](!) ; un modèle\r\n[3101](modèle)\r\n', ['modèle']],
    ['; [template](!)\n[3101]\nhost=dynamic', []],
    ['[3101](+)\n[3102](a,b)', ['a', 'b']],
  ])('%j', (text, expected) => {
    expect(templateNames(files({ 'users.conf': text }), 'users.conf')).toEqual(expected);
  });

  it('are found in what it includes, however that turns in a circle', () => {
    const both = files({
      'users.conf': '#include "/etc/asterisk/more.conf"',
      'more.conf': '#include users.conf\n[telephone](!)',
    });
    expect(templateNames(both, 'users.conf')).toEqual(['telephone']);
  });
});

it('says nothing when it has only comments and headings', () => {
  expect(isBlank(Buffer.from('; a = b\r\n[general]\n'))).toBe(true);
  expect(isBlank(Buffer.from('[general]\nhassip = yes'))).toBe(false);
});

it('has one hash, whatever the order of its files', () => {
  const one = configurationHash(files({ a: '1', b: '2' }));
  expect(configurationHash(files({ b: '2', a: '1' }))).toBe(one);
  expect(configurationHash(files({ a: '2', b: '1' }))).not.toBe(one);
});

describe('the team of a submission', () => {
  const numbers = files({
    'users.conf': '[3101](template)\nsecret = 1234',
    'extensions.conf': 'exten => _31XX,1,Dial(SIP/$EXTEN,20)',
    'voicemail.conf': '3101 => 1234, A',
  });

  it.each([
    ['dupont_equipe3', 3],
    ['Équipe 5 - Zoé', 5],
    ['team-08', 8],
    ['equipe12', null],
    ['dupont', null],
  ])('is what the folder’s name says: %s', (name, expected) => {
    expect(submissionTeam(name, files({}))).toBe(expected);
  });

  it('is else what all numbers in the files begin with', () => {
    expect(submissionTeam('dupont', numbers)).toBe(3);
    expect(submissionTeam('dupont', new Map([...numbers, ...files({ x: '[4101]' })]))).toBeNull();
  });
});
