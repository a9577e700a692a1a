import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shell } from '../../orchestrator/adapters/shell/shell.ts';
import { type EngineView, engineView, NOTHING, type SeenLab } from './engine-view.ts';
import { INSTALL_FOLDER } from './lab-command.ts';
import { testLab } from './test-team.ts';

const LINES = ['3101', '3201', '3102', '3202'];

/** Work of a team in each of the three places that must outlive every container. */
const WORK = {
  '/etc/asterisk/users.conf': '; written by the team',
  '/root/notes.txt': 'our notes',
  '/var/spool/asterisk/voicemail/notes/greeting.txt': 'our greeting',
};

/** Intent: from nothing to a proven call, whatever was there before; and a team's work is never lost. */
describe('one team from nothing to nothing', () => {
  const test = testLab('up', '10.81');
  const names = ['pbx', 'softphone1', 'softphone2'].map((name) => `${test.prefix}-3-${name}`);
  const [pbx = '', first = '', second = ''] = names;
  const volumes = ['etc', 'home', 'voicemail'].map((name) => `${test.prefix}-3-${name}`);
  const folder = mkdtempSync(join(tmpdir(), 'lab-up-'));
  let engine: EngineView;
  let before: SeenLab;

  const up = (...words: string[]) => test.lab(['up', '--team', '3', ...words]);
  const look = () => engine.look(test.prefix);
  const registered = async () => {
    const { stdout } = await test.lab(['status', '--json']);
    const [team] = (JSON.parse(stdout) as Status).teams;
    const lines = team?.stations.flatMap((station) => station.lines) ?? [];
    return lines.map(({ extension, registered: is }) => `${extension} ${is}`);
  };
  const allRegistered = LINES.map((line) => `${line} true`);
  const callsPlaced = async () =>
    /(\d+) calls? processed/.exec(await engine.run(pbx, "asterisk -rx 'core show calls'"))?.[1];
  const work = async () => {
    const last = Object.keys(WORK).map((path) => `tail -n 1 ${path}`);
    return (await engine.run(pbx, last.join('; '))).trim().split('\n');
  };
  const labFile = () => join(folder, 'lab.yaml');

  beforeAll(async () => {
    engine = await engineView();
    expect(await look()).toEqual(NOTHING);
  });

  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await test[Symbol.asyncDispose]();
    expect(await look()).toEqual(NOTHING);
  });

  it('prints with --dry-run what it would do and why, and creates nothing', async () => {
    const { code, stdout } = await up('--dry-run');
    expect(code).toBe(0);
    expect(stdout).toContain(`create network ${test.prefix}-3 — not found`);
    for (const volume of volumes) expect(stdout).toContain(`create volume ${volume} — not found`);
    for (const name of names) expect(stdout).toContain(`start ${name} — not found`);
    expect(await look()).toEqual(NOTHING);
  });

  it('comes up from nothing and ends with a table, and registrations, calls and voicemail that are proven', async () => {
    const { code, stdout, stderr } = await up();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('✔ call.finance');
    expect(stdout).toContain('✔ call.compta');
    expect(stdout).toContain('✔ voicemail.consult.finance');
    expect(stdout).toContain('13 of 13 checks passed');
    expect(stdout).toMatch(
      /serveurAsterisk-equipe3 +10\.81\.3\.200 +3199 3299 +voicemail +in service/,
    );
    expect(stdout).toMatch(/softphone1-equipe3 +10\.81\.3\.11 +3101 +finance +registered/);
    expect(stdout).toMatch(/softphone2-equipe3 +10\.81\.3\.12 +3102 +finance +registered/);
    expect(stdout.match(/ registered$/gm)).toHaveLength(4);
    expect(await registered()).toEqual(allRegistered);
  });

  it('does nothing the second time, places no call and says so', async () => {
    before = await look();
    const calls = await callsPlaced();
    const { code, stdout } = await up();
    expect(code).toBe(0);
    expect(stdout).toContain('Team 3 is up already: nothing to do.');
    expect(await look()).toEqual(before);
    expect(await callsPlaced()).toBe(calls);
    const french = await up('--dry-run', '--lang', 'fr');
    expect(french.stdout).toContain('rien à faire');
  });

  it('recreates only the PBX when its limits change in the lab file, says why, and keeps the work', async () => {
    for (const [path, text] of Object.entries(WORK)) {
      await engine.run(pbx, `mkdir -p $(dirname ${path}) && echo '${text}' >> ${path}`);
    }
    const stock = readFileSync(join(INSTALL_FOLDER, 'labs/activity-1/lab.yaml'), 'utf8');
    writeFileSync(labFile(), stock.replace('memory: 128M, pids: 150', 'memory: 144M, pids: 150'));
    const { stdout: plan } = await up('--lab', labFile(), '--dry-run');
    expect(plan).toContain(
      `remove container ${pbx} — changed (memory ${128 * 2 ** 20} → ${144 * 2 ** 20})`,
    );
    expect(plan).not.toContain('softphone');
    expect(await look()).toEqual(before);

    const { code, stdout, stderr } = await up('--lab', labFile());
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`${pbx} (changed`);
    const after = await look();
    expect(after.containers[pbx]?.id).not.toBe(before.containers[pbx]?.id);
    expect(after.containers[first]).toEqual(before.containers[first]);
    expect(after.containers[second]).toEqual(before.containers[second]);
    expect(after.volumes).toEqual(before.volumes);
    expect(await registered()).toEqual(allRegistered);
    expect(await work()).toEqual(Object.values(WORK));
  });

  it('brings back a stopped, a removed and a never started container, and tells them apart', async () => {
    await engine.client.getContainer(pbx).stop({ t: 2 });
    await engine.recreate(first);
    await engine.client.getContainer(second).remove({ force: true });
    const { stdout: plan } = await up('--lab', labFile(), '--dry-run');
    expect(plan).toContain(`start ${pbx} — not running (exited)`);
    expect(plan).toContain(`remove container ${first} — left unfinished`);
    expect(plan).toContain(`create container ${first} — left unfinished`);
    expect(plan).toContain(`create container ${second} — not found`);
    expect(plan).not.toContain(`remove container ${pbx}`);

    expect(await up('--lab', labFile())).toMatchObject({ code: 0, stderr: '' });
    expect(await registered()).toEqual(allRegistered);
    expect(await work()).toEqual(Object.values(WORK));
  });

  it('builds everything round the work again after somebody removed containers and network', async () => {
    await Promise.all(
      names.map((name) => engine.client.getContainer(name).remove({ force: true })),
    );
    await engine.client.getNetwork(`${test.prefix}-3`).remove();
    expect(await up()).toMatchObject({ code: 0, stderr: '' });
    expect(await registered()).toEqual(allRegistered);
    expect(await work()).toEqual(Object.values(WORK));
  });

  it('goes down without its work, which a second down and a new up find unchanged', async () => {
    const down = await test.lab(['down', '--team', '3']);
    expect(down).toMatchObject({ code: 0, stdout: expect.stringContaining('its work is kept') });
    expect(await look()).toEqual({ containers: {}, networks: [], volumes });
    const again = await test.lab(['down', '--team', '3']);
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('nothing to remove') });
    expect(await up()).toMatchObject({ code: 0, stderr: '' });
    expect(await registered()).toEqual(allRegistered);
    expect(await work()).toEqual(Object.values(WORK));
  });

  it('archives the work before --purge removes it', async () => {
    const down = await test.lab(['down', '--team', '3', '--purge', '--yes']);
    expect(down.code).toBe(0);
    const file = /^Archived: (.*)$/m.exec(down.stdout)?.[1] ?? '';
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { run } = shell(process.env);
    const { stdout: manifest } = await run('tar', ['-xzOf', file, 'manifest.json']);
    expect(JSON.parse(manifest)).toMatchObject({ schema: 'lab-archive/1', team: 3 });
    for (const [path, text] of Object.entries(WORK)) {
      const { stdout } = await run('tar', ['-xzOf', file, path.slice(1)]);
      expect(stdout.trim().split('\n').at(-1)).toBe(text);
      expect(manifest).toContain(path.slice(1));
    }
    rmSync(file);
    expect(await look()).toEqual(NOTHING);
    const again = await test.lab(['down', '--team', '3', '--purge', '--yes', '--lang', 'fr']);
    expect(again.stdout).not.toContain('Archiv');
  });
});

interface Status {
  readonly teams: readonly {
    readonly stations: readonly {
      readonly lines: readonly { readonly extension: string; readonly registered: boolean }[];
    }[];
  }[];
}
