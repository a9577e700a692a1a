import type { ProblemTexts } from '../../catalogue.ts';

/** Ce qui peut clocher en tirant les fichiers d’une équipe d’une étape et de ses modèles, en français. */
export const FRENCH_RENDERING_PROBLEMS = {
  'stage-unknown': {
    what: ({ stage }) => `Le TP n’a pas d’étape « ${stage} ».`,
    mend: ({ known, nearest }) =>
      nearest === undefined ? `au choix : ${known.join(', ')}` : `--stage ${nearest}`,
  },
  'template-not-found': {
    what: ({ template }) => `Le modèle templates/${template} manque.`,
    mend: ({ template }) => `git checkout -- templates/${template}`,
  },
  'template-broken': {
    what: ({ template, reason }) =>
      `Le modèle templates/${template} ne peut pas être lu : ${reason}`,
    mend: ({ template }) => `git diff -- templates/${template}`,
  },
  'template-value-missing': {
    what: ({ template, line, name }) =>
      `Le modèle templates/${template}, ligne ${line}, demande « ${name} », qui n’a pas de valeur.`,
    mend: ({ template }) => `git diff -- templates/${template}`,
  },
} satisfies Partial<ProblemTexts>;
