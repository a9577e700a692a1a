import type { ProblemTexts } from '../../catalogue.ts';

/** Ce qui peut être faux dans un barème, en français. */
export const FRENCH_GRADING_PROBLEMS = {
  'scale-check-unknown': {
    what: ({ check }) => `Ce TP n’a pas de contrôle « ${check} ».`,
    mend: ({ known, nearest }) =>
      nearest === undefined ? `au choix : ${known.join(', ')}` : `écrivez ${nearest}`,
  },
  'scale-points-form': {
    what: ({ key, found }) =>
      `${key} vaut « ${found} » : les points vont de 0 à 20, par pas de 0.25.`,
    mend: () => 'écrivez par exemple 1.5',
  },
  'scale-sum': {
    what: ({ found, total }) => `Les points de tous les contrôles font ${found}, et non ${total}.`,
    mend: ({ total }) => `changez-en jusqu’à ce qu’ils fassent ${total}`,
  },
  'grading-too-slow': {
    what: ({ seconds }) =>
      `Aucun contrôle n’a été jugé en ${seconds} s : cette machine est trop occupée.`,
    mend: () => 'notez de nouveau avec un --jobs plus petit, quand la machine est plus libre',
  },
} satisfies Partial<ProblemTexts>;
