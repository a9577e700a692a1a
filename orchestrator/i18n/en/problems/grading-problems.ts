import type { ProblemTexts } from '../../catalogue.ts';

/** What can be wrong with a grading, in English. */
export const ENGLISH_GRADING_PROBLEMS = {
  'grading-too-slow': {
    what: ({ seconds }) =>
      `Not one check was judged within ${seconds} s: this machine is too busy.`,
    mend: () => 'grade again with a smaller --jobs, when less else is running',
  },
} satisfies Partial<ProblemTexts>;
