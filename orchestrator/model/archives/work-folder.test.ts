import { describe, expect, it } from 'vitest';
import { mergeTars } from './merge-tars.ts';
import { EXPORT_MARK, type FolderFile, folderOf, readMark, workOf } from './work-folder.ts';
import { readWork, SEEDED, treeSources, type WorkEntry, type WorkTree } from './work-tree.ts';

const ROOTS = ['etc/asterisk', 'var/spool/asterisk/voicemail', 'root'];

function entry(path: string, more: Partial<WorkEntry> = {}): WorkEntry {
  const content = Buffer.from('text\n');
  return { path, kind: 'file', mode: 0o640, uid: 105, gid: 108, target: null, content, ...more };
}

function tree(...entries: readonly WorkEntry[]): WorkTree {
  return new Map(entries.map((one) => [one.path, one]));
}

const nothing = Buffer.of();
const folders = ROOTS.map((path) =>
  entry(path, { kind: 'directory', mode: 0o755, content: nothing }),
);
const pristine = tree(
  ...folders,
  entry('etc/asterisk/asterisk.conf'),
  entry('etc/asterisk/acl.conf'),
);
const work = tree(
  ...folders,
  entry('etc/asterisk/users.conf', { mode: 0o600 }),
  entry('etc/asterisk/dos.conf', { content: Buffer.from('a\r\n') }),
  entry('root/été', { uid: 0, gid: 0 }),
  entry('root/link', { kind: 'symlink', target: '/etc', content: nothing }),
);
const linked = tree(
  ...folders,
  entry('etc/asterisk/a.conf', { content: Buffer.from('[3101]\n') }),
  entry('etc/asterisk/sip.conf', { kind: 'symlink', target: '../../root/x', content: nothing }),
  entry('etc/asterisk/users.conf', {
    ...{ kind: 'link', target: 'etc/asterisk/a.conf', content: nothing },
  }),
  entry('etc/asterisk/loop.conf', { kind: 'symlink', target: 'loop.conf', content: nothing }),
  entry('root/shadow', { kind: 'symlink', target: '/etc/shadow', content: nothing }),
  entry('root/x'),
);
const whose = { team: 3, lab: 'activity-1', stage: 'start', base: null, time: 'now' };
const exported = folderOf(work, whose);

function back(files: readonly FolderFile[]): WorkTree {
  const mark = files.find(({ path }) => path === EXPORT_MARK);
  return workOf(files, { mark: mark === undefined ? null : readMark(mark.content), pristine });
}

function changed(path: string, text: string): readonly FolderFile[] {
  const rest = exported.filter((file) => file.path !== path);
  return [...rest, { path, content: Buffer.from(text) }];
}

const marked = (changes: object) =>
  JSON.stringify({ ...readMark(exported.at(-1)?.content ?? nothing), ...changes });

const textIn = (found: WorkTree, path: string) =>
  Buffer.from(found.get(path)?.content ?? []).toString();

