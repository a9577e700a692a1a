import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../orchestrator/base/clock.ts';
import { pollUntil } from '../../orchestrator/base/poll-until.ts';
import { FAULTS } from './broken-labs.ts';
import { type EngineView, engineView, NOTHING } from './engine-view.ts';
import { testLab } from './test-team.ts';

const SPOOL = '/var/spool/asterisk/voicemail';

/** Intent: checks say what works on a lab as it stands, and why something doesn't, and leave it as it was. */
describe('lab check', () => {
  const test = testLab('check', '10.97');
  const pbx = `${test.prefix}-3-pbx`;
  let engine: EngineView;

  const check = async (...words: string[]) => {
    const { code, stdout } = await test.lab(['check', '--team', '3', '--json', ...words]);
    const [report] = (JSON.parse(stdout) as { readonly teams: readonly Report[] }).teams;
    if (report === undefined) throw new Error(stdout);
    return { code, report };
  };
  /** What did not pass, and why; consequences (skipped) are told by their root. */
  const troubles = ({ checks }: Report) =>
    Object.fromEntries(
      checks
        .filter(({ verdict }) => verdict !== 'pass' && verdict !== 'skipped')
        .map(({ id, verdict, code }) => [id, `${verdict} ${code}`]),
    );
  const messages = async () =>
    (await engine.run(pbx, `find ${SPOOL} -name 'msg*' | sort`)).split('\n').filter(Boolean);
  const lines = async () => {
    const asked = ['softphone1', 'softphone2'].map((station) =>
      test.lab(['phone', '--team', '3', station, 'status']),
    );
    return (await Promise.all(asked)).map(({ stdout }) => stdout).join('');
  };
  const phone = (...words: string[]) => test.lab(['phone', '--team', '3', ...words]);

  beforeAll(async () => {
    engine = await engineView();
    expect(await engine.look(test.prefix)).toEqual(NOTHING);
    expect(await test.lab(['up', '--team', '3'])).toMatchObject({ code: 0, stderr: '' });
  });

  afterAll(async () => {
    await test[Symbol.asyncDispose]();
    expect(await engine.look(test.prefix)).toEqual(NOTHING);
  });

  it('proves a right lab, the twenty seconds of ringing too, and leaves no message behind', async () => {
    const before = await lines();
    const { code, report } = await check();
    expect(troubles(report)).toEqual({});
    expect({ code, mode: report.mode }).toEqual({ code: 0, mode: 'full' });
    expect(report.checks.map(({ verdict }) => verdict)).not.toContain('skipped');
    const deposit = report.checks.find(({ id }) => id === 'voicemail.deposit.finance');
    expect(deposit?.params.seconds).toBeGreaterThan(19);
    expect(deposit?.params.seconds).toBeLessThan(21);
    const hurried = report.checks.filter(({ ms, inherentMs }) => ms < inherentMs);
    expect(hurried.map(({ id }) => id)).toEqual([]);
    expect(report.ms).toBeGreaterThan(report.criticalPathMs);
    expect(await messages()).toEqual([]);
    expect(await lines()).toBe(before);
  });

  it('passes over the messages that students have, and leaves them new', async () => {
    for (const count of [1, 2]) {
      expect((await phone('3101', 'dial', '3102')).stdout).toBe('3102 rings');
      expect(await phone('3102', 'hangup')).toMatchObject({ code: 0 });
      expect(await phone('3101', 'send', '#')).toMatchObject({ code: 0 });
      const recorded = async () => engine.run(pbx, `find ${SPOOL}/finance/3102/tmp -size +20k`);
      await pollUntil(recorded, (found) => found !== '', { clock: systemClock, within: 8000 });
      expect(await phone('3101', 'hangup')).toMatchObject({ code: 0 });
      const there = await pollUntil(messages, (found) => found.length === 2 * count, {
        clock: systemClock,
        within: 5000,
      });
      expect(there.met, there.seen.join(' ')).toBe(true);
    }
    const before = await messages();
    const { code, report } = await check('--quick');
    expect({ code, troubles: troubles(report) }).toEqual({ code: 0, troubles: {} });
    expect(await messages()).toEqual(before);
    expect(before.join(' ')).not.toContain('/Old/');
    await engine.run(pbx, `rm -r ${SPOOL}/finance/3102`);
  });

  it('gives a line back the account that a student made and it had', async () => {
    await engine.run(
      pbx,
      `printf '\\n[3103](template)\\nusername = u3103\\nsecret = s3cret\\ncontext = finance\\n' >> /etc/asterisk/users.conf
       asterisk -rx 'sip reload'`,
    );
    expect(await phone('softphone1', 'use', '3103', 's3cret')).toMatchObject({ code: 0 });
    const before = await lines();
    expect(before).toContain('3103');
    const { code, report } = await check('--quick');
    expect({ code, troubles: troubles(report) }).toEqual({ code: 0, troubles: {} });
    expect(await lines()).toBe(before);
    expect((await phone('3103', 'status')).stdout).toBe('registered · idle');
    expect(await phone('softphone1', 'use', '3101,3201')).toMatchObject({ code: 0 });
  });

  it('keeps its hands off a station that is in a call, and says so', async () => {
    expect((await phone('3201', 'dial', '3202')).stdout).toBe('3202 rings');
    expect(await phone('3202', 'answer')).toMatchObject({ code: 0 });
    const { code, report } = await check('--quick');
    expect(code).toBe(1);
    expect(report.checks.find(({ id }) => id === 'register.finance')).toMatchObject({
      verdict: 'skipped',
      code: 'station-in-use',
      params: { station: 'softphone1', extension: '3101' },
    });
    expect((await phone('3201', 'status')).stdout).toBe('registered · ESTABLISHED 3202');
    expect(await phone('3201', 'hangup')).toMatchObject({ code: 0 });
  });

  it.each(FAULTS)(
    'finds the fault and blames nothing else: $fault',
    async ({ edit, found, restarts }) => {
      const [file, script] = edit;
      const reload = restarts
        ? 'service asterisk restart'
        : `asterisk -rx 'dialplan reload'; asterisk -rx 'sip reload'; asterisk -rx 'voicemail reload'`;
      await engine.run(
        pbx,
        `cd /etc/asterisk && cp -a ${file} /root/ && sed -i '${script}' ${file}`,
      );
      expect(await engine.run(pbx, `diff -q /root/${file} /etc/asterisk/${file}`)).toContain(
        'differ',
      );
      await engine.run(pbx, reload);
      try {
        const { code, report } = await check('--quick');
        expect({ code, found: troubles(report) }).toEqual({ code: 1, found });
        expect(await messages()).toEqual([]);
      } finally {
        await engine.run(pbx, `cp -a /root/${file} /etc/asterisk/${file}; ${reload}`);
      }
    },
  );

  it('times the ring at the callee', async () => {
    const file = '/etc/asterisk/extensions.conf';
    await engine.run(pbx, `sed -i.bak 's/,20)/,2)/' ${file}; asterisk -rx 'dialplan reload'`);
    const { code, report } = await check();
    expect(code).toBe(1);
    expect(troubles(report)).toEqual({
      'voicemail.deposit.finance': 'partial ring-short',
      'voicemail.deposit.compta': 'partial ring-short',
    });
    await engine.run(pbx, `mv ${file}.bak ${file}; asterisk -rx 'dialplan reload'`);
  });

  it('repeats Asterisk’s own line when a file kills it, in both languages', async () => {
    const file = '/etc/asterisk/users.conf';
    await engine.run(
      pbx,
      `sed -i.bak 's/^\\[3102\\]/[3102/' ${file}; service asterisk restart; true`,
    );
    for (const [language, says] of [
      ['en', 'Asterisk does not run'],
      ['fr', 'Asterisk ne tourne pas'],
    ] as const) {
      const { code, stdout, stderr } = await test.lab([
        'check',
        '--team',
        '3',
        '--quick',
        '--lang',
        language,
      ]);
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
      expect(stdout).toContain(`✗ pbx.boots  ${says}`);
      expect(stdout).toMatch(/no closing '\]', line \d+ of \/etc\/asterisk\/users\.conf/);
      expect(stdout).toMatch(/– call\.finance .*pbx\.boots/);
    }
    await engine.run(pbx, `mv ${file}.bak ${file}; service asterisk start`);
    expect((await check('--quick')).code).toBe(0);
  });

  it('is refused with a mend for a team that is not up', async () => {
    const { code, stdout, stderr } = await test.lab(['check', '--team', '4']);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain('lab up --team 4');
  });
});

interface Report {
  readonly mode: string;
  readonly ms: number;
  readonly criticalPathMs: number;
  readonly checks: readonly {
    readonly id: string;
    readonly verdict: string;
    readonly code: string;
    readonly params: Readonly<Record<string, unknown>>;
    readonly ms: number;
    readonly inherentMs: number;
  }[];
}
