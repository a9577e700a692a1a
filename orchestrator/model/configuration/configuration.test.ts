import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { configurationHash } from './configuration-hash.ts';
import { isBlank, templateNames } from './configuration-text.ts';
import { teamInFiles, teamInName } from './submission-team.ts';

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
    ['Équipe n° 5'.normalize('NFD'), 5],
    ['team-08', 8],
    ['groupe3', 3],
    ['TP gr3', 3],
    ['eq 3', 3],
    ['groupe 2, équipe 5', 5],
    ['equipe12', null],
    ['equipe9', null],
    ['tigr3', null],
    ['dupont', null],
  ])('is what a name says: %s', (name, expected) => {
    expect(teamInName(name)).toBe(expected);
  });

  it('is what all numbers in the files begin with', () => {
    expect(teamInFiles(numbers)).toBe(3);
    expect(teamInFiles(new Map([...numbers, ...files({ x: '[4101]' })]))).toBeNull();
    expect(teamInFiles(files({}))).toBeNull();
  });
});

describe('a hostile file is read in no time', () => {
  const soon = (work: () => unknown) => {
    const began = performance.now();
    work();
    expect(performance.now() - began).toBeLessThan(15_000);
  };
  const MIB = 2 ** 20;

  it.each([
    ['semicolons before an end that is none', `${';'.repeat(MIB)}\rx`],
    ['empty lines', '\n'.repeat(MIB)],
    ['spaces', ' '.repeat(MIB)],
    ['one heading that never ends', '['.repeat(MIB)],
    ['headings', '[a](!)\n'.repeat(MIB / 8)],
    ['an include that never comes', `#${' '.repeat(MIB)}`],
  ])('%s', (_, text) => {
    const own = files({ 'users.conf': text });
    soon(() => [isBlank(Buffer.from(text)), templateNames(own, 'users.conf'), teamInFiles(own)]);
  });

  it('files that include each other, each many times', () => {
    const all = Array.from({ length: 40 }, (_, at) => [
      at === 0 ? 'users.conf' : `${at}.conf`,
      `#include ${at + 1}.conf\n#include ${(at * 7) % 40}.conf\n`.repeat(40),
    ]);
    soon(() => templateNames(files(Object.fromEntries(all)), 'users.conf'));
  });

  it('any bytes at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const own = new Map([['users.conf', bytes]]);
        isBlank(bytes);
        teamInFiles(own);
        expect(templateNames(own, 'users.conf')).not.toContain('');
      }),
    );
  });
});
