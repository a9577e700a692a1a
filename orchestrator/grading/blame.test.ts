import { describe, expect, it } from 'vitest';
import { teamNumber } from '../model/numbering/team-number.ts';
import { teamPlan } from '../model/numbering/team-plan.ts';
import { closure, jointRetrials, type OwnFiles, retrials, rootOf, suspicions } from './blame.ts';
import { scaleCheck, TOLERANT } from './fake-checks.ts';
import { planGrading } from './plan-grading.ts';

const user = (suffix: string) => ({ suffix, fullName: 'A', secret: 'b', pin: '1' });
const LAYOUT = {
  ...{ lab: 'essai', base: '10.1' },
  contexts: [
    { name: 'finance', digit: 1, voicemail: '199', users: [user('101'), user('102')] },
    { name: 'compta', digit: 2, voicemail: '299', users: [user('201'), user('202')] },
  ],
  stations: [{ name: 'softphone1', host: 11, lines: ['101', '102', '201', '202'] }],
};
/** The chain of one context, as a lab's folder tells it. */
function chain(context: string) {
  return [
    scaleCheck(`register.${context}`, { consequenceOf: ['pbx.boots'], suspects: ['users.conf'] }),
    scaleCheck(`call.${context}`, {
      consequenceOf: [`register.${context}`],
      suspects: ['extensions.conf', 'users.conf'],
    }),
    scaleCheck(`voicemail.deposit.${context}`, {
      consequenceOf: [`call.${context}`],
      files: ['extensions.conf', 'voicemail.conf'],
      says: ['voicemail('],
    }),
    scaleCheck(`voicemail.consult.${context}`, {
      consequenceOf: [`voicemail.deposit.${context}`],
    }),
  ];
}
const both = (link: string) => ['finance', 'compta'].map((context) => `${link}.${context}`);
const entries = [
  scaleCheck('pbx.boots'),
  ...['finance', 'compta'].flatMap(chain),
  scaleCheck('register.template', { consequenceOf: both('register') }),
  scaleCheck('voicemail.files', { consequenceOf: both('voicemail.deposit') }),
  scaleCheck('register.refuses', { consequenceOf: both('register') }),
  scaleCheck('pbx.clean', {
    consequenceOf: ['pbx.boots', 'register.refuses', ...both('voicemail.consult')],
  }),
  scaleCheck('voicemail.pin', { consequenceOf: ['voicemail.consult.finance'] }),
];
const title = { fr: 'Q', en: 'Q' };

const checks = planGrading({
  scale: { questions: [{ id: 'Q1', title, checks: entries }] },
  plan: teamPlan(teamNumber(3), LAYOUT, { prefix: 'lab' }),
  definition: { ringSeconds: 20, ringTolerance: 3, policies: TOLERANT },
  now: () => 0,
  templates: [],
});
const failing = (...ids: string[]) => ({ passed: (id: string) => !ids.includes(id) });
const question = (id: string) => id.split('.').slice(0, 2).join('.');
const grounds = (id: string) => checks.find((check) => check.id === id)?.grounds;

describe('what a check can be a consequence of', () => {
  it('is its own context’s registration, calls and deposits, in that order', () => {
    expect(grounds('pbx.boots')).toEqual([]);
    expect(grounds('register.compta')).toEqual(['pbx.boots']);
    expect(grounds('call.compta')).toEqual(['pbx.boots', 'register.compta']);
    expect(grounds('voicemail.consult.compta')).toEqual([
      'pbx.boots',
      'register.compta',
      'call.compta',
      'voicemail.deposit.compta',
    ]);
    expect(grounds('voicemail.pin')).toEqual([
      'pbx.boots',
      'register.finance',
      'call.finance',
      'voicemail.deposit.finance',
      'voicemail.consult.finance',
    ]);
  });

  it('is every context’s for what looks at all of them', () => {
    expect(grounds('register.template')).toEqual([
      'pbx.boots',
      'register.finance',
      'register.compta',
    ]);
    expect(grounds('voicemail.files')).toContain('voicemail.deposit.compta');
  });
});

