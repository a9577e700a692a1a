import type { ProblemTexts } from '../../catalogue.ts';

/** Ce qui peut être faux dans un `checks.yaml`, en français. */
export const FRENCH_SCALE_PROBLEMS = {
  'scale-check-form': {
    what: ({ key, found }) => `Sous ${key}, « ${found} » n’est pas un nom de contrôle.`,
    mend: () => 'écrivez-le comme call.finance',
  },
  'scale-text-form': {
    what: ({ key, found }) =>
      `Le texte ${key} est « ${found} », et non une phrase d’une ligne (1 à 600 caractères).`,
    mend: () => 'écrivez une phrase, entre guillemets, sur une ligne',
  },
  'scale-points-form': {
    what: ({ key, found }) =>
      `${key} vaut « ${found} » : les points vont de 0 à 20, par pas de 0.25.`,
    mend: () => 'écrivez par exemple 1.5',
  },
  'scale-check-unknown': {
    what: ({ check }) => `Il n’y a pas de contrôle « ${check} » ici.`,
    mend: ({ known, nearest }) =>
      nearest === undefined ? `au choix : ${known.join(', ')}` : `écrivez ${nearest}`,
  },
  'scale-question-unknown': {
    what: ({ question }) => `Il n’y a pas de question « ${question} » dans ce fichier.`,
    mend: ({ known, nearest }) =>
      nearest === undefined ? `au choix : ${known.join(', ')}` : `écrivez ${nearest}`,
  },
  'scale-questions-wrong': {
    what: ({ found }) => `--questions nomme « ${found} », que le sujet n’a pas.`,
    mend: ({ known }) => `au choix : ${known.join(', ')} ; plusieurs : Q1.3-Q1.5,Q2.1`,
  },
  'scale-questions-empty': {
    what: ({ found }) => `--questions ${found} : rien n’y rapporte de points.`,
    mend: () => 'nommez des questions qui ont des points (checks.yaml du TP)',
  },
  'scale-cycle': {
    what: ({ checks }) =>
      `Ces contrôles sont conséquences les uns des autres, en rond : ${[...checks, checks[0]].join(' → ')}.`,
    mend: () => 'retirez l’un d’eux d’un consequenceOf',
  },
  'scale-last-text': {
    what: ({ check }) => `Le dernier texte de ${check} n’est dit que parfois (when).`,
    mend: () => 'finissez par un texte sans when : il est dit quand aucun autre ne convient',
  },
  'scale-sum': {
    what: ({ found, total, stage }) =>
      `Les points de tous les contrôles${stage === '' ? '' : ` à l’étape ${stage}`} font ${found}, et non ${total}.`,
    mend: ({ total }) => `changez-en jusqu’à ce qu’ils fassent ${total}`,
  },
  'result-not-found': {
    what: ({ word, folder }) =>
      word === ''
        ? `Rien n’a encore été noté : ${folder} est vide.`
        : `Il n’y a pas de résultat ${word}.`,
    mend: ({ folder }) => `ls ${folder} ; pour en faire un : lab grade --all`,
  },
  'result-wrong': {
    what: ({ file }) => `${file} n’est pas un résultat de lab grade.`,
    mend: () => 'donnez le result.json d’une notation, ou rien pour la dernière',
  },
  'rescore-untried': {
    what: ({ team, checks }) =>
      `Le résultat de l’équipe ${team} n’a pas ce que compte ce barème : ${checks.join(', ')}.`,
    mend: () => 'nommez les questions qui ont été notées (--questions), ou : lab regrade',
  },
  'decision-wrong': {
    what: ({ found }) =>
      `--decide ${found} : ce n’est pas une équipe, un contrôle et des points qu’il peut avoir.`,
    mend: () => 'écrivez --decide 3:answers.sip=0.5',
  },
  'decision-unknown': {
    what: ({ whose, check }) => `Ce résultat n’a pas de contrôle ${check} de ${whose}.`,
    mend: () => 'nommez l’équipe (ou le rendu) et le contrôle comme dans le résultat',
  },
} satisfies Partial<ProblemTexts>;
