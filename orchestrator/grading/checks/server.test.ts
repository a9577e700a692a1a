import { describe, expect, it } from 'vitest';
import type { ServerEvidence } from '../../model/evidence/server-evidence.ts';
import { fakeProbes } from '../fake-probes.ts';
import { consoleCheck, installedCheck, judgeConsole, judgeInstalled } from './server.ts';

const VERSION = '1:16.28.0~dfsg-0+deb11u4';
const TEAM: ServerEvidence = { by: 'team', version: VERSION, program: 'own' };

describe('the installation of Asterisk', () => {
  it.each<[string, ServerEvidence, string]>([
    ['the package and its program are there', TEAM, 'pass server-installed'],
    [
      'nothing is there',
      { ...TEAM, version: null, program: 'absent' },
      'fail asterisk-not-installed',
    ],
    [
      'only a file of that name is there',
      { ...TEAM, version: null },
      'fail asterisk-not-installed',
    ],
    [
      'only the package list says so',
      { ...TEAM, program: 'absent' },
      'fail asterisk-not-installed',
    ],
    ['the program is another one', { ...TEAM, program: 'other' }, 'fail program-changed'],
    ['the tool did it', { by: 'tool' }, 'pass installed-by-tool'],
    ['no server was handed in', { by: 'nobody' }, 'skipped not-handed-in'],
  ])('%s', (_, evidence, expected) => {
    const { verdict, code } = judgeInstalled(evidence);
    expect(`${verdict} ${code}`).toBe(expected);
  });

  it('asks nothing of the lab that it is judged in', async () => {
    const probes = fakeProbes({
      askConsole: () => {
        throw new Error('asked');
      },
    });
    const { verdict, evidence } = await installedCheck(TEAM).find(probes, new Set());
    expect({ verdict: verdict.verdict, evidence }).toEqual({ verdict: 'pass', evidence: TEAM });
  });
});

describe('the console of Asterisk', () => {
  it('knows the first commands of the sheet, though their lists are empty', async () => {
    const { verdict } = await consoleCheck(TEAM).find(fakeProbes(), new Set());
    expect(verdict).toMatchObject({ verdict: 'pass', code: 'console-answers' });
  });

  it('fails for one command that it does not know, and tells its answer', () => {
    const said = "No such command 'sip show users'";
    expect(
      judgeConsole([
        { command: 'core show version', said: 'Asterisk 16.28.0', known: true },
        { command: 'sip show users', said, known: false },
      ]),
    ).toMatchObject({ verdict: 'fail', params: { command: 'sip show users', said } });
  });

  it('needs an installed Asterisk that boots only where the team was to install one', () => {
    expect(consoleCheck(TEAM).needs).toEqual(['server.installed', 'pbx.boots']);
    expect(consoleCheck({ by: 'tool' }).needs).toEqual([]);
  });

  it.each<[ServerEvidence, string]>([
    [{ by: 'tool' }, 'pass installed-by-tool'],
    [{ by: 'nobody' }, 'skipped not-handed-in'],
  ])('is not asked where the team had nothing to install: %o', async (server, expected) => {
    const probes = fakeProbes({
      askConsole: () => {
        throw new Error('asked');
      },
    });
    const { verdict } = await consoleCheck(server).find(probes, new Set());
    expect(`${verdict.verdict} ${verdict.code}`).toBe(expected);
  });
});
