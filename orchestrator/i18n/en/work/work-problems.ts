import type { ProblemTexts } from '../../catalogue.ts';

/** What can be wrong with the work of teams, and with folders of it, in English. */
export const ENGLISH_WORK_PROBLEMS = {
  'work-none': {
    what: ({ team }) => `Team ${team} has no work.`,
    mend: ({ team }) =>
      `lab up --team ${team}; or, to have its last archive back: lab restore --team ${team}`,
  },
  'work-too-large': {
    what: ({ team, mib }) =>
      `Team ${team} has more than ${mib} MiB of work: too much to read at once.`,
    mend: ({ team }) =>
      `lab shell --team ${team}: du -sh /etc/asterisk /root /var/spool/asterisk/voicemail; lab archive keeps it all the same`,
  },
  'export-exists': {
    what: ({ folder }) => `${folder} is there already; nothing in it was changed.`,
    mend: () => 'export into another folder, or move that one away',
  },
  'import-twice': {
    what: ({ team, one, other }) =>
      `Two folders are the work of team ${team}: ${one} and ${other}.`,
    mend: () => 'move one of them away',
  },
  'import-nothing': {
    what: ({ folder }) => `${folder} holds no work that could be imported.`,
    mend: () =>
      'name a folder that holds equipe1, equipe2, … with files of Asterisk; or one team’s folder, with --team 3',
  },
  'import-mark-wrong': {
    what: ({ file }) => `${file} is not what lab export wrote.`,
    mend: () => 'export again; or remove that file: then only Asterisk’s files are imported',
  },
  'import-other-team': {
    what: ({ folder, team, found }) =>
      `${folder} was exported from team ${found}, not from team ${team}.`,
    mend: ({ found }) => `give the folder its name back: equipe${found}`,
  },
  'import-too-large': {
    what: ({ folder, mib }) => `${folder} has more than ${mib} MiB.`,
    mend: () => 'move what is no work of the team out of it',
  },
} satisfies Partial<ProblemTexts>;
