import type { ProblemTexts } from '../../catalogue.ts';

/** What can be wrong with a `checks.yaml`, in English. */
export const ENGLISH_SCALE_PROBLEMS = {
  'scale-check-form': {
    what: ({ key, found }) => `Under ${key}, "${found}" is no name of a check.`,
    mend: () => 'write it as in call.finance',
  },
  'scale-text-form': {
    what: ({ key, found }) =>
      `The text ${key} is "${found}", no sentence of one line (1 to 600 characters).`,
    mend: () => 'write a sentence, in quotes, on one line',
  },
  'scale-points-form': {
    what: ({ key, found }) => `${key} is "${found}": points go from 0 to 20, in steps of 0.25.`,
    mend: () => 'write 1.5, for example',
  },
  'scale-check-unknown': {
    what: ({ check }) => `There is no check "${check}" here.`,
    mend: ({ known, nearest }) =>
      nearest === undefined ? `one of: ${known.join(', ')}` : `write ${nearest}`,
  },
  'scale-question-unknown': {
    what: ({ question }) => `There is no question "${question}" in this file.`,
    mend: ({ known, nearest }) =>
      nearest === undefined ? `one of: ${known.join(', ')}` : `write ${nearest}`,
  },
  'scale-questions-wrong': {
    what: ({ found }) => `--questions names "${found}", which the sheet does not have.`,
    mend: ({ known }) => `one of: ${known.join(', ')}; several as Q1.3-Q1.5,Q2.1`,
  },
  'scale-questions-empty': {
    what: ({ found }) => `--questions ${found}: nothing in it earns points.`,
    mend: () => 'name questions with points (checks.yaml of the lab)',
  },
  'scale-cycle': {
    what: ({ checks }) =>
      `These checks are consequences of each other in a circle: ${[...checks, checks[0]].join(' → ')}.`,
    mend: () => 'take one of them out of a consequenceOf',
  },
  'scale-last-text': {
    what: ({ check }) => `The last text of ${check} is told only sometimes (when).`,
    mend: () => 'end with a text without when: it is told when no other holds',
  },
  'scale-sum': {
    what: ({ found, total, stage }) =>
      `The points of all checks${stage === '' ? '' : ` at stage ${stage}`} make ${found}, not ${total}.`,
    mend: ({ total }) => `change some until they make ${total}`,
  },
  'result-not-found': {
    what: ({ word, folder }) =>
      word === '' ? `Nothing was graded yet: ${folder} is empty.` : `There is no result ${word}.`,
    mend: ({ folder }) => `ls ${folder}; to make one: lab grade --all`,
  },
  'result-wrong': {
    what: ({ file }) => `${file} is no result of lab grade.`,
    mend: () => 'give the result.json of a grading, or nothing for the latest',
  },
  'rescore-untried': {
    what: ({ team, checks }) =>
      `The result of team ${team} lacks what this scale counts: ${checks.join(', ')}.`,
    mend: () => 'name the questions that were graded (--questions), or: lab regrade',
  },
  'decision-wrong': {
    what: ({ found }) => `--decide ${found}: that is no team, check and points it can have.`,
    mend: () => 'write --decide 3:answers.sip=0.5',
  },
  'decision-unknown': {
    what: ({ whose, check }) => `This result has no check ${check} of ${whose}.`,
    mend: () => 'name the team (or hand-in) and the check as the result does',
  },
} satisfies Partial<ProblemTexts>;
