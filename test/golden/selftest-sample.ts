import type { Selftest } from '../../orchestrator/actions/selftest/selftest.ts';
import type { RuleTrial } from '../../orchestrator/actions/selftest/try-rules.ts';
import { labError } from '../../orchestrator/base/lab-error.ts';
import { confusion } from '../../orchestrator/grading/selftest/confusion.ts';
import { flakesOf } from '../../orchestrator/grading/selftest/flakes.ts';
import { judgeLab } from '../../orchestrator/grading/selftest/judge-lab.ts';
import { targetsOf } from '../../orchestrator/grading/selftest/targets.ts';
import type { Scale } from '../../orchestrator/model/marking/scale.ts';
import type { Mutant } from '../../orchestrator/model/mutants/mutant.ts';
import { GRADED } from './graded-sample.ts';

const about = { fr: 'Un TP', en: 'A lab' };
const blank = { about, edits: [], papers: false, faults: 1, cause: [], place: null };
const NOTHING: Scale = { questions: [] };
const wrong: Mutant = {
  ...{ ...blank, id: 'W02' },
  expect: { root: ['register.finance'], questions: ['Q1.3'], fails: [], passes: [] },
};
const labs = [
  { ...judgeLab(wrong, GRADED, NOTHING), named: { cause: true, place: false }, empty: false },
  {
    ...judgeLab({ ...blank, id: 'V01', expect: null }, GRADED, NOTHING),
    ...{ named: null, empty: false },
  },
];
const shaky = { check: 'call.finance', expected: 'pass', right: true } as const;
const flakes = flakesOf([
  { id: 'V01', cells: [{ ...shaky, found: 'pass' }] },
  { id: 'V01', cells: [{ ...shaky, found: 'fail' }] },
]);

/** A self-test with one of everything. */
export const SELFTEST: Selftest = {
  ...{ labs, flakes, confusion: confusion(labs) },
  ungraded: [{ id: 'W87', error: labError('pbx-slow', { team: 3 }) }],
  targets: targetsOf({ labs, notGraded: 1, flakes }),
};

/** Mistakes made by rule, one of each fate. */
export const RULES: readonly RuleTrial[] = (
  ['killed', 'equivalent', 'missed', 'not-graded'] as const
).map((fate, index) => ({
  ...{ id: `R00${index + 1}`, operator: 'digit-up', file: 'extensions.conf', line: 10 },
  edit: { file: 'extensions.conf', kind: 'content', content: '' },
  ...{ before: `Dial(SIP/\${EXTEN},20)`, after: `Dial(SIP/\${EXTEN},21)`, fate },
  points: fate === 'not-graded' ? null : 20,
  checks: fate === 'killed' ? ['voicemail.deposit.finance'] : [],
}));
