import type { SelftestPhrases } from '../selftest-phrases.ts';

/** Words of the self-test, in French. */
export const FRENCH_SELFTEST_PHRASES: SelftestPhrases = {
  selftest: {
    labHeading: ['', 'TP', 'points', 'racine', 'perdu en', 'cause lieu', 'autrement que prévu'],
    matrixHeading: [
      'vérification',
      'réussies à raison',
      'échouées à tort',
      'échouées à raison',
      'réussies à tort',
      'conséquences',
      'reportées',
    ],
    truth: { yes: 'oui', no: 'non' },
    cell: ({ check, expected, found }) => `${check} ${found} (prévu : ${expected})`,
    found: { pass: 'réussie', fail: 'échouée', skipped: 'sautée', other: 'non dite' },
    expected: {
      pass: 'réussie',
      root: 'racine',
      consequence: 'conséquence',
      open: 'l’un ou l’autre',
    },
    told: (what, value) => `${what} : ${value}`,
    questions: (expected) => `devrait perdre en ${expected}`,
    ungraded: (id) => `${id} : impossible à noter`,
    flake: ({ id, check, found }) => `${id} ${check} : pas toujours pareil : ${found}`,
    unmeasured: 'non mesuré ici',
    figure: (value, share) =>
      share
        ? `${(value * 100).toFixed(1).replace('.', ',')} %`
        : String(Math.round(value * 100) / 100).replace('.', ','),
    target: {
      'wrong-with-full-marks': 'TP faux avec tous les points',
      'valid-wrongly-failed': 'vérifications échouées à tort sur des TP justes',
      'not-as-labelled': 'TP autrement que prévu',
      'root-named': 'racine bien nommée',
      'questions-charged': 'questions touchées par une erreur',
      'empty-hand-in': 'points d’un rendu vide',
      'not-graded': 'TP impossibles à noter',
      flakes: 'verdicts qui changent d’une fois à l’autre',
      'cause-named': 'TP faux dont le texte nomme la cause',
      'place-named': 'TP faux dont le texte nomme le lieu',
    },
    fate: {
      killed: 'vues',
      equivalent: 'comme la solution',
      missed: 'manquées',
      'not-graded': 'non notées',
    },
  },
};
