import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../base/clock.ts';
import { pollUntil } from '../../base/poll-until.ts';
import { shell } from './shell.ts';
import { systemPath } from './system-path.ts';

const sh = shell({ PATH: '/usr/bin:/bin', LAB_WORD: 'kept' });

describe('run', () => {
  it('gives back what the command printed and its status', async () => {
    const outcome = await sh.run('sh', ['-c', 'echo out; echo err >&2; exit 3'], { mayFail: true });
    expect(outcome).toEqual({ status: 3, stdout: 'out', stderr: 'err' });
  });

  it('feeds the input and gives the variables of both sides', async () => {
    const script = 'cat; echo "$LAB_WORD $MORE"';
    const { stdout } = await sh.run('sh', ['-c', script], {
      input: 'in\n',
      env: { MORE: 'added' },
    });
    expect(stdout).toBe('in\nkept added');
  });

  it('tells each line as it comes and still gives all of them back', async () => {
    const lines: string[] = [];
    const { stdout } = await sh.run('sh', ['-c', 'echo one; echo two'], {
      onLine: (line) => lines.push(line),
    });
    expect(lines).toEqual(['one', 'two']);
    expect(stdout).toBe('one\ntwo');
  });

  it('turns a status other than 0 into an error with the last words', async () => {
    await expect(sh.run('sh', ['-c', 'echo no such thing >&2; exit 4'])).rejects.toMatchObject({
      problem: {
        code: 'command-failed',
        params: { command: 'sh', status: 4, said: 'no such thing' },
      },
    });
  });

  it('names a command that the machine lacks', async () => {
    await expect(sh.run('no-such-command-here', [], { mayFail: true })).rejects.toMatchObject({
      problem: { code: 'command-missing', params: { command: 'no-such-command-here' } },
    });
  });

  it('outlives a command that ends its whole group, when that has one of its own', async () => {
    const ends = sh.run('sh', ['-c', 'kill -HUP 0; sleep 30'], { ownGroup: true });
    await expect(ends).rejects.toMatchObject({
      problem: { code: 'command-failed', params: { status: 'SIGHUP' } },
    });
  });

  it('stops a command that is too slow', async () => {
    await expect(sh.run('sleep', ['30'], { within: 100 })).rejects.toMatchObject({
      problem: { code: 'command-too-slow', params: { command: 'sleep', seconds: 0.1 } },
    });
  });

  it('stops a command when it is told to, with the reason it was told', async () => {
    const stop = new AbortController();
    const running = sh.run('sleep', ['30'], { signal: stop.signal });
    stop.abort(new Error('enough'));
    await expect(running).rejects.toThrow('enough');
  });
});

describe('hold', () => {
  it('returns at the first line and ends the command when it is disposed of', async () => {
    const held = await sh.hold('sh', ['-c', 'echo ready; cat >/dev/null'], { within: 5_000 });
    await held[Symbol.asyncDispose]();
  });

  it('is an error when the command ends before its first line', async () => {
    await expect(sh.hold('sh', ['-c', 'exit 7'], { within: 5_000 })).rejects.toMatchObject({
      problem: { code: 'command-failed', params: { status: 7 } },
    });
  });

  it('is an error when the first line is late, and nothing keeps running', async () => {
    await expect(sh.hold('cat', [], { within: 100 })).rejects.toMatchObject({
      problem: { code: 'command-too-slow', params: { command: 'cat' } },
    });
  });
});

describe('launch', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lab-shell-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('adds what the daemon prints to its log and tells when it has ended', async () => {
    const log = join(folder, 'log');
    const daemon = await sh.launch('sh', ['-c', 'echo "$1"; exit 1', 'sh', 'two words'], { log });
    const ended = await pollUntil(async () => daemon.exited(), Boolean, {
      clock: systemClock,
      within: 5_000,
    });
    expect(ended.met).toBe(true);
    expect(readFileSync(log, 'utf8')).toBe('two words\n');
  });
});

describe('systemPath', () => {
  it('adds the folders of system commands that a plain `su` leaves out', () => {
    expect(systemPath('/opt/bin:/usr/bin')).toBe(
      '/opt/bin:/usr/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/sbin:/bin',
    );
  });

  it('searches only the system folders when nothing is set', () => {
    expect(systemPath(undefined).split(':')).toContain('/usr/sbin');
  });
});
