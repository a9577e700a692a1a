import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../orchestrator/base/clock.ts';
import { pollUntil } from '../../orchestrator/base/poll-until.ts';
import { type EngineView, engineView } from './engine-view.ts';
import { runningCommand } from './running-command.ts';
import { testLab } from './test-team.ts';

const BEGUN = /capturing the network of team 3 into .*call\.pcapng/;
const PCAPNG = '0a0d0d0a';

/** What of `lab ladder --json` is looked at here. */
interface LadderDocument {
  readonly teams: readonly number[];
  readonly exchanges: readonly {
    readonly kind: string;
    readonly from: string;
    readonly to: string;
    readonly callIds: readonly string[];
    readonly messages: readonly { readonly method: string; readonly status: number }[];
    readonly streams: readonly Stream[];
  }[];
  readonly cut: boolean;
}

interface Stream {
  readonly from: { readonly address: string; readonly port: number };
  readonly to: { readonly address: string; readonly port: number };
  readonly packets: number;
}

/** Intent: a team's whole traffic becomes a file that Wireshark opens, and nothing else changes. */
describe('lab capture and lab ladder', () => {
  const test = testLab('capture', '10.94');
  const root = mkdtempSync(join(tmpdir(), 'lab-capture-'));
  const environment = { LAB_PREFIX: test.prefix };
  let engine: EngineView;
  let folder: string;
  let file: string;

  const capture = (...words: string[]) =>
    runningCommand(['capture', '--team', '3', '-o', file, ...words], environment);
  const phone = async (...words: string[]) => {
    const { code, stdout, stderr } = await test.lab(['phone', '--team', '3', ...words]);
    expect({ words, code, stderr }).toEqual({ words, code: 0, stderr: '' });
    return stdout;
  };
  const ladder = async (): Promise<LadderDocument> => {
    const { code, stdout, stderr } = await test.lab(['ladder', file, '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return JSON.parse(stdout) as LadderDocument;
  };
  /** The containers of our prefix that belong to no team's lab. */
  const probes = async () =>
    Object.keys((await engine.look(test.prefix)).containers).filter(
      (name) => !/\d-(pbx|softphone\d)$/.test(name),
    );
  const beginning = () => readFileSync(file).subarray(0, 4).toString('hex');

  beforeAll(async () => {
    engine = await engineView();
    expect(await test.lab(['up', '--team', '3'])).toMatchObject({ code: 0, stderr: '' });
  });
  beforeEach(() => {
    folder = mkdtempSync(join(root, 'x'));
    file = join(folder, 'call.pcapng');
  });
  afterAll(async () => {
    rmSync(root, { recursive: true });
    await test[Symbol.asyncDispose]();
  });

  it('has a whole call in it, voices from phone to phone too, until Ctrl-C (Q1.6)', async () => {
    await using running = capture();
    await running.shows(BEGUN);
    await phone('softphone1', 'use', '3101,3201');
    await phone('softphone2', 'use', '3102,3202');
    expect(await phone('3101', 'dial', '3102')).toBe('3102 rings');
    await phone('3102', 'answer');
    await phone('3101', 'status');
    await phone('3101', 'hangup');
    running.send('SIGINT');
    const { code, stdout, stderr } = await running.ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/Captured: .*call\.pcapng \([1-9]\d+ packets in [\d.]+ s\)/);
    expect(stdout).toContain(`lab ladder ${file}`);
    expect(beginning()).toBe(PCAPNG);
    expect([readdirSync(folder), await probes()]).toEqual([['call.pcapng'], []]);

    const { teams, exchanges, cut } = await ladder();
    expect({ teams, cut }).toEqual({ teams: [3], cut: false });
    const call = exchanges.find(({ kind }) => kind === 'call');
    expect([call?.from, call?.to, call?.callIds.length]).toEqual(['3101', '3102', 2]);
    const said = call?.messages.map(({ method, status }) => method ?? status) ?? [];
    expect(said).toEqual(expect.arrayContaining(['INVITE', 180, 200, 'ACK', 'BYE']));
    // Until the PBX has told the phones of each other, some of it passes through the PBX.
    const between = (from: string, to: string) =>
      call?.streams.find((one) => one.from.address === from && one.to.address === to)?.packets;
    expect(between('10.94.3.11', '10.94.3.12')).toBeGreaterThan(10);
    expect(between('10.94.3.12', '10.94.3.11')).toBeGreaterThan(10);
    const registered = exchanges.filter(({ kind }) => kind === 'registration');
    expect(registered.map(({ from }) => from)).toEqual(expect.arrayContaining(['3101', '3102']));

    const drawn = await test.lab(['ladder', file]);
    expect(drawn.stdout).toMatch(/Call 1: 3101 → 3102\n {2}Call-ID \S+ {2}softphone1 – PBX\n/);
    expect(drawn.stdout).toMatch(/\d\.\d{3} +│─+►│.* INVITE +CSeq \d+ INVITE +SDP \d+/);
    expect(drawn.stdout).toMatch(/│═+►│ +RTP PCMU .*\d+ → \d+ {2}\d+ packets, 0 lost/);
  });

  it('ends when its time is over, and says as data what came of it', async () => {
    const { code, stdout, stderr } = await capture('--for', '1s', '--json').ended;
    expect(code).toBe(0);
    expect(stderr).toMatch(BEGUN);
    const { packets, ms, ...rest } = JSON.parse(stdout) as { packets: number; ms: number };
    expect(rest).toEqual({ schema: 'lab-capture/1', team: 3, file, dropped: 0, ended: 'time' });
    expect(packets).toBeGreaterThanOrEqual(0);
    expect(ms).toBeGreaterThanOrEqual(1000);
    expect(beginning()).toBe(PCAPNG);
  });

  it('is left alone by an up that goes on beside it, and by another capture', async () => {
    await using running = capture();
    await running.shows(BEGUN);
    const before = await probes();
    expect(before).toHaveLength(1);
    const other = ['capture', '--team', '3', '--for', '1s', '-o', join(folder, 'other.pcapng')];
    expect(await test.lab(other)).toMatchObject({ code: 0 });
    expect(await test.lab(['up', '--team', '3'])).toMatchObject({ code: 0, stderr: '' });
    expect(await probes()).toEqual(before);
    running.send('SIGTERM');
    expect(await running.ended).toMatchObject({ code: 0 });
    expect(await probes()).toEqual([]);
  });

  it('leaves no container when it is killed, and no file of the name', async () => {
    await using running = capture();
    await running.shows(BEGUN);
    running.send('SIGKILL');
    expect((await running.ended).code).toBe(-1);
    expect(readdirSync(folder)).not.toContain('call.pcapng');
    const { seen } = await pollUntil(probes, (left) => left.length === 0, {
      ...{ clock: systemClock, within: 10_000 },
    });
    expect(seen).toEqual([]);
    expect(await capture('--for', '1s').ended).toMatchObject({ code: 0 });
    expect(readdirSync(folder)).toEqual(['call.pcapng']);
  });

  it('keeps what came before when the team is taken down meanwhile', async () => {
    expect(await test.lab(['up', '--team', '4'])).toMatchObject({ code: 0 });
    const words = ['capture', '--team', '4', '-o', file];
    await using running = runningCommand(words, environment);
    await running.shows(/capturing the network of team 4/);
    expect(await test.lab(['down', '--team', '4'])).toMatchObject({ code: 0, stderr: '' });
    const { code, stdout } = await running.ended;
    expect(code).toBe(3);
    expect(stdout).toContain('The capture ended early');
    expect(beginning()).toBe(PCAPNG);
    expect(await test.lab(words)).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('lab up --team 4'),
    });
  });

  it('is refused before anything is done where the command is wrong', async () => {
    mkdirSync(join(folder, 'taken'));
    const wrong = [
      { words: [], says: 'No file was named' },
      { words: ['-o', join(folder, 'taken')], says: "can't be written (EISDIR)" },
      { words: ['-o', join(folder, 'no', 'a')], says: "can't be written (ENOENT)" },
      { words: ['-o', file, '--for', '5'], says: '--for 60s' },
    ];
    for (const { words, says } of wrong) {
      const { code, stderr } = await test.lab(['capture', '--team', '3', ...words]);
      expect({ words, code, stderr }).toMatchObject({
        code: 2,
        stderr: expect.stringContaining(says),
      });
    }
    expect([readdirSync(folder), await probes()]).toEqual([['taken'], []]);
  });
});
