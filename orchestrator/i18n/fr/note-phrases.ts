import type { NotePhrases } from '../note-phrases.ts';

/** Ce qui se dit en français d’un rendu inhabituel. */
export const FRENCH_NOTE_PHRASES: NotePhrases = {
  note: {
    about: (submission, said) => `${submission} : ${said}`,
    'odd-name': ({ found, wanted }) =>
      `${found} devait sans doute être ${wanted} ; Asterisk ne le lit pas sous ce nom.`,
    'archive-unread': ({ path }) => `${path} n’a pas été ouvert.`,
    'same-team': ({ team, others }) =>
      `l’équipe ${team} a rendu plusieurs fois ; chaque rendu est noté à part (il y a aussi ${others.join(', ')}).`,
  },
};
