import type { ProblemTexts } from '../../catalogue.ts';

/** Ce qui peut être faux dans un barème, en français. */
export const FRENCH_GRADING_PROBLEMS = {
  'grading-too-slow': {
    what: ({ seconds }) =>
      `Aucun contrôle n’a été jugé en ${seconds} s : cette machine est trop occupée.`,
    mend: () => 'notez de nouveau avec un --jobs plus petit, quand la machine est plus libre',
  },
} satisfies Partial<ProblemTexts>;
