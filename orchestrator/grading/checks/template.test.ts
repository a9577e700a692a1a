import { describe, expect, it } from 'vitest';
import { fakeProbes } from '../fake-probes.ts';
import { judgeTemplates, templateCheck } from './template.ts';

describe('the templates of a users.conf', () => {
  it.each([
    ['none is an account', [{ template: 'template', status: '403 Forbidden' }], 'pass'],
    ['there is none', [], 'pass'],
    ['one registers', [{ template: 'template', status: '200 OK' }], 'fail'],
    ['no answer comes', [{ template: 'template', status: null }], 'timeout'],
  ])('%s', (_, evidence, expected) => {
    expect(judgeTemplates(evidence).verdict).toBe(expected);
  });

  const tried: string[] = [];
  const probes = fakeProbes({
    registerAs: async (name, beside, secret) => {
      tried.push(`${name} ${beside} ${secret}`);
      return '403 Forbidden';
    },
  });
  const check = templateCheck({
    ...{ templates: ['a', 'b'], line: '3101', extensions: ['3101', '3102'] },
    registrations: ['register.finance'],
  });

  it('are each tried by name, though the phone beside them has no account', async () => {
    const { verdict } = await check.find(probes, new Set(['3101']));
    expect(tried).toEqual(['a 3101 wrong', 'a 3101 own', 'b 3101 wrong', 'b 3101 own']);
    expect(verdict.verdict).toBe('pass');
  });

  it('are accounts when they take the secret that their users have', async () => {
    const open = fakeProbes({
      registerAs: async (_, __, secret) => (secret === 'own' ? '200 OK' : '403 Forbidden'),
    });
    const { verdict } = await check.find(open, new Set());
    expect(verdict).toMatchObject({ verdict: 'fail', params: { template: 'a' } });
  });

  it('prove nothing while nobody at all can register', async () => {
    const { verdict } = await check.find(probes, new Set(['3101', '3102']));
    expect(verdict).toMatchObject({ verdict: 'skipped', params: { check: 'register.finance' } });
  });
});
