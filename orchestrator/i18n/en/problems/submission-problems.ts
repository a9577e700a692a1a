import type { PathFault } from '../../../base/problems/submission-problems.ts';
import type { ProblemTexts } from '../../catalogue.ts';

const MIB = 2 ** 20;

const FAULTS: Readonly<Record<PathFault, string>> = {
  absolute: 'it begins at the root of a disk',
  parent: 'it leads out of the hand-in',
  long: 'it is too long',
  unprintable: 'it has characters that no name of a file should have',
  clash: 'it is a file and a folder at the same time',
};

/** What can be wrong with what teams hand in, in English. */
export const ENGLISH_SUBMISSION_PROBLEMS = {
  'submission-team-unknown': {
    what: ({ submission }) =>
      `Neither the name of ${submission} nor the numbers in its files tell which team it is of.`,
    mend: () => 'name the folder after the team (equipe3), or give --class or --team',
  },
  'submission-too-large': {
    what: ({ submission, most }) =>
      `${submission} has more than ${most / MIB} MiB for Asterisk: that is no configuration.`,
    mend: () => 'leave only the files of /etc/asterisk, captures and reports in it',
  },
  'submission-file-large': {
    what: ({ submission, path, most }) =>
      `${path} in ${submission} is too large: ${most / MIB} MiB at most, 192 MiB for the whole hand-in.`,
    mend: ({ path }) => `shorten ${path}, or take it out of the hand-in`,
  },
  'submission-too-many': {
    what: ({ submission, most }) => `${submission} has more than ${most} files and folders.`,
    mend: () => 'leave only the files of /etc/asterisk, captures and reports in it',
  },
  'submission-link': {
    what: ({ submission, path }) => `${path} in ${submission} is a link: it is not followed.`,
    mend: ({ path }) => `put the file itself in the place of ${path}`,
  },
  'submission-path': {
    what: ({ submission, path, fault }) =>
      `The path ${path} in ${submission} is refused: ${FAULTS[fault]}.`,
    mend: () => 'make the archive again, from the folder that the files are in',
  },
  'submission-unreadable': {
    what: ({ submission, path }) => `${path} in ${submission} cannot be read.`,
    mend: () => 'give yourself the right to read it (chmod -R u+rX), or copy it again',
  },
  'submission-bomb': {
    what: ({ submission, path }) =>
      `${path} in ${submission} would become hundreds of times larger than its archive: it is not opened.`,
    mend: () => 'look at the archive by hand, and ask for another one',
  },
  'submission-encrypted': {
    what: ({ submission, path }) => `${path} in ${submission} is behind a password.`,
    mend: () => 'ask for an archive without a password, or put the opened folder in its place',
  },
  'submission-archive-broken': {
    what: ({ submission, path, said }) => `${path} in ${submission} cannot be unpacked: ${said}`,
    mend: () => 'ask for the archive again, or put the opened folder in its place',
  },
  'submission-archive-unknown': {
    what: ({ submission, path }) =>
      `${submission} has no file for Asterisk but ${path}, which lab does not open: only zip, and one in another at most.`,
    mend: ({ path }) => `unpack ${path} into the folder`,
  },
  'submission-ambiguous': {
    what: ({ submission, one, other }) =>
      `${submission} has files for Asterisk in ${one} and in ${other}: which are meant?`,
    mend: () => 'remove one of the two folders, or put it inside another one',
  },
  'submissions-none': {
    what: ({ folder }) =>
      `There is no submission in ${folder}: each is a folder or a zip of its own.`,
    mend: ({ folder }) => `ls ${folder}`,
  },
  'submissions-broken': {
    what: ({ file, said }) => `${file} is no zip that can be opened: ${said}`,
    mend: () => 'download it again, or give the unpacked folder',
  },
} satisfies Partial<ProblemTexts>;
