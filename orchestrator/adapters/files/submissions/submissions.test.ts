import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HandInFolder, NAMES, THREE, taken, within, zipOf } from './made-hand-ins.ts';

let made: HandInFolder;
beforeEach(() => {
  made = new HandInFolder();
});
afterEach(() => made[Symbol.dispose]());

describe('a folder of hand-ins', () => {
  it('has one in each folder and each archive', async () => {
    const found = await taken(
      made.with({
        ...within('dupont/'),
        ...within('martin/tp/etc/asterisk/'),
        'equipe3.zip': zipOf(within('tp/')),
        'vide/.gitkeep': '',
        'classe.csv': 'Nom;Équipe',
      }),
    );
    expect(found).toEqual({ dupont: NAMES, equipe3: NAMES, martin: NAMES, vide: [] });
  });

  it('may be one hand-in itself', async () => {
    const found = await taken(made.with({ ...THREE, 'old/users.conf': '', 'rapport.pdf': 'x' }));
    expect(Object.values(found)).toEqual([[...NAMES, 'old/users.conf', '+rapport.pdf']]);
  });

  it('may have the hand-ins one folder deeper', async () => {
    const both = { ...within('rendus/equipe1/'), ...within('rendus/equipe2/') };
    expect(await taken(made.with(both))).toEqual({ equipe1: NAMES, equipe2: NAMES });
  });

  it('refuses links, pipes in the way and what it may not read, each for that one', async () => {
    made.with({ ...within('a/'), ...within('b/'), ...within('c/') });
    symlinkSync('/etc/passwd', join(made.root, 'a/more.conf'));
    symlinkSync('/etc', join(made.root, 'd'));
    chmodSync(join(made.root, 'b/users.conf'), 0);
    expect(await taken(made.root)).toMatchObject({
      a: 'submission-link',
      c: NAMES,
      d: 'submission-link',
    });
  });

  it('has none when it is empty, and can’t be a text', async () => {
    await expect(taken(made.root)).rejects.toThrow('submissions-none');
    const text = join(made.with({ 'a.txt': 'no zip' }), 'a.txt');
    await expect(taken(text)).rejects.toThrow('submissions-broken');
    await expect(taken(join(made.root, 'away'))).rejects.toThrow('ENOENT');
  });
});

describe('one hand-in', () => {
  it('may be an archive without any folder', async () => {
    expect(await taken(made.zip([{ name: 'users.conf' }, { name: 'appel.pcapng' }]))).toEqual({
      rendus: ['users.conf', '+appel.pcapng'],
    });
  });

  it('is sorted by what its files are for', async () => {
    const found = await taken(
      made.with({
        ...within('dupont/conf/'),
        'dupont/conf/more.txt': '',
        'dupont/conf/sub/more.conf': '',
        'dupont/conf/users.conf': '#include more.txt',
        'dupont/Appel.PCAP': '',
        'dupont/conf/b.cap': '',
        'dupont/réponses.yml': '',
        'dupont/conf/answers.yaml': '',
        'dupont/CR.docx': '',
        'dupont/else': '',
      }),
    );
    expect(found).toEqual({
      dupont: [
        ...['extensions.conf', 'users.conf', 'voicemail.conf', 'sub/more.conf', 'more.txt'],
        ...['+Appel.PCAP', '+conf/b.cap', '+réponses.yml', '+conf/answers.yaml', '+CR.docx'],
        '+conf/more.txt',
      ],
    });
  });

  it('keeps files by their odd names, and says so', async () => {
    const found = await taken(
      made.with({ 'dupont/Users.conf': '', 'dupont/extensions.conf.txt': '' }),
    );
    expect(found).toEqual({
      dupont: ['Users.conf', 'extensions.conf.txt', '!odd-name', '!odd-name'],
    });
  });

  it('has the least deep folder of several, and two as deep are too many', async () => {
    const found = await taken(
      made.with({
        ...within('a/'),
        ...within('a/old/'),
        ...within('b/old/'),
        ...within('b/final/'),
      }),
    );
    expect(found).toMatchObject({ b: 'submission-ambiguous' });
    expect(found.a).toEqual(expect.arrayContaining(NAMES));
  });

  it('is graded without an archive that is of no need', async () => {
    expect(await taken(made.with({ ...within('a/'), 'a/x.zip': 'x', 'a/y.rar': '' }))).toEqual({
      a: [...NAMES, '!archive-unread', '!archive-unread'],
    });
  });

  it('has nothing at all for Asterisk when there is only a report', async () => {
    expect(await taken(made.with({ 'a/rapport.pdf': '' }))).toEqual({ a: ['+rapport.pdf'] });
  });

  it('is refused when a file is a folder too', async () => {
    const clash = [{ name: 'a/users.conf' }, { name: 'a/users.conf/x' }];
    expect(await taken(made.zip(clash))).toEqual({ a: 'submission-path clash' });
  });

  it('is refused when it is larger than any configuration', async () => {
    const large = Buffer.alloc(5 * 2 ** 20);
    const found = await taken(made.with({ 'a/users.conf': large, 'a/b.conf': large }));
    expect(found).toEqual({ a: 'submission-too-large' });
  });
});
