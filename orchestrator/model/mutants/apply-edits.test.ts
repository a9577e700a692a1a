import { describe, expect, it } from 'vitest';
import { applyEdits } from './apply-edits.ts';
import type { Edit } from './mutant.ts';

const USERS = '[general]\nhassip = yes\n\n[3101]\nsecret = a\n\n[3102]\nsecret = a\n';
const apply = (...edits: Edit[]) => applyEdits(new Map([['users.conf', USERS]]), edits, 3);
const users = (...edits: Edit[]) => apply(...edits).texts.get('users.conf');
const file = 'users.conf';

describe('an edit', () => {
  it('replaces a text in one section or everywhere', () => {
    const one: Edit = { file, kind: 'replace', replace: 'a', by: 'b', section: '{X}102' };
    expect(users(one)).toBe(USERS.replace('[3102]\nsecret = a', '[3102]\nsecret = b'));
    const all: Edit = { file, kind: 'replace', replace: 'secret = a', by: '$&', section: null };
    expect(users(all)).toBe(USERS.replaceAll('secret = a', () => '$&'));
  });

  it('deletes lines, drops and moves sections', () => {
    expect(users({ file, kind: 'delete', delete: 'secret', section: '3101' })).toBe(
      USERS.replace('[3101]\nsecret = a\n', '[3101]\n'),
    );
    expect(users({ file, kind: 'drop', drop: '{X}101' })).toBe(
      '[general]\nhassip = yes\n\n[3102]\nsecret = a\n',
    );
    expect(users({ file, kind: 'move', move: '3101', after: '3102' })).toBe(
      '[general]\nhassip = yes\n\n[3102]\nsecret = a\n\n[3101]\nsecret = a\n\n',
    );
  });

  it('writes a file anew, and saves it otherwise', () => {
    const { files } = apply(
      { file: 'more.conf', kind: 'content', content: '[{X}]\n' },
      { file: 'more.conf', kind: 'encode', encode: 'crlf' },
      { file, kind: 'encode', encode: 'utf16' },
    );
    expect(Buffer.from(files.get('more.conf') ?? []).toString()).toBe('[3]\r\n');
    expect([...(files.get(file) ?? [])].slice(0, 4)).toEqual([0xff, 0xfe, 0x5b, 0]);
  });

  it('that changes nothing is told', () => {
    const edits: readonly Edit[] = [
      { file, kind: 'drop', drop: '3109' },
      { file, kind: 'move', move: '3101', after: '3109' },
      { file, kind: 'delete', delete: 'nothing', section: null },
      { file: 'other.conf', kind: 'replace', replace: 'a', by: 'b', section: null },
      { file: 'none.conf', kind: 'encode', encode: 'bom' },
    ];
    expect(edits.map((edit) => apply(edit).idle)).toEqual([[0], [0], [0], [0], [0]]);
  });
});
