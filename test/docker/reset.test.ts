import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shell } from '../../orchestrator/adapters/shell/shell.ts';
import { type EngineView, engineView, NOTHING, testEngine } from './engine-view.ts';
import { interruptedCommand } from './interrupted-command.ts';
import { documentOf } from './lab-command.ts';
import { pseudoTerminal } from './pseudo-terminal.ts';
import { testLab } from './test-team.ts';

/** What students leave: a line in a file of the stage, a file of their own, a message, a note. */
const WORK = {
  '/etc/asterisk/users.conf': '; written by the team',
  '/etc/asterisk/extra.conf': '; made by the team',
  '/var/spool/asterisk/voicemail/finance/3102/INBOX/msg0000.txt': '[message]',
  '/root/notes.txt': 'our notes',
};

const PRISTINE = `cd / && { find etc/asterisk var/spool/asterisk/voicemail root -printf '%p %u %m\\n'
find etc/asterisk root -type f -exec md5sum {} +; } | sort`;

/** Intent: a teacher has any team as on its first day, and nobody's work is lost by that. */
describe('a reset', () => {
  const test = testLab('reset', '10.91');
  const { prefix } = test;
  const environment = { LAB_PREFIX: prefix };
  const [pbx, other] = [`${prefix}-3-pbx`, `${prefix}-4-pbx`];
  const folder = mkdtempSync(join(tmpdir(), 'lab-reset-'));
  const archives: string[] = [];
  let engine: EngineView;
  const pristine = { solution: '', start: '' };

  const look = () => engine.look(prefix);
  const reset = async (...words: string[]) => {
    const done = await test.lab(['reset', ...words]);
    const told = /(?:^Archived: |"type":"archived".*"file":")([^"\n]*)/gm;
    const found = [...`${done.stdout}\n${done.stderr}`.matchAll(told)].map(([, file = '']) => file);
    archives.push(...found);
    return { ...done, archived: found };
  };
  const write = async (container: string) => {
    for (const [path, text] of Object.entries(WORK)) {
      await engine.run(container, `mkdir -p $(dirname ${path}) && echo '${text}' >> ${path}`);
    }
  };
  const read = (container: string) =>
    engine.run(container, `tail -qn 1 ${Object.keys(WORK).join(' ')}`);
  const allWork = `${Object.values(WORK).join('\n')}\n`;
  const stationOf = async (station: string) =>
    (await test.lab(['phone', '--team', '3', station, 'status'])).stdout;

  beforeAll(async () => {
    engine = await engineView();
    expect(await look()).toEqual(NOTHING);
    const ups = [['3'], ['4', '--stage', 'start']].map((words) =>
      test.lab(['up', '--team', ...words]),
    );
    for (const { code, stderr } of await Promise.all(ups)) {
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    }
    pristine.solution = await engine.run(pbx, PRISTINE);
    pristine.start = await engine.run(other, PRISTINE);
    await Promise.all([write(pbx), write(other)]);
    const swapped = await test.lab(['phone', '--team', '3', 'softphone1', 'use', '3202']);
    expect(swapped.code).toBe(0);
  });

  afterAll(async () => {
    rmSync(folder, { recursive: true });
    for (const file of archives) rmSync(file);
    await test[Symbol.asyncDispose]();
    expect(await look()).toEqual(NOTHING);
  });

  it('says what would go and, without a terminal or --yes, leaves all as it is', async () => {
    const before = await look();
    const { code, stdout, stderr } = await reset('--team', '3');
    expect(code).toBe(3);
    expect(stdout).toContain('Team 3 returns to stage solution');
    expect(stdout).toContain('2 files of the configuration, 1 message, 1 file in the home folder');
    expect(stderr).toContain('→ the same command with --yes');
    const purge = await test.lab(['down', '--team', '3', '--purge']);
    expect(purge).toMatchObject({ code: 3, stderr: expect.stringContaining('--yes') });
    expect(await look()).toEqual(before);
    expect(await read(pbx)).toBe(allWork);
  });

  it('asks at a terminal, and a no leaves all as it is', async () => {
    const before = await look();
    const words = ['reset', '--team', '3', '--lang', 'fr'];
    await using screen = pseudoTerminal(words, { rows: 40, columns: 120, environment });
    await screen.shows('L’équipe 3 revient à l’étape solution');
    await screen.shows('Continuer ? [o/N]');
    screen.type('n\r');
    expect(await screen.ended()).toBe(3);
    expect(await look()).toEqual(before);
  });

  it('does nothing when the work can’t be archived', async () => {
    const before = await look();
    const engineAt = await testEngine();
    const url = engineAt.kind === 'unix' ? `unix://${engineAt.path}` : '';
    const state = mkdtempSync(join(folder, 'state-'));
    writeFileSync(join(state, 'archives'), 'no folder');
    const words = ['reset', '--team', '3', '--yes', ...(url === '' ? [] : ['--engine', url])];
    const failed = await test.lab(words, { environment: { LAB_STATE: state } });
    expect(failed.code).toBe(3);
    expect(failed.stderr).toMatch(/archive .* could not be written .* Nothing was removed\./);
    expect(await look()).toEqual(before);
    expect(await read(pbx)).toBe(allWork);
    expect(await stationOf('softphone1')).toContain('3202 is registered');
  });

  it('shows with --dry-run what it would do, and does nothing', async () => {
    const before = await look();
    const { code, stdout } = await reset('--team', '3,5', '--dry-run');
    expect(code).toBe(0);
    expect(stdout).toContain(`remove container ${pbx} — reset`);
    expect(stdout).toContain(`remove volume ${prefix}-3-etc — reset`);
    expect(stdout).not.toContain('softphone');
    expect(stdout).toContain('Team 5 has nothing to reset.');
    expect(await look()).toEqual(before);
  });

  it('returns a team to its stage, keeps its work in an archive, and touches no other team', async () => {
    const before = await look();
    // Appended, not written anew: who is stopped between emptying a file and filling it leaves it empty.
    const count = 'i=0; while i=$((i+1)); do echo $i >>/root/count; echo $i; sleep 0.05; done';
    const written = engine.run(pbx, count);
    const { code, stdout, stderr, archived } = await reset('--team', '3,5', '--yes');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^ {2}3 +in service +4 of 4 /m);
    expect(stdout).toMatch(/^ {2}5 +nothing to reset /m);
    expect(await engine.run(pbx, PRISTINE)).toBe(pristine.solution);
    expect(await stationOf('softphone1')).toMatch(/3101 is registered[\s\S]*3201 is registered/);

    const { run } = shell(process.env);
    expect(archived).toHaveLength(1);
    for (const [path, text] of Object.entries(WORK)) {
      const { stdout: kept } = await run('tar', ['-xzOf', archived[0] ?? '', path.slice(1)]);
      expect(kept.trim().split('\n').at(-1)).toBe(text);
    }
    // What is saved up to the very end is in the archive: nobody can save anything after it.
    const lastOf = (numbers: string) => Number(numbers.trim().split('\n').at(-1));
    const last = lastOf(await written);
    const { stdout: counted } = await run('tar', ['-xzOf', archived[0] ?? '', 'root/count']);
    expect([last, last + 1]).toContain(lastOf(counted));
    const after = await look();
    expect(after.volumes).toEqual(before.volumes);
    expect(after.containers).toEqual({ ...before.containers, [pbx]: after.containers[pbx] });
    expect(after.containers[pbx]?.id).not.toBe(before.containers[pbx]?.id);
    expect(await read(other)).toBe(allWork);
  });

  it('that is killed while it removes is finished by up, at the stage that the team had', async () => {
    const words = ['reset', '--team', '4', '--yes', '--verbose'];
    const archived = new Set(readdirSync(archiveFolder()));
    await interruptedCommand(words, { signal: 'SIGKILL', at: /remove volume/, environment });
    for (const name of readdirSync(archiveFolder()).filter((file) => !archived.has(file))) {
      if (name.startsWith(prefix)) archives.push(join(archiveFolder(), name));
    }
    expect((await look()).volumes).toContain(`${prefix}-4-reset`);
    const { code, stdout, stderr } = await test.lab(['up', '--team', '4']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('stage start');
    expect(await engine.run(other, PRISTINE)).toBe(pristine.start);
    expect((await look()).volumes).not.toContain(`${prefix}-4-reset`);
    expect((await test.lab(['up', '--team', '4'])).stdout).toContain('nothing to do');
  });

  it('of several teams goes on where one of them fails, and brings up one that is down', async () => {
    await test.lab(['down', '--team', '3']);
    const volume = `${prefix}-4-home`;
    const guest = await engine.client.createContainer({
      ...{ name: `${prefix}-guest`, Image: await imageOf(other), Cmd: ['sleep', '60'] },
      HostConfig: { NetworkMode: 'none', Binds: [`${volume}:/mnt`] },
    });
    try {
      const { code, stdout, stderr, archived } = await reset('--all', '--yes', '--json');
      const { teams } = documentOf<ResetDocument>(stdout);
      // The one that failed had been archived too, and the file is told.
      expect(archived).toHaveLength(2);
      expect(archived).toContain(teams[2]?.archive);
      expect(code).toBe(3);
      expect(stderr).toContain(volume);
      expect(teams.map(({ team }) => team)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(teams[2]).toMatchObject({ pbx: { state: 'in-service' }, stage: 'solution' });
      expect(teams[3]).toMatchObject({ error: { code: 'engine-refused' } });
      expect(teams[4]).toEqual({ team: 5, archive: null, operations: [] });
    } finally {
      await guest.remove();
    }
    expect(await engine.run(pbx, PRISTINE)).toBe(pristine.solution);
    // Once the obstacle is gone, the same command puts the other one right too.
    expect(await reset('--team', '4', '--yes')).toMatchObject({ code: 0, stderr: '' });
  });

  it('comes after a purge that failed half-way, and undo has all of the work', async () => {
    await write(other);
    const purge = () => test.lab(['down', '--team', '4', '--purge', '--yes']);
    const archiveOf = ({ stdout, stderr }: Awaited<ReturnType<typeof purge>>) =>
      /^Archived: (.*)$/m.exec(`${stdout}\n${stderr}`)?.[1];
    const guest = await engine.client.createContainer({
      ...{ name: `${prefix}-guest`, Image: await imageOf(other), Cmd: ['sleep', '60'] },
      HostConfig: { NetworkMode: 'none', Binds: [`${prefix}-4-home:/mnt`] },
    });
    const failed = await purge();
    await guest.remove();
    expect(failed.code).toBe(3);
    archives.push(archiveOf(failed) ?? '');
    const { volumes } = await look();
    expect(volumes).toEqual(expect.arrayContaining([`${prefix}-4-home`, `${prefix}-4-reset`]));
    const again = await purge();
    expect(again.code).toBe(0);
    expect(archiveOf(again)).toBeUndefined();
    expect(await test.lab(['undo', '--team', '4', '--yes'])).toMatchObject({ code: 0 });
    expect(await read(other)).toBe(allWork);
  });

  /** Where the tool keeps its archives: beside the first one that it told of. */
  function archiveFolder(): string {
    return join(archives[0] ?? '', '..');
  }

  async function imageOf(container: string): Promise<string> {
    return (await engine.client.getContainer(container).inspect()).Config.Image;
  }
});

interface ResetDocument {
  readonly teams: readonly { readonly team: number; readonly archive?: string | null }[];
}
