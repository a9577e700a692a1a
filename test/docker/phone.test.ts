import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LiveLine } from '../../orchestrator/actions/check/live-line.ts';
import { connect } from '../../orchestrator/adapters/docker/connection.ts';
import { systemClock } from '../../orchestrator/base/clock.ts';
import { pollUntil } from '../../orchestrator/base/poll-until.ts';
import { teamNumber } from '../../orchestrator/model/numbering/team-number.ts';
import { teamPlan } from '../../orchestrator/model/numbering/team-plan.ts';
import { LAB } from '../golden/sample-lab.ts';
import { type EngineView, engineView, testEngine } from './engine-view.ts';
import { pseudoTerminal } from './pseudo-terminal.ts';
import { testLab } from './test-team.ts';

/** Both ends are in a call, and each hears only itself. */
const DEAF_CALLS = `exten => _31XX,1,Dial(SIP/\${EXTEN},20,G(deaf^s^1))
[deaf]
exten => s,1,Goto(echo,1)
exten => s,2,Set(TIMEOUT(absolute)=4)
exten => s,3,Goto(echo,1)
exten => echo,1,Answer()
exten => echo,2,Echo()
`;

/** Intent: a softphone does at a command what a student's hand would make it do, and says what came of it. */
describe('the softphones of a team', () => {
  const test = testLab('phone', '10.87');
  const [pbx, first] = [`${test.prefix}-3-pbx`, `${test.prefix}-3-softphone1`];
  let engine: EngineView;

  const phone = (...words: string[]) => test.lab(['phone', '--team', '3', ...words]);
  const up = () => test.lab(['up', '--team', '3']);
  /** What a command said, when it was done. */
  const says = async (...words: string[]) => {
    const { code, stdout, stderr } = await phone(...words);
    expect({ code, stderr }, words.join(' ')).toEqual({ code: 0, stderr: '' });
    return stdout;
  };
  /** The exit status of a command, and everything that it said. */
  const told = async (...words: string[]) => {
    const { code, stdout, stderr } = await phone(...words);
    return { code, said: stdout + stderr };
  };
  const registered = async () => {
    const { stdout } = await test.lab(['status', '--team', '3', '--json']);
    const [team] = (JSON.parse(stdout) as Status).teams;
    const lines = team?.stations.flatMap((station) => station.lines) ?? [];
    return lines.filter((line) => line.registered).map(({ extension }) => extension);
  };
  const everyone = ['3101', '3201', '3102', '3202'];

  beforeAll(async () => {
    engine = await engineView();
    expect(await up()).toMatchObject({ code: 0, stderr: '' });
  });

  afterAll(() => test[Symbol.asyncDispose]());

  it('rings, is answered, talks, and is hung up', async () => {
    expect(await says('3102', 'status')).toBe('registered · idle');
    expect(await says('3101', 'dial', '3102')).toBe('3102 rings');
    expect(await says('3102', 'status')).toBe('registered · INCOMING 3101');
    expect(await says('3102', 'answer')).toBe('in call with 3101');
    expect(await says('3101', 'status')).toBe('registered · ESTABLISHED 3102');
    expect(await says('3102', 'status')).toBe('registered · ESTABLISHED 3101');
    expect(await engine.run(pbx, "asterisk -rx 'core show channels count'")).toContain(
      '1 active call',
    );
    expect(await says('3101', 'hangup')).toBe('hung up');
    const { seen } = await pollUntil(
      () => says('3102', 'status'),
      (status) => status === 'registered · idle',
      { clock: systemClock, within: 5000 },
    );
    expect(seen).toBe('registered · idle');
  });

  it('sends keys that the voicemail understands: the right PIN opens the mailbox', async () => {
    await using console = pseudoTerminal(['console', '--team', '3'], {
      rows: 50,
      columns: 160,
      environment: { LAB_PREFIX: test.prefix },
    });
    await console.shows('*CLI>');
    expect(await says('3101', 'dial', '3199')).toBe('in call with 3199');
    await console.shows("Playing 'vm-password");
    expect(await says('3101', 'send', '1234#')).toBe('sent 1234#');
    await console.shows("Playing 'vm-youhave");
    expect(await says('3101', 'hangup')).toBe('hung up');
  });

  it('tells why a call did not come about, with status 1', async () => {
    expect(await told('3101', 'dial', '3555')).toEqual({
      code: 1,
      said: expect.stringMatching(/^call ended: 404 Not Found/),
    });
    expect(await says('3101', 'dial', '3102')).toBe('3102 rings');
    expect(await says('3102', 'hangup')).toBe('hung up');
    expect((await told('3101', 'hangup')).code).toBeLessThan(2);
  });

  it('says that there is no call to answer, to end or to send keys into', async () => {
    for (const words of [['hangup'], ['answer'], ['send', '1']]) {
      const { code, said } = await told('3201', ...words);
      expect({ words, code }).toEqual({ words, code: 1 });
      expect(said).toContain('The softphone 3201 is in no call.');
    }
  });

  it('refuses words that no softphone knows, numbers of other teams and unknown stations', async () => {
    expect(await told('3101', 'fly')).toEqual({ code: 2, said: expect.stringContaining('dial') });
    expect(await told('3101', 'dial', 'bob')).toMatchObject({ code: 2 });
    expect(await told('3101', 'send', '12x')).toMatchObject({ code: 2 });
    expect(await told('4101', 'status')).toEqual({
      code: 2,
      said: expect.stringContaining('3101, 3102, 3201, 3202'),
    });
    expect(await told('softphone9', 'status')).toEqual({
      code: 2,
      said: expect.stringContaining('softphone1, softphone2'),
    });
  });

  it('prints data with --json and nothing else', async () => {
    const { code, stdout, stderr } = await phone('3101', 'status', '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'lab-phone/1' });
    expect(stdout).toContain('"registered"');
  });

  it('gives a station another account and takes the old one off the exchange (Q1.5)', async () => {
    expect(await says('softphone1', 'use', '3201')).toContain('softphone1: 3201 is registered');
    const { seen } = await pollUntil(registered, (lines) => !lines.includes('3101'), {
      clock: systemClock,
      within: 5000,
    });
    expect(seen).toEqual(['3201', '3102', '3202']);
    expect(await told('3101', 'status')).toMatchObject({ code: 2 });
    expect(await says('3201', 'dial', '3202')).toBe('3202 rings');
    expect(await says('3201', 'hangup')).toBe('hung up');
    expect(await says('softphone1', 'use', '3101,3201')).toBe(
      'softphone1: 3101 is registered\nsoftphone1: 3201 is registered',
    );
    expect(await registered()).toEqual(everyone);
  });

  it('is refused with a wrong secret, and says so', async () => {
    const { code, said } = await told('softphone1', 'use', '3101', 'wrong');
    expect(code).toBe(1);
    expect(said).toContain('3101 was refused: 403 Forbidden');
    expect(await told('softphone1', 'use', '3101,3201,3102')).toMatchObject({ code: 2 });
    expect(await says('softphone1', 'use', '3101,3201')).toContain('3101 is registered');
  });

  it('comes back with `up` after its softphone process was killed', async () => {
    await engine.run(first, 'kill -KILL $(cat /lines/1/pid)');
    expect(await up()).toMatchObject({ code: 0, stderr: '' });
    expect(await registered()).toEqual(everyone);
    expect(await says('3101', 'dial', '3102')).toBe('3102 rings');
    expect(await says('3101', 'hangup')).toBe('hung up');
  });

  it('comes back with `up` after its station was killed', async () => {
    await engine.client.getContainer(first).kill();
    const { code, stdout } = await up();
    expect(code).toBe(0);
    expect(stdout).toContain('✔ call.finance');
    expect(await registered()).toEqual(everyone);
  });

  it('that says nothing is taken away and started anew where it is nobody’s, and nowhere else', async () => {
    const { prefix, base } = test;
    const { stations } = teamPlan(teamNumber(3), LAB.definition.layout, { prefix, base });
    const station = stations.find(({ container }) => container === first);
    const [one, other] = station?.lines ?? [];
    if (station === undefined || one === undefined || other === undefined) throw new Error(first);
    const pids = [one, other].map(({ slot }) => `$(cat /lines/${slot}/pid)`).join(' ');
    await engine.run(first, `kill -STOP ${pids}`);
    const access = { connection: await connect(await testEngine()), clock: systemClock };
    const planned = () => null;
    const [ours, theirs] = await Promise.allSettled([
      LiveLine.open(access, { station, line: one }, { planned, areOurs: true }),
      LiveLine.open(access, { station, line: other }, { planned, areOurs: false }),
    ]);
    expect(ours).toMatchObject({ value: { had: null, busy: false } });
    expect(theirs).toMatchObject({ reason: { problem: { code: 'softphone-silent' } } });
    if (ours.status === 'fulfilled') await ours.value[Symbol.asyncDispose]();
    await engine.run(first, `kill -CONT $(cat /lines/${other.slot}/pid)`);
    expect(await up()).toMatchObject({ code: 0, stderr: '' });
    expect(await registered()).toEqual(everyone);
  });

  it('is not believed when it is in a call and does not hear the other', async () => {
    const file = '/etc/asterisk/extensions.conf';
    const replace = `sed "s/\\[finance\\]/[unused]/" ${file} > /root/deaf; cat - /root/deaf > ${file}`;
    await engine.run(
      pbx,
      `cp ${file} /root/saved; cat > /root/new <<'END'\n[finance]\n${DEAF_CALLS}END`,
    );
    await engine.run(pbx, `cat /root/new; ${replace} < /root/new; asterisk -rx 'dialplan reload'`);
    await engine.client.getContainer(first).kill();
    const { code, stdout } = await up();
    expect(code).toBe(1);
    expect(stdout).toContain('✔ call.compta');
    expect(stdout).toMatch(/✗ call\.finance .*3101 → 3102, 3101 heard its own voice/);
    await engine.run(pbx, `cp /root/saved ${file}; asterisk -rx 'dialplan reload'`);
    expect(await up()).toMatchObject({ code: 0, stderr: '' });
  });
});

interface Status {
  readonly teams: readonly {
    readonly stations: readonly {
      readonly lines: readonly { readonly extension: string; readonly registered: boolean }[];
    }[];
  }[];
}
