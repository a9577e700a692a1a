import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lineOffences } from '../golden/event-lines.ts';
import { documentOf } from './lab-command.ts';
import { testLab } from './test-team.ts';

const team = testLab('archives', '10.63');
const folder = mkdtempSync(join(tmpdir(), 'lab-archives-'));
const made = new Set<string>();

afterAll(async () => {
  await forgetArchives();
  rmSync(folder, { recursive: true });
  await team[Symbol.asyncDispose]();
});

async function lab(words: string) {
  return team.lab(words.split(' '));
}

async function data<T>(words: string): Promise<T> {
  const { stdout } = await lab(`${words} --json`);
  return JSON.parse(stdout) as T;
}

interface Archives {
  readonly archives: readonly {
    readonly id: string;
    readonly file: string;
    readonly reason: string;
  }[];
}

interface Diff {
  readonly changes: readonly { readonly path: string; readonly diff: string }[];
}

async function archives() {
  const { archives: found } = await data<Archives>('archives');
  for (const { file } of found) made.add(file);
  return found;
}

async function forgetArchives() {
  await archives();
  for (const file of made) rmSync(file, { force: true });
}

async function changes(since = 'start') {
  const { changes: found } = await data<Diff>(`diff --team 3 --since ${since}`);
  return found.map(({ path }) => path);
}

describe('a late team', () => {
  const users = join(folder, 'equipe3', 'asterisk', 'users.conf');

  beforeAll(async () => {
    const up = await lab('up --team 3 --stage finance');
    expect(up.code, up.stdout + up.stderr).toBe(0);
  });

  it('begins at its stage, of which alone it is checked, having changed nothing', async () => {
    const check = await lab('check --team 3 --quick');
    expect(check.code, check.stdout).toBe(0);
    expect(check.stdout).toMatch(/call\.finance/);
    expect(check.stdout).not.toMatch(/call\.compta/);
    expect(await changes()).toEqual([]);
  });

  it('is exported, edited on Windows, and imported', async () => {
    expect((await lab(`export ${folder}`)).code).toBe(0);
    expect((await lab(`export ${folder}`)).code, 'what is there is not overwritten').toBe(2);
    writeFileSync(users, `; par Zoé\r\n${readFileSync(users, 'utf8').replaceAll('\n', '\r\n')}`);
    const got = await lab(`import ${folder} --team 3,5 --yes`);
    expect(got.code, got.stdout + got.stderr).toBe(0);
    expect(got.stdout).toMatch(/Team 5 has no folder/);
    const { changes: found } = await data<Diff>('diff --team 3');
    expect(found.map(({ path }) => path)).toEqual(['etc/asterisk/users.conf']);
    expect(found[0]?.diff.split('\n').filter((line) => /^[+-][^+-]/.test(line))).toEqual([
      '+; par Zoé',
    ]);
  });

  it('is caught up, and has its own work again by undo, and not by the next', async () => {
    const got = await lab('catch-up --team 3 --to voicemail --yes');
    expect(got.code, got.stdout + got.stderr).toBe(0);
    expect(got.stdout).toMatch(/lab undo --team 3/);
    expect(await changes()).toEqual([]);
    expect((await lab('undo --team 3 --yes')).code).toBe(0);
    expect(await changes()).toEqual(['etc/asterisk/users.conf']);
    const again = await lab('undo --team 3,5 --yes --json');
    expect(again.code, 'team 5, that has no archive, keeps no other from its own').toBe(3);
    expect(lineOffences(again.stdout)).toEqual([]);
    expect(documentOf<{ teams: readonly object[] }>(again.stdout).teams).toMatchObject([
      { team: 3, asterisk: null },
      { team: 5, error: { code: 'undo-nothing' } },
    ]);
    expect(await changes()).toEqual([]);
  });

  it('is changed by no archive that is unknown or damaged', async () => {
    const [last] = await archives();
    expect(last?.reason).toBe('undo');
    expect((await lab('restore --team 3 9999-000000 --yes')).code).toBe(2);
    truncateSync(last?.file ?? '', 500);
    const undone = await lab('undo --team 3 --yes');
    expect(undone.code).toBe(3);
    expect(undone.stderr).toMatch(/is not sound.*Nothing was changed/s);
    expect((await lab('archives')).code).toBe(3);
    expect(await changes()).toEqual([]);
  });

  it('has its work again from an archive by its ID, purged before', async () => {
    const mine = (await archives()).find(({ reason }) => reason === 'catch-up');
    expect((await lab('down --team 3 --purge --yes')).code).toBe(0);
    const got = await lab(`restore --team 3 ${mine?.id} --yes`);
    expect(got.code, got.stdout + got.stderr).toBe(0);
    expect(await changes(mine?.id)).toEqual([]);
    expect(await changes()).toEqual(['etc/asterisk/users.conf']);
  });
});
