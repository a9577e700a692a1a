import { describe, expect, it } from 'vitest';
import type { StageParts } from '../model/definition/lab-definition.ts';
import type { Layout } from '../model/numbering/layout.ts';
import { ALL_TEAMS, teamNumber } from '../model/numbering/team-number.ts';
import { teamPlan } from '../model/numbering/team-plan.ts';
import type { Check } from './check.ts';
import { TOLERANT } from './fake-checks.ts';
import { planChecks } from './plan-checks.ts';

const user = (suffix: string) => ({ suffix, fullName: 'U', secret: 'password', pin: '1234' });

const FINANCE = { name: 'finance', digit: 1, voicemail: '199', users: [user('101'), user('102')] };
const COMPTA = { name: 'compta', digit: 2, voicemail: '299', users: [user('201'), user('202')] };

const SHEET: Layout = {
  ...{ lab: 'activity-1', base: '192.168', contexts: [FINANCE, COMPTA] },
  stations: [
    { name: 'softphone1', host: 11, lines: ['101', '201'] },
    { name: 'softphone2', host: 12, lines: ['102', '202'] },
  ],
};

function checksOf(layout: Layout, team = 3, quick = false, parts?: StageParts): readonly Check[] {
  return planChecks({
    plan: teamPlan(teamNumber(team), layout, { prefix: 'lab' }),
    definition: { ringSeconds: 20, ringTolerance: 3, policies: TOLERANT },
    quick,
    parts,
    now: () => 0,
  });
}

function ids(checks: readonly Check[]): readonly string[] {
  return checks.map(({ id }) => id);
}

describe('the checks of a lab', () => {
  it('are, for activity 1, what the sheet asks for: what takes longest first', () => {
    expect(ids(checksOf(SHEET))).toEqual([
      'pbx.boots',
      'register.finance',
      'register.compta',
      'register.refuses',
      'voicemail.deposit.finance',
      'voicemail.deposit.compta',
      'voicemail.files',
      'voicemail.consult.finance',
      'voicemail.consult.compta',
      'voicemail.pin',
      'call.finance',
      'call.compta',
      'contexts.separate',
    ]);
    expect(ids(checksOf(SHEET, 3, true))).toEqual(ids(checksOf(SHEET)));
  });

  it('are only those of what a stage has', () => {
    const tried = (parts: StageParts) => ids(checksOf(SHEET, 3, false, parts));
    const all = ['pbx.boots', 'register.finance', 'register.compta', 'register.refuses'];
    expect(tried({ accounts: true, calls: ['finance'], voicemail: false })).toEqual([
      ...all,
      'call.finance',
    ]);
    expect(tried({ accounts: true, calls: ['finance', 'compta'], voicemail: false })).toEqual([
      ...all,
      'call.finance',
      'call.compta',
      'contexts.separate',
    ]);
    const both = { accounts: true, calls: ['finance', 'compta'], voicemail: true };
    expect(tried(both)).toEqual(ids(checksOf(SHEET)));
  });

  it.each(ALL_TEAMS)('use phones of their own team alone: team %i', (team) => {
    const lines = checksOf(SHEET, team).flatMap((check) => check.lines);
    expect(new Set(lines)).toEqual(new Set(['101', '102', '201', '202'].map((s) => `${team}${s}`)));
  });

  it('let the contexts run side by side', () => {
    const of = (id: string) => checksOf(SHEET).find((check) => check.id === id)?.lines;
    expect(of('voicemail.deposit.finance')).toEqual(['3101', '3102']);
    expect(of('voicemail.deposit.compta')).toEqual(['3201', '3202']);
    expect(of('voicemail.consult.finance')).toEqual(['3102']);
    expect(of('voicemail.pin')).toEqual(['3101']);
  });

  it.each<[string, Partial<Layout>, readonly string[]]>([
    [
      'one context only: nothing to keep apart',
      { contexts: [FINANCE] },
      [
        ...['pbx.boots', 'register.finance', 'register.refuses', 'voicemail.deposit.finance'],
        ...['voicemail.files', 'voicemail.consult.finance', 'voicemail.pin', 'call.finance'],
      ],
    ],
    [
      'one line in a context: it has nobody to call there',
      { stations: [{ name: 's', host: 11, lines: ['101', '102', '201'] }] },
      [
        ...['pbx.boots', 'register.finance', 'register.compta', 'register.refuses'],
        ...['voicemail.deposit.finance', 'voicemail.files', 'voicemail.consult.finance'],
        ...['voicemail.pin', 'call.finance'],
      ],
    ],
    [
      'one line in all',
      { stations: [{ name: 's', host: 11, lines: ['101'] }] },
      ['pbx.boots', 'register.finance', 'register.refuses'],
    ],
    ['no line at all: nothing to refuse either', { stations: [] }, ['pbx.boots']],
  ])('fit a lab with %s', (_, more, expected) => {
    expect(ids(checksOf({ ...SHEET, ...more }))).toEqual(expected);
  });

  it('name no check that is not planned', () => {
    for (const quick of [true, false]) {
      const checks = checksOf(SHEET, 3, quick);
      const named = checks.flatMap(({ needs, follows = [], controls = [] }) => [
        ...needs,
        ...follows,
        ...controls.map((control) => control.check),
      ]);
      expect(named.filter((id) => !ids(checks).includes(id))).toEqual([]);
    }
  });
});
