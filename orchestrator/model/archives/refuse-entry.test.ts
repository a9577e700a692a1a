import type { Header } from 'tar-stream';
import { describe, expect, it } from 'vitest';
import { type EntriesBefore, refuseEntry } from './refuse-entry.ts';

type Entry = Pick<Header, 'name' | 'type'> & Partial<Pick<Header, 'linkname'>>;

function judged(...entries: readonly Entry[]): string {
  const before: EntriesBefore = new Map();
  try {
    for (const entry of entries) refuseEntry(entry as Header, ['root'], before);
    return 'sound';
  } catch (error) {
    return (error as Error).message;
  }
}

const file: Entry = { name: 'root/a', type: 'file' };
const symlink: Entry = { name: 'root/s', type: 'symlink', linkname: '/etc' };

function hardLink(linkname: string): Entry {
  return { name: 'root/b', type: 'link', linkname };
}

describe('an entry of an archive', () => {
  it.each<[string, readonly Entry[], string]>([
    ['a hard link to a file before it', [file, hardLink('root/a')], 'sound'],
    ['a hard link to a file that isn’t there', [hardLink('root/a')], 'no-target: root/b'],
    ['a hard link to a file that comes later', [hardLink('root/a'), file], 'no-target: root/b'],
    ['a hard link to a symbolic link', [symlink, hardLink('root/s')], 'no-target: root/b'],
    ['a hard link out of the work', [hardLink('etc/passwd')], 'outside: etc/passwd'],
    ['a symbolic link out of the work', [symlink], 'sound'],
    [
      'a file through a symbolic link',
      [symlink, { ...file, name: 'root/s/x' }],
      'outside: root/s/x',
    ],
  ])('is judged: %s', (_, entries, verdict) => {
    expect(judged(...entries)).toBe(verdict);
  });
});
