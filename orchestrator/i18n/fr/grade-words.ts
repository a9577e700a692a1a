import { MARKS } from '../marks.ts';
import type { Phrases } from '../phrases.ts';

/** Les mots des contrôles, en français. */
export const FRENCH_CHECKS: Phrases['checks'] = {
  mark: MARKS,
  outcome: {
    pass: 'réussi',
    partial: 'en partie',
    fail: 'échoué',
    skipped: 'pas évalué',
    timeout: 'trop tard',
    inconclusive: 'indécis',
  },
  why: 'Pourquoi, le plus probable d’abord :',
  summary: ({ team, passed, all, seconds: time }) =>
    `Équipe ${team} : ${passed} contrôles réussis sur ${all}, en ${seconds(time)}.`,
};

/** Les mots des notes, en français. */
export const FRENCH_GRADE: Phrases['grade'] = {
  mark: ({ who, points, max }) =>
    points === null
      ? `${who} : pas encore de note, un contrôle n’a pas pu être jugé : notez de nouveau`
      : `${who} : ${decimal(points)} / ${max}`,
  submission: (name, team) => `${name} (équipe ${team})`,
  kept: (folder) => `Conservé dans ${folder}.`,
  notHandedIn: (checks) => `pas rendu : ${checks.join(', ')}`,
  forTeacher: (checks) => `laissé au professeur : ${checks.join(', ')}`,
  lost: ({ question, points, max }) => `${question}  ${decimal(points)} / ${decimal(max)}`,
};

function decimal(value: number): string {
  return String(value).replace('.', ',');
}

/** Une durée à lire, au dixième de seconde. */
export function seconds(value: number): string {
  return `${value.toFixed(1).replace('.', ',')} s`;
}
