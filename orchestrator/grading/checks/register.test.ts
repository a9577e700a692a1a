import { describe, expect, it } from 'vitest';
import { labError } from '../../base/lab-error.ts';
import { fakeProbes } from '../fake-probes.ts';
import { judgeBoot } from './pbx-boots.ts';
import { judgeIntrusions, judgeRegistrations, refusesCheck, registerCheck } from './register.ts';

const told = ({ verdict, code }: { readonly verdict: string; readonly code: string }) =>
  `${verdict} ${code}`;

describe('Asterisk', () => {
  it.each([
    [{ state: 'ready', log: [] }, 'pass asterisk-answers'],
    [{ state: 'dead', log: ['Segmentation fault'] }, 'fail asterisk-dead'],
    [{ state: 'slow', log: [] }, 'timeout took-too-long'],
  ] as const)('that shows %o: %s', (boot, expected) => {
    const found = judgeBoot(boot);
    expect(told(found)).toBe(expected);
    if (boot.state === 'dead') expect(found.params).toEqual({ log: boot.log });
  });
});

describe('registrations', () => {
  it.each<[string, readonly (string | null)[], string, object]>([
    ['all accepted', ['200 OK', '200 OK'], 'pass all-registered', { extensions: ['3101', '3102'] }],
    [
      ...(['one refused', ['200 OK', '403 Forbidden'], 'partial register-refused'] as const),
      { extension: '3102', status: '403 Forbidden' },
    ],
    [
      ...(['none accepted', ['404 Not found', '403 Forbidden'], 'fail register-refused'] as const),
      { extension: '3101', status: '404 Not found' },
    ],
    ['none answered', [null, null], 'timeout took-too-long', { what: '3101' }],
    ['one redirected', ['302 Moved', '200 OK'], 'partial register-refused', { extension: '3101' }],
  ])('with %s', (_, statuses, expected, params) => {
    const evidence = statuses.map((status, index) => ({ extension: `310${index + 1}`, status }));
    const found = judgeRegistrations(evidence);
    expect(told(found)).toBe(expected);
    expect(found.params).toMatchObject(params);
  });

  it('tell which phones are of no use to others', async () => {
    const statuses = new Map([
      ['3101', '200 OK'],
      ['3102', '403 Forbidden'],
      ['3103', null],
    ]);
    const probes = fakeProbes({
      register: async (extension) => ({ extension, status: statuses.get(extension) ?? null }),
    });
    const { unfit } = await registerCheck('finance', [...statuses.keys()]).find(probes, new Set());
    expect(unfit).toEqual(['3102', '3103']);
  });

  it('have all ended when one of them breaks', async () => {
    const log: string[] = [];
    const gone = labError('softphone-gone', { line: '3101', timeline: '-' });
    const probes = fakeProbes({
      register: async (extension) => {
        if (extension === '3101') throw gone;
        for (let turn = 0; turn < 9; turn += 1) await Promise.resolve();
        log.push(`${extension} ended`);
        return { extension, status: '200 OK' };
      },
    });
    const found = registerCheck('finance', ['3101', '3102']).find(probes, new Set());
    await expect(found).rejects.toBe(gone);
    expect(log).toEqual(['3102 ended']);
  });
});

describe('an intruder', () => {
  it.each<[string, string | null, string | null, string]>([
    ['is refused twice', '403 Forbidden', '403 Forbidden', 'pass intruders-refused'],
    ['is asked for credentials', '401 Unauthorized', '407 Proxy', 'pass intruders-refused'],
    ['registers', '200 OK', '403 Forbidden', 'fail secret-ignored'],
    ['makes a phone ring', '403 Forbidden', 'rings', 'fail call-unchallenged'],
    ['is answered', '403 Forbidden', 'answered', 'fail call-unchallenged'],
    [
      'learns that there is no such number',
      '403 Forbidden',
      '404 Not Found',
      'fail call-unchallenged',
    ],
    ['gets no answer to its registration', null, '403 Forbidden', 'timeout took-too-long'],
    ['gets no answer to its call', '403 Forbidden', null, 'timeout took-too-long'],
  ])('that %s', (_, registration, call, expected) => {
    const one = { extension: '3101', number: '3199', registration, call };
    expect(told(judgeIntrusions([one]))).toBe(expected);
  });

  const TARGETS = ['3101', '3201'].map((extension) => ({ extension, number: '3199' }));
  const refuses = refusesCheck(TARGETS, ['register.finance', 'register.compta']);

  it('that gets in at one account of two leaves a part', () => {
    const good = { extension: '3101', number: '3199', registration: '403 F', call: '403 F' };
    const found = judgeIntrusions([good, { ...good, extension: '3201', registration: '200 OK' }]);
    expect(found).toMatchObject({
      ...{ verdict: 'partial', code: 'secret-ignored', params: { extension: '3201' } },
    });
  });

  it('tries only accounts that there are', async () => {
    const { verdict, evidence } = await refuses.find(fakeProbes(), new Set(['3101']));
    expect(evidence).toMatchObject([{ extension: '3201', number: '3199' }]);
    expect(verdict).toMatchObject({ verdict: 'pass', params: { extensions: ['3201'] } });
  });

  it('proves nothing where there is no account', async () => {
    const { verdict } = await refuses.find(fakeProbes(), new Set(['3101', '3201']));
    expect(verdict).toMatchObject({
      ...{ verdict: 'skipped', code: 'needs-another', params: { check: 'register.finance' } },
    });
  });
});
