import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Files, HandInFolder, NAMES, THREE, taken, within, zipOf } from './made-hand-ins.ts';
import type { MadeEntry } from './made-zip.ts';

let made: HandInFolder;
beforeEach(() => {
  made = new HandInFolder();
});
afterEach(() => made[Symbol.dispose]());

describe('Moodle’s archive of all hand-ins', () => {
  const moodle = (who: string) => `${who}_4711_assignsubmission_file_/`;
  const inZip = async (files: Files, more: readonly MadeEntry[] = []) =>
    taken(
      made.zip([...Object.entries(files).map(([name, content]) => ({ name, content })), ...more]),
    );

  it('has a folder a participant, with files, an archive, or folders in it', async () => {
    const found = await inZip({
      ...within(moodle('DUPONT Léa')),
      [`${moodle('MARTIN Zoé')}equipe3.zip`]: zipOf({
        ...within('tp/'),
        '__MACOSX/tp/._users.conf': 'x',
      }),
      ...within(`${moodle('PETIT Ana')}tp/final/`),
      [`${moodle('PETIT Ana')}.DS_Store`]: 'x',
      [`${moodle('PETIT Ana')}desktop.ini`]: 'x',
      'PETIT Ana_4711_assignsubmission_onlinetext_/onlinetext.html': '<p>',
    });
    expect(found).toEqual({
      [moodle('DUPONT Léa').slice(0, -1)]: NAMES,
      [moodle('MARTIN Zoé').slice(0, -1)]: NAMES,
      [moodle('PETIT Ana').slice(0, -1)]: [...NAMES, '+onlinetext.html'],
    });
  });

  it('may have no folders: then names of files begin with the participant', async () => {
    const name = 'DUPONT Léa_4711_assignsubmission_file_';
    expect(await inZip(within(name))).toEqual({ [name]: NAMES });
  });

  it.each([
    ['in UTF-8, said to be', Buffer.from('Zoé'), true],
    ['in UTF-8, unsaid', Buffer.from('Zoé'), false],
    ['in code page 437', Buffer.from([0x5a, 0x6f, 0x82]), false],
    ['decomposed', Buffer.from('Zoé'.normalize('NFD')), true],
  ])('may have names %s', async (_, who, utf8) => {
    const name = Buffer.concat([who, Buffer.from('_1_assignsubmission_file_/users.conf')]);
    const found = await taken(made.zip([{ name, utf8, content: '\uFEFF[3101]\r\n' }]));
    expect(found).toEqual({ Zoé_1_assignsubmission_file_: ['users.conf'] });
  });

  it.each<[string, MadeEntry, string]>([
    ['an absolute path', { name: '/BAD/users.conf' }, 'submission-path absolute'],
    ['a drive', { name: 'C:\\BAD\\users.conf' }, 'submission-path absolute'],
    ['a way out', { name: 'BAD/../../users.conf' }, 'submission-path parent'],
    ['a way out with backslashes', { name: 'BAD\\..\\..\\users.conf' }, 'submission-path parent'],
    ['a name that no disk takes', { name: `BAD/${'a'.repeat(300)}` }, 'submission-path long'],
    ['a path without an end', { name: `BAD/${'a/'.repeat(2000)}b` }, 'submission-path long'],
    ['control characters', { name: 'BAD/users\0.conf' }, 'submission-path unprintable'],
    [
      'a link',
      { name: 'BAD/users.conf', content: '/etc/passwd', mode: 0o120777 },
      'submission-link',
    ],
    ['a password', { name: 'BAD/users.conf', encrypted: true }, 'submission-encrypted'],
    ['a bomb', { name: 'BAD/users.conf', content: Buffer.alloc(9 * 2 ** 20) }, 'submission-bomb'],
    [
      'more than was declared',
      { name: 'BAD/users.conf', content: Buffer.alloc(2 ** 20), size: 9 },
      'submission-archive-broken',
    ],
    [
      'less than was declared',
      { name: 'BAD/users.conf', content: 'x', size: 99 },
      'submission-archive-broken',
    ],
    [
      'spoilt content',
      { name: 'BAD/users.conf', content: 'abcdef'.repeat(99), spoilt: true },
      'submission-archive-broken',
    ],
    [
      'a broken archive',
      { name: 'BAD/tp.zip', content: 'PK\x03\x04 but no more' },
      'submission-archive-broken',
    ],
    [
      'an archive of another kind',
      { name: 'BAD/tp.rar', content: 'Rar!' },
      'submission-archive-unknown',
    ],
    [
      'an archive in an archive',
      { name: 'BAD/a.zip', content: zipOf({ 'b.zip': zipOf(THREE) }) },
      'submission-archive-unknown',
    ],
    [
      'a way out of an archive in it',
      { name: 'BAD/a.zip', content: zipOf({ '../users.conf': '' }) },
      'submission-path parent',
    ],
    [
      'a bomb in an archive in it',
      { name: 'BAD/a.zip', content: zipOf({ 'users.conf': Buffer.alloc(9 * 2 ** 20) }) },
      'submission-bomb',
    ],
  ])('refuses %s, and only for that one', async (_, entry, expected) => {
    const bad = moodle('BAD').slice(0, -1);
    const name = String(entry.name).replace('BAD', bad);
    expect(await inZip(within(moodle('GOOD')), [{ ...entry, name }])).toEqual({
      [bad]: expected,
      [moodle('GOOD').slice(0, -1)]: NAMES,
    });
  });

  it('refuses too many files, and only for that one', async () => {
    const many = Array.from({ length: 2001 }, (_, at) => ({ name: `${moodle('BAD')}${at}` }));
    const found = await inZip(within(moodle('GOOD')), many);
    expect(Object.values(found)).toEqual(['submission-too-many', NAMES]);
  });
});