describe('a team’s work as a folder', () => {
  it('has Asterisk’s files foremost, and no links out of it', () => {
    expect(exported.map(({ path }) => path)).toEqual([
      'asterisk/users.conf',
      'asterisk/dos.conf',
      'others/home/été',
      EXPORT_MARK,
    ]);
  });

  it('comes back as it was: bytes, modes, owners, links', () => {
    expect(
      [...back(exported).values()].map((one) => ({ ...one, content: textIn(work, one.path) })),
    ).toEqual([...work.values()].map((one) => ({ ...one, content: textIn(work, one.path) })));
    expect(textIn(back(exported), 'etc/asterisk/dos.conf')).toBe('a\r\n');
  });

  it('loses what Windows adds to a text that was changed there', () => {
    const found = back(changed('asterisk/users.conf', '\ufeff[3101]\r\nsecret=é\r\n'));
    expect(textIn(found, 'etc/asterisk/users.conf')).toBe('[3101]\nsecret=é\n');
    expect(found.get('etc/asterisk/users.conf')?.mode).toBe(0o600);
  });

  it('has what links within the work lead to, which come back as links', () => {
    const files = folderOf(linked, whose);
    expect(files.map(({ path, content }) => `${path} ${content.length}`).slice(0, -1)).toEqual([
      'asterisk/a.conf 7',
      'asterisk/sip.conf 5',
      'asterisk/users.conf 7',
      'others/home/x 5',
    ]);
    const kinds = [...back(files).values()].map(({ path, kind }) => [path, kind]);
    expect(kinds).toEqual([...linked.values()].map(({ path, kind }) => [path, kind]));
  });

  it('keeps what was changed in a link’s place, or what a link led to, as a file', () => {
    const files = folderOf(linked, whose).filter(({ path }) => path !== 'asterisk/a.conf');
    const edited = files.map((file) =>
      file.path === 'asterisk/sip.conf' ? { ...file, content: Buffer.from('new') } : file,
    );
    const found = back(edited);
    expect(found.has('etc/asterisk/a.conf')).toBe(false);
    expect(found.get('etc/asterisk/users.conf')).toMatchObject({ kind: 'file', mode: 0o640 });
    expect(textIn(found, 'etc/asterisk/users.conf')).toBe('[3101]\n');
    expect(found.get('etc/asterisk/sip.conf')).toMatchObject({ kind: 'file', mode: 0o644 });
    expect(textIn(found, 'etc/asterisk/sip.conf')).toBe('new');
  });

  it('loses a hard link to what isn’t there', () => {
    const text = JSON.stringify({
      ...readMark(exported.at(-1)?.content ?? nothing),
      entries: [
        { ...entry('root/y', { kind: 'link', target: 'root/gone' }), content: null, sha256: null },
      ],
    });
    expect(back([{ path: EXPORT_MARK, content: Buffer.from(text) }]).has('root/y')).toBe(false);
  });

  it('goes into an archive with hard links behind what they lead to', async () => {
    const target = 'root/z/file';
    const deep = tree(
      ...folders,
      entry('root/a', { kind: 'link', target, content: nothing }),
      entry(target),
    );
    const merged = mergeTars(treeSources(deep, ROOTS), () => ({ path: 'manifest.json', text: '' }));
    expect([...((await readWork(merged, 1000)) ?? new Map()).keys()].slice(-2)).toEqual([
      target,
      'root/a',
    ]);
  });

  it('has files less and files more, in new folders too, which belong to whom their folder does', () => {
    const found = back(
      changed('asterisk/more/x.conf', 'x').filter(({ path }) => path !== 'asterisk/users.conf'),
    );
    expect(found.has('etc/asterisk/users.conf')).toBe(false);
    expect(found.get('etc/asterisk/more')).toMatchObject({ kind: 'directory', uid: 105 });
    expect(found.get('etc/asterisk/more/x.conf')).toMatchObject({ uid: 105, mode: 0o644 });
  });

  it('without a mark lies on what Asterisk is installed with, and no stage is laid over it', () => {
    const found = back([{ path: 'asterisk/users.conf', content: Buffer.from('[3101]') }]);
    expect([...found.keys()]).toEqual([...pristine.keys(), SEEDED, 'etc/asterisk/users.conf']);
  });

  it.each([
    ['no JSON', '{'],
    ['another file', '{"schema":"x"}'],
    ['a network that is none', marked({ base: 7 })],
    ['a stage that is no word', marked({ stage: {} })],
    [
      'a device',
      JSON.stringify({
        ...readMark(exported.at(-1)?.content ?? nothing),
        entries: [{ path: 'a', kind: 'character-device', mode: 0, uid: 0, gid: 0 }],
      }),
    ],
  ])('has no mark in %s', (_, text) => {
    expect(readMark(Buffer.from(text))).toBeNull();
  });

  it('goes into an archive with accents and all, under the paths that it has', async () => {
    const accented = tree(...work.values(), entry('etc/asterisk/été.conf'));
    const merged = mergeTars(treeSources(accented, ROOTS), () => ({
      path: 'manifest.json',
      text: '',
    }));
    const found = await readWork(merged, 1000);
    expect([...(found?.keys() ?? [])].sort()).toEqual([...accented.keys()].sort());
  });

  it('is not read where it is too large', async () => {
    const merged = mergeTars(treeSources(work, ROOTS), () => ({ path: 'manifest.json', text: '' }));
    expect(await readWork(merged, 4)).toBeNull();
  });
});
