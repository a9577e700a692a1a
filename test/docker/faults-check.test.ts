import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../orchestrator/base/clock.ts';
import { pollUntil } from '../../orchestrator/base/poll-until.ts';
import { type EngineView, engineView, NOTHING } from './engine-view.ts';
import { interruptedCommand } from './interrupted-command.ts';
import { testLab } from './test-team.ts';

const WORK = '/var/spool/asterisk/voicemail/finance/3101/INBOX/msg0000.txt';

/** Intent: whatever breaks while a team is checked, the verdict says what it was, and nothing is lost. */
describe('a check whose lab breaks under it', () => {
  const test = testLab('breaks', '10.74');
  const [pbx, station] = [`${test.prefix}-3-pbx`, `${test.prefix}-3-softphone2`];
  const environment = { LAB_PREFIX: test.prefix };
  let engine: EngineView;

  const kill = (container: string) => engine.client.getContainer(container).kill();

  /** A quick check, and something done to its lab as soon as a call of it is up. */
  const checkWith = async (fault: () => Promise<unknown>, ...words: string[]) => {
    const inCall = () => engine.run(pbx, "asterisk -rx 'core show channels count'");
    const called = (said: string) => /[1-9]\d* active call/.test(said);
    const patience = { clock: systemClock, within: 20_000 };
    let done: Promise<unknown> = Promise.resolve();
    const told = await interruptedCommand(['check', '--team', '3', '--quick', ...words], {
      ...{ signal: 'SIGKILL', at: /register\.compta/, environment },
      instead: () => {
        done = pollUntil(inCall, called, patience).then(({ met }) => {
          expect(met).toBe(true);
          return fault();
        });
      },
    });
    await done;
    return told;
  };
  const isRight = async (verb: 'up' | 'check') => {
    const words = verb === 'check' ? ['--quick'] : [];
    const { code, stdout, stderr } = await test.lab([verb, '--team', '3', ...words]);
    expect({ code, stderr }, stdout).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('13 of 13 checks passed');
    expect(await engine.run(pbx, `cat ${WORK}; find /var/spool -name 'msg*'`)).toBe(
      `a student's\n${WORK}\n`,
    );
  };

  beforeAll(async () => {
    engine = await engineView();
    expect(await engine.look(test.prefix)).toEqual(NOTHING);
    expect(await test.lab(['up', '--team', '3'])).toMatchObject({ code: 0, stderr: '' });
    await engine.run(
      pbx,
      `mkdir -p $(dirname ${WORK}) && echo "a student's" >${WORK} && chown -R asterisk: /var/spool/asterisk`,
    );
  });

  afterAll(async () => {
    await test[Symbol.asyncDispose]();
    expect(await engine.look(test.prefix)).toEqual(NOTHING);
  });

  it('says once that Asterisk died in a call, and what to do', async () => {
    const dies = () => engine.run(pbx, 'kill -9 $(pidof asterisk)');
    const { code, stdout, stderr } = await checkWith(dies, '--lang', 'fr');
    await engine.run(pbx, 'service asterisk restart');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/ {2}✗ .*Asterisk s’est arrêté pendant les contrôles/);
    expect(stdout.match(/ {2}[✗?] /g), stdout).toHaveLength(1);
    expect(stdout).toContain('→ service asterisk restart (lab shell)');
    await isRight('check');
  });

  it('blames nobody when the container of the PBX is killed in a call; up makes it good', async () => {
    const { code, stdout, stderr } = await checkWith(() => kill(pbx));
    expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
    expect(stdout.match(/ {2}\? .*the PBX container went away/g)).toHaveLength(1);
    expect(stdout).not.toContain('✗');
    expect(stdout).toContain('→ lab up');
    await isRight('up');
  });

  it('blames nobody when a station is killed; up makes it good', async () => {
    const { code, stdout, stderr } = await checkWith(() => kill(station));
    expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
    expect(stdout).toMatch(/ {2}\? .*a softphone of ours failed/);
    expect(stdout).not.toContain('✗');
    await isRight('up');
  });
});
