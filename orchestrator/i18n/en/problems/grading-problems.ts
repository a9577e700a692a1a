import type { ProblemTexts } from '../../catalogue.ts';

/** What can be wrong with a scale, in English. */
export const ENGLISH_GRADING_PROBLEMS = {
  'scale-check-unknown': {
    what: ({ check }) => `This lab has no check "${check}".`,
    mend: ({ known, nearest }) =>
      nearest === undefined ? `one of: ${known.join(', ')}` : `write ${nearest}`,
  },
  'scale-points-form': {
    what: ({ key, found }) =>
      `${key} is worth "${found}": points go from 0 to 20, in steps of 0.25.`,
    mend: () => 'write 1.5, for example',
  },
  'scale-sum': {
    what: ({ found, total }) => `The points of all checks make ${found}, not ${total}.`,
    mend: ({ total }) => `change some until they make ${total}`,
  },
  'grading-too-slow': {
    what: ({ seconds }) =>
      `Not one check was judged within ${seconds} s: this machine is too busy.`,
    mend: () => 'grade again with a smaller --jobs, when less else is running',
  },
} satisfies Partial<ProblemTexts>;
