import type { ProblemTexts } from '../../catalogue.ts';

/** What can be wrong with a `mutants.yaml`, in French. */
export const FRENCH_SELFTEST_PROBLEMS = {
  'mutant-id-form': {
    what: ({ found }) => `« ${found} » n’est pas le nom d’un TP d’essai du correcteur.`,
    mend: () => 'W et un nombre pour un TP faux, V et un nombre pour un TP juste : W41',
  },
  'mutant-encoding': {
    what: ({ key, found }) => `Rien ne s’enregistre en « ${found} » (${key}).`,
    mend: () => 'au choix : utf16, crlf, bom',
  },
  'mutant-capture-part': {
    what: ({ key, found }) => `Une capture n’a pas de partie « ${found} » (${key}).`,
    mend: () => 'au choix : registration, setup, voice, voice-back, end',
  },
  'mutant-capture-of': {
    what: ({ key, found }) => `On ne sait pas faire une capture de « ${found} » (${key}).`,
    mend: () => 'another-team, ou rien',
  },
  'mutant-faults-form': {
    what: ({ key, found }) => `« ${found} » (${key}) n’est pas un nombre d’erreurs de 1 à 9.`,
    mend: () => 'ne l’écrivez pas quand il n’y a qu’une erreur',
  },
  'mutant-edit-form': {
    what: () => 'Les clés de cette modification ne disent pas ce qu’elle fait.',
    mend: () =>
      'au choix : replace et by (avec in, au besoin), delete (avec in), drop, move et after, content, encode, lacks, of',
  },
  'mutant-edit-idle': {
    what: () => 'Cette modification ne change rien à la solution produite.',
    mend: () => 'comparez-la, lettre à lettre, à ce qu’affiche lab render --team 3',
  },
  'mutant-place-absent': {
    what: ({ file, line }) =>
      `Après les modifications, aucune ligne de ${file} ne contient « ${line} ».`,
    mend: () => 'citez un texte de la ligne où est l’erreur, ou une section',
  },
  'mutant-lab-unknown': {
    what: ({ lab, check }) =>
      `${check} doit être essayé sur le TP ${lab}, qui n’est pas dans mutants.yaml.`,
    mend: ({ nearest }) =>
      nearest === undefined
        ? 'ajoutez-le à mutants.yaml, ou retirez-le d’ici'
        : `écrivez ${nearest}`,
  },
  'mutant-unknown': {
    what: ({ found }) => `--only nomme « ${found} », qui n’est pas dans mutants.yaml.`,
    mend: ({ known, nearest }) =>
      nearest === undefined ? `au choix : ${known.join(', ')}` : `écrivez ${nearest}`,
  },
} satisfies Partial<ProblemTexts>;
