import type { ClassPhrases } from '../class-phrases.ts';
import { seconds as time } from './grade-words.ts';

/** Les mots de plusieurs équipes à la fois en français. */
export const FRENCH_CLASS_PHRASES: ClassPhrases = {
  class: {
    headings: {
      team: 'équipe',
      handIn: 'rendu',
      mark: 'note',
      state: 'état',
      lines: 'lignes',
      checks: 'vérifications',
      time: 'durée',
      remark: 'remarque',
    },
    gone: {
      kept: 'arrêtée, travail gardé',
      purged: 'arrêtée, travail retiré',
      nothing: 'n’était pas en service',
    },
    empty: 'rien à remettre à zéro',
    of: (some, all) => `${some} sur ${all}`,
    notPassed: (checks) => `en échec : ${checks.join(', ')}`,
    notJudged: (checks) => `non jugées : ${checks.join(', ')}`,
    fault: 'une erreur de lab',
    ended: (seconds) => `terminée en ${time(seconds)}`,
    endedBadly: (seconds) => `pas tout en ordre, après ${time(seconds)}`,
  },
};