describe('what Asterisk complains of', () => {
  it('costs its own question only when it stays without the other’s fault', () => {
    const outcomes = failing('pbx.clean', 'voicemail.deposit.finance');
    const sheet = (id: string) => (id.startsWith('voicemail') ? 'Q2.1' : 'Q1.3');
    expect(suspicions(checks, outcomes, sheet)).toEqual([
      { root: 'voicemail.deposit.finance', dependents: ['pbx.clean'] },
    ]);
    const same = failing('pbx.clean', 'register.refuses');
    expect(suspicions(checks, same, sheet)).toEqual([]);
  });

  it('is its own fault when nothing else failed', () => {
    expect(suspicions(checks, failing('pbx.clean'), question)).toEqual([]);
  });
});

describe('the server', () => {
  it('is nobody’s consequence where the tool installed it', () => {
    expect([grounds('server.installed'), grounds('server.console')]).toEqual([[], []]);
  });
});

describe('blame', () => {
  it('goes to the first ground that did not pass', () => {
    const [consult] = checks.filter(({ id }) => id === 'voicemail.consult.finance');
    if (consult === undefined) throw new Error('no consultation');
    const outcomes = failing('call.finance', 'voicemail.deposit.finance');
    expect(rootOf(consult, outcomes)).toBe('call.finance');
    expect(rootOf(consult, failing('call.compta'))).toBeNull();
  });

  it('suspects a root of what failed after it, its own question left out', () => {
    const outcomes = failing('register.finance', 'register.template', 'call.finance');
    expect(suspicions(checks, outcomes, (id) => id.split('.')[0] ?? '')).toEqual([
      { root: 'register.finance', dependents: ['call.finance'] },
    ]);
  });

  it('has nothing to suspect when one check fails alone', () => {
    expect(suspicions(checks, failing('call.finance'), question)).toEqual([]);
  });
});

const ALL: OwnFiles = { handedIn: () => true, says: () => true };
const without = (absent: string): OwnFiles => ({ ...ALL, handedIn: (file) => file !== absent });

describe('judging without a root’s fault', () => {
  const pending = [
    { root: 'call.finance', dependents: ['voicemail.deposit.finance'] },
    { root: 'call.compta', dependents: ['voicemail.deposit.compta'] },
  ];

  it('replaces one file at a time, for all roots together, the likeliest first', () => {
    const found = retrials(checks, pending, ALL);
    expect(found.map(({ files }) => files.join())).toEqual(['extensions.conf', 'users.conf']);
    expect(found[0]?.suspicions).toEqual(pending);
  });

  it('gives nobody the work that a file not handed in would have been', () => {
    const found = retrials(checks, pending, without('extensions.conf'));
    expect(found.map(({ files }) => files.join())).toEqual(['users.conf']);
  });

  it('replaces the likeliest two files together for what neither alone has cleared', () => {
    const found = jointRetrials(checks, pending, ALL);
    expect(found).toEqual([{ files: ['extensions.conf', 'users.conf'], suspicions: pending }]);
    expect(jointRetrials(checks, pending, without('extensions.conf'))).toEqual([]);
    const alone = [{ root: 'register.finance', dependents: ['call.finance'] }];
    expect(jointRetrials(checks, alone, ALL)).toEqual([]);
  });

  it('gives nobody the work that nobody has tried', () => {
    const silent: OwnFiles = { ...ALL, says: (word) => word !== 'voicemail(' };
    expect(retrials(checks, pending, silent).map(({ files }) => files.join())).toEqual([
      'users.conf',
    ]);
  });

  it('runs what a check needs or comes after along with it', () => {
    const ids = closure(checks, ['voicemail.pin']).map(({ id }) => id);
    expect(ids).toEqual([
      'pbx.boots',
      'register.finance',
      'voicemail.deposit.finance',
      'voicemail.consult.finance',
      'voicemail.pin',
    ]);
  });
});
