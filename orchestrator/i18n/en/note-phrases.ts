import type { NotePhrases } from '../note-phrases.ts';

/** English words about odd hand-ins. */
export const ENGLISH_NOTE_PHRASES: NotePhrases = {
  note: {
    about: (submission, said) => `${submission}: ${said}`,
    'odd-name': ({ found, wanted }) =>
      `${found} was to be ${wanted}, it seems; Asterisk does not read it under this name.`,
    'archive-unread': ({ path }) => `${path} was not opened.`,
    'same-team': ({ team, others }) =>
      `team ${team} has handed in more than once; each is graded on its own (also ${others.join(', ')}).`,
  },
};
