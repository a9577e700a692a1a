import type { SelftestPhrases } from '../selftest-phrases.ts';

/** Words of the self-test, in English. */
export const ENGLISH_SELFTEST_PHRASES: SelftestPhrases = {
  selftest: {
    labHeading: ['', 'lab', 'points', 'root', 'lost in', 'cause place', 'otherwise than labelled'],
    matrixHeading: [
      'check',
      'passed, rightly',
      'failed, wrongly',
      'failed, rightly',
      'passed, wrongly',
      'consequences',
      'carried',
    ],
    truth: { yes: 'yes', no: 'no' },
    cell: ({ check, expected, found }) => `${check} ${found} (label: ${expected})`,
    found: { pass: 'passed', fail: 'failed', skipped: 'skipped', other: 'not told' },
    expected: { pass: 'passes', root: 'root', consequence: 'consequence', open: 'either way' },
    told: (what, value) => `${what}: ${value}`,
    questions: (expected) => `should lose in ${expected}`,
    ungraded: (id) => `${id}: could not be graded`,
    flake: ({ id, check, found }) => `${id} ${check}: not always the same: ${found}`,
    unmeasured: 'not measured here',
    figure: (value, share) =>
      share ? `${(value * 100).toFixed(1)} %` : String(Math.round(value * 100) / 100),
    target: {
      'wrong-with-full-marks': 'wrong labs with full marks',
      'valid-wrongly-failed': 'checks wrongly failed on valid labs',
      'not-as-labelled': 'labs otherwise than labelled',
      'root-named': 'root named rightly',
      'questions-charged': 'questions charged for one mistake',
      'empty-hand-in': 'points of an empty hand-in',
      'not-graded': 'labs that could not be graded',
      flakes: 'verdicts that differ between repeats',
      'cause-named': 'wrong labs whose text names the cause',
      'place-named': 'wrong labs whose text names the place',
    },
    fate: {
      killed: 'seen',
      equivalent: 'behaves like the solution',
      missed: 'missed',
      'not-graded': 'not graded',
    },
  },
};
