import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shell } from '../../orchestrator/adapters/shell/shell.ts';
import { type EngineView, engineView, NOTHING } from './engine-view.ts';
import { interruptedCommand } from './interrupted-command.ts';
import type { CommandResult } from './lab-command.ts';
import { archivesOf } from './left-behind.ts';
import { testLab } from './test-team.ts';

const SPOOL = '/var/spool/asterisk/voicemail';

/** Intent: a check may be called off, killed or come in somebody's way, and leaves a lab as it was. */
describe('a check that is cut short', () => {
  const test = testLab('cut', '10.67');
  const { prefix } = test;
  const pbx = `${prefix}-3-pbx`;
  const environment = { LAB_PREFIX: prefix };
  const quick = ['check', '--team', '3', '--quick'];
  let engine: EngineView;

  const phone = async (...words: string[]) =>
    (await test.lab(['phone', '--team', '3', ...words])).stdout;
  const spool = () => engine.run(pbx, `find ${SPOOL} -name 'msg*' -o -name '.lab*'`);
  /** Begins a verb and, once it has said something, another one beside it. */
  const beside = async (
    words: readonly string[],
    at: RegExp,
    others: readonly (readonly string[])[],
  ): Promise<readonly CommandResult[]> => {
    let second: readonly Promise<CommandResult>[] = [];
    const first = await interruptedCommand([...words], {
      ...{ signal: 'SIGKILL', at, environment },
      instead: () => {
        second = others.map((other) => test.lab(other));
      },
    });
    return [first, ...(await Promise.all(second))];
  };

  beforeAll(async () => {
    engine = await engineView();
    expect(await engine.look(prefix)).toEqual(NOTHING);
    expect(await test.lab(['up', '--team', '3'])).toMatchObject({ code: 0, stderr: '' });
    // One line has an account that only its student knows the secret of.
    await engine.run(
      pbx,
      `printf '\\n[3103](template)\\nusername = u3103\\nsecret = s3cret\\ncontext = finance\\n' >> /etc/asterisk/users.conf
       asterisk -rx 'sip reload'`,
    );
    expect(await phone('softphone1', 'use', '3103', 's3cret')).toContain('3103 is registered');
    expect(await phone('softphone1', 'status')).not.toContain('3201');
  });

  afterAll(async () => {
    for (const file of archivesOf(prefix)) rmSync(file);
    await test[Symbol.asyncDispose]();
    expect(await engine.look(prefix)).toEqual(NOTHING);
  });

  it('puts everything back after Ctrl-C', async () => {
    const before = await phone('softphone1', 'status');
    const cut = await interruptedCommand(quick, {
      ...{ signal: 'SIGINT', at: /register\.compta/, environment },
    });
    expect(cut).toMatchObject({ code: 130, stderr: expect.stringContaining('Stopped.') });
    expect(await phone('softphone1', 'status')).toBe(before);
    expect(await phone('softphone2', 'status')).toMatch(/3102 is registered[\s\S]*3202 is/);
    expect(await spool()).toBe('');
  });

  it.each([/register\.compta/, /voicemail\.deposit\.compta/])(
    'has its lines put right by the next verb after kill -9 (once it said %s), its messages by the next checks',
    async (at) => {
      const before = await phone('softphone1', 'status');
      await interruptedCommand(quick, { signal: 'SIGKILL', at, environment });
      expect(await phone('3103', 'status')).toBe('registered · idle');
      expect(await phone('softphone1', 'status')).toBe(before);
      const { code, stdout, stderr } = await test.lab(quick);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('13 of 13 checks passed');
      expect(await phone('softphone1', 'status')).toBe(before);
      expect(await spool()).toBe('');
    },
  );

  it('is forgotten when up is next, and the lines are those of the plan', async () => {
    await interruptedCommand(quick, {
      ...{ signal: 'SIGKILL', at: /voicemail\.deposit\.compta/, environment },
    });
    const { code, stdout, stderr } = await test.lab(['up', '--team', '3']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('13 of 13 checks passed');
    expect(await spool()).toBe('');
    expect(await phone('softphone1', 'status')).toMatch(/3101 is registered[\s\S]*3201 is/);
  });

  it('lets phones, ups and resets wait for it, and waits for them', async () => {
    const [check, dialled, up] = await beside(quick, /register\.compta/, [
      ['phone', '--team', '3', '3101', 'status'],
      ['up', '--team', '3'],
    ]);
    expect(check).toMatchObject({ code: 0, stderr: '' });
    expect(dialled).toMatchObject({ code: 0 });
    expect(dialled?.stdout).toMatch(/waiting for "lab check"[\s\S]*registered · idle$/);
    expect(up).toMatchObject({ code: 0, stderr: '' });
    expect(up?.stdout).toMatch(/waiting for "lab (check|phone)"[\s\S]*nothing to do/);

    const reset = ['reset', '--team', '3', '--yes', '--verbose', '--base', test.base];
    const [done, checked] = await beside(reset, /remove container/, [quick]);
    expect(done).toMatchObject({ code: 0, stderr: '' });
    // How long it waits depends on how much is left of the reset: it may be too short to be told.
    expect(checked).toMatchObject({ code: 0, stderr: '' });
    expect(checked?.stdout).toContain('13 of 13 checks passed');
  });

  it('or a reset that is, has archived the work before Ctrl-C let it remove anything, and up finishes it', async () => {
    await engine.run(pbx, "echo 'our notes' >/root/notes");
    const reset = ['reset', '--team', '3', '--yes', '--verbose', '--base', test.base];
    const told = { signal: 'SIGINT', at: /remove volume/, environment } as const;
    const cut = await interruptedCommand(reset, told);
    expect(cut).toMatchObject({ code: 130, stderr: expect.stringContaining('Stopped.') });
    const notes = archivesOf(prefix).map((file) =>
      shell(process.env).run('tar', ['-xzOf', file, 'root/notes'], { mayFail: true }),
    );
    expect((await Promise.all(notes)).map(({ stdout }) => stdout)).toContain('our notes');
    const up = await test.lab(['up', '--team', '3']);
    expect(up, up.stdout).toMatchObject({ code: 0, stderr: '' });
    expect(await engine.run(pbx, 'ls /root')).toBe('');
  });
});
