import type { ProblemTexts } from '../../catalogue.ts';

/** What can be wrong with what teams hand in, in English. */
export const ENGLISH_GRADING_PROBLEMS = {
  'submission-team-unknown': {
    what: ({ submission }) =>
      `Neither the name of ${submission} nor the numbers in its files tell which team it is of.`,
    mend: () => 'name the folder after the team (equipe3), or give --team',
  },
  'submission-too-large': {
    what: ({ submission, most }) =>
      `${submission} is larger than ${most / 2 ** 20} MiB: that is no Asterisk configuration.`,
    mend: () => 'leave only the files of /etc/asterisk in it',
  },
  'submission-link': {
    what: ({ submission, path }) => `${path} in ${submission} is a link: it is not followed.`,
    mend: ({ path }) => `put the file itself in the place of ${path}`,
  },
  'submissions-none': {
    what: ({ folder }) => `There is no submission in ${folder}: each is a folder of its own.`,
    mend: ({ folder }) => `ls ${folder}`,
  },
} satisfies Partial<ProblemTexts>;
