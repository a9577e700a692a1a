import { describe, expect, it } from 'vitest';
import { identicalFiles } from './identical-files.ts';

const handIn = (team: number, text: string, file = 'users.conf') => ({
  ...{ who: `team ${team}`, team },
  files: new Map([[file, Buffer.from(text)]]),
});
const notes = (...handIns: Parameters<typeof identicalFiles>[0]) =>
  identicalFiles(handIns).map(({ file, manner, who }) => `${file} ${manner} ${who.join(' ')}`);

const OWN = '[3101](template)\nsecret=1234 ; mine\n';

describe('files that are the same in two hand-ins', () => {
  it('are told, comments and layout too', () => {
    expect(notes(handIn(3, OWN), handIn(4, OWN))).toEqual([]);
    expect(notes(handIn(3, OWN), handIn(3, OWN))).toEqual(['users.conf raw team 3 team 3']);
  });

  it('are the same whatever digit the teams have', () => {
    const other = OWN.replace('3101', '4101');
    expect(notes(handIn(3, OWN), handIn(4, other))).toEqual(['users.conf raw team 3 team 4']);
  });

  it.each([
    ['comments', '; a\n[3101](template)\n;-- b\nc --;secret=1234\n'],
    ['blank lines and line ends', '\r\n[3101](template)\r\n\r\n  secret = 1234\r\n'],
    ['arrows', '[3101](template)\nsecret => 1234'],
  ])('are the same but for %s', (_, text) => {
    expect(notes(handIn(3, OWN), handIn(3, text))).toEqual(['users.conf form team 3 team 3']);
  });

  it('are the same in whatever order the keys of a section stand, and no further', () => {
    const [one, other] = ['[a]\nx=1\ny=2\n[b]\nz=3', '[a]\ny=2\nx=1\n[b]\nz=3'];
    expect(notes(handIn(3, one), handIn(4, other))).toHaveLength(1);
    expect(notes(handIn(3, one), handIn(4, '[a]\nx=1\n[b]\ny=2\nz=3'))).toEqual([]);
  });

  it('are one group in raw form and a larger one without comments', () => {
    const bare = '[3101](template)\nsecret=1234';
    expect(notes(handIn(3, OWN), handIn(3, OWN), handIn(3, bare))).toEqual([
      'users.conf raw team 3 team 3',
      'users.conf form team 3 team 3 team 3',
    ]);
  });

  it('are not those that say nothing, nor files of other names', () => {
    expect(notes(handIn(3, '\n'), handIn(4, '\n'))).toEqual([]);
    expect(notes(handIn(3, OWN), handIn(3, OWN, 'sip.conf'))).toEqual([]);
  });

  it('keep a semicolon that is no comment', () => {
    const [one, other] = ['a=1\\;2', 'a=1\\;3'];
    expect(notes(handIn(3, one), handIn(4, other))).toEqual([]);
  });
});
