import { describe, expect, it } from 'vitest';
import { compareWork } from './compare-work.ts';
import { SEEDED, type WorkEntry, type WorkTree } from './work-tree.ts';

function file(path: string, text: string | Uint8Array, more: Partial<WorkEntry> = {}): WorkEntry {
  const content = Buffer.from(text);
  return { path, kind: 'file', mode: 0o640, uid: 105, gid: 108, target: null, content, ...more };
}

function tree(...entries: readonly WorkEntry[]): WorkTree {
  return new Map(entries.map((entry) => [entry.path, entry]));
}

describe('what a team changed', () => {
  it('is nothing where nothing differs, whatever shells and the tool note', () => {
    const before = tree(file('a', 'x'), file('root', '', { kind: 'directory' }));
    const after = tree(file('a', 'x'), file(SEEDED, ''), file('root/.bash_history', 'ls'));
    expect(compareWork(before, after)).toEqual([]);
  });

  it('is told as a unified diff, a file each', () => {
    const changes = compareWork(
      tree(file('a', 'one\ntwo\n'), file('gone', 'x\n')),
      tree(file('a', 'one\n2\n'), file('new', 'y\n')),
    );
    expect(changes.map(({ path, change }) => `${change} ${path}`)).toEqual([
      'changed a',
      'removed gone',
      'added new',
    ]);
    expect(changes[0]?.diff).toBe(
      'diff a/a b/a\n--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n one\n-two\n+2',
    );
    expect(changes[1]?.diff).toContain('--- a/gone\n+++ /dev/null');
    expect(changes[2]?.diff).toContain('--- /dev/null\n+++ b/new');
  });

  it('is a mode or an owner as well, a link, and bytes that are no text', () => {
    const [mode, link, bytes] = compareWork(
      tree(file('a', 'x'), file('b', 'x'), file('c', Buffer.of(0, 1))),
      tree(
        file('a', 'x', { mode: 0 }),
        file('b', '', { kind: 'symlink', target: '/etc/passwd' }),
        file('c', Buffer.of(0, 2)),
      ),
    );
    expect(mode?.diff).toBe('diff a/a b/a\nold mode 0640 105:108\nnew mode 0000 105:108');
    expect(link?.diff).toContain('+/etc/passwd');
    expect(bytes?.diff).toContain('Binary files a/c and b/c differ');
  });

  it('is found at once in texts that have nothing in common', () => {
    const lines = (word: string) =>
      Array.from({ length: 20_000 }, (_, index) => `${word}${index}\n`).join('');
    const [change] = compareWork(tree(file('a', lines('x'))), tree(file('a', lines('y'))));
    expect(change?.diff).toContain('differ');
  });
});
