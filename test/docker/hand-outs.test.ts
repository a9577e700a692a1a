import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { labCommand } from './lab-command.ts';

/** Intent: a teacher prints what each team needs to begin, before anything stands. */
describe('lab sheet', () => {
  const room = mkdtempSync(join(tmpdir(), 'lab-sheet-'));
  const environment = { LAB_PREFIX: 'labtest-sheet', LAB_STATE: join(room, 'state') };
  const sheet = (...words: string[]) => labCommand(['sheet', ...words], { environment });

  afterAll(() => rmSync(room, { recursive: true }));

  it('has addresses, numbers, accounts and the way in, in either language', async () => {
    const { code, stdout } = await sheet('--team', '3', '--host', 'prof-pc:2222');
    expect(code).toBe(0);
    for (const word of [
      ...['serveurAsterisk-equipe3', '192.168.3.200', '192.168.3.0/24', 'softphone2-equipe3'],
      ...['3101', '3202', '3199', 'password', '1234', 'ssh -p 2222 softphone1-team3@prof-pc'],
    ])
      expect(stdout).toContain(word);
    const french = await sheet('--team', '3', '--lang', 'fr', '--host', 'prof-pc');
    expect(french.stdout).toContain('ssh -p 2200 equipe3@prof-pc');
  });

  it('keeps the password of a team, and gives another team another one', async () => {
    const password = (text: string) => /password, for all of these +(\S+)/.exec(text)?.[1];
    const said = await Promise.all(['3', '3', '4'].map((team) => sheet('--team', team)));
    const [one, again, other] = said.map(({ stdout }) => password(stdout));
    expect(one).toMatch(/^[a-z]{4}-[a-z]{4}-[a-z]{4}$/);
    expect(again).toBe(one);
    expect(other).not.toBe(one);
  });

  it('is a page a team on A4, and one page with a drawing and codes', async () => {
    const [pdf, page] = [join(room, 'class.pdf'), join(room, 'team.html')];
    expect(await sheet('--all', '--format', 'pdf', '-o', pdf)).toMatchObject({ code: 0 });
    const bytes = readFileSync(pdf, 'latin1');
    expect(bytes.startsWith('%PDF-1.')).toBe(true);
    expect(bytes.match(/\/MediaBox \[0 0 595\.2\d* 841\.8\d*\]/g)).toHaveLength(8);
    await sheet('--team', '3', '--format', 'html', '-o', page);
    const text = readFileSync(page, 'utf8');
    expect(text.match(/<svg/g)).toHaveLength(5);
    expect(text).not.toMatch(/(src|href)="(?!#)/);
  });

  it('writes a file a team into a folder, and says what it can’t do', async () => {
    const folder = join(room, 'all');
    await sheet('--team', '1-2', '--format', 'html', '--out', folder);
    expect(readdirSync(folder).sort()).toEqual(['team-1.html', 'team-2.html']);
    const wrong = await sheet('--team', '3', '--format', 'docx');
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('text, html, pdf');
  });
});
