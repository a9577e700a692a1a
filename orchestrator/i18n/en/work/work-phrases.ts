import type { ArchiveFaultKind } from '../../../base/problems/environment-problems.ts';
import type { ResetWords } from '../../phrases.ts';
import type { WorkPhrases } from '../../work-phrases.ts';

/** English words about stages, and about the work of teams. */
export const ENGLISH_WORK_PHRASES: WorkPhrases = {
  work: {
    triedStage: (team, stage, last) =>
      `Tried was what stage ${stage} has; everything: lab check --team ${team} --stage ${last}`,
    caughtUp: (team, stage) => `Team ${team} is at stage ${stage} now.`,
    nothingToArchive: (team) => `Team ${team} has no work to archive.`,
    restored: ({ team, id, reason, time }) =>
      reason === 'imported'
        ? `Team ${team} has the work of the folder (kept as archive ${id}).`
        : `Team ${team} has the work of archive ${id} again (${time}, lab ${reason}).`,
    undo: (line) => `To undo this: ${line}`,
    archives: {
      heading: {
        ...{ id: 'ID', team: 'team', stage: 'stage', reason: 'made by', time: 'time' },
        size: 'size',
      },
      none: 'No archives yet. To make one: lab archive --team 3',
      broken: 'not sound',
    },
    unchanged: ({ team, stage, archive }) =>
      archive === null
        ? `Team ${team} has changed nothing since it began (stage ${stage}).`
        : `Team ${team} has changed nothing since archive ${archive}.`,
    rows: {
      archived: 'archived',
      exported: (files) => `${files} files`,
      nothing: 'no work',
      restored: ({ id, reason, time }) =>
        reason === 'imported'
          ? `work of the folder (archive ${id})`
          : `work of archive ${id} (${time}, lab ${reason})`,
    },
    exported: (team, folder, files) => `Team ${team}: ${files} files in ${folder}`,
    nothingToExport: 'No team has any work to export.',
    folderMissing: (team) => `Team ${team} has no folder there; it is left as it is.`,
    folderArgument: 'the folder that holds a folder a team: equipe1, equipe2, …',
    archiveArgument:
      'the ID of an archive, or its beginning or end (lab archives); the newest by default',
  },
};

/** What becomes of a team: `returns to stage start`. */
export function becoming(becomes: ResetWords['becomes']): string {
  if ('stage' in becomes) return `returns to stage ${becomes.stage}`;
  if ('archive' in becomes) return `gets the work of archive ${becomes.archive}`;
  return `gets the work of ${becomes.folder}`;
}

/** Why an archive is not used. */
export const ARCHIVE_FAULTS: Readonly<Record<ArchiveFaultKind, (about: string) => string>> = {
  damaged: (said) => `it can’t be unpacked (${said})`,
  'no-manifest': (file) => `it has no ${file}, so it is none of this tool’s`,
  differs: (path) => `${path} is not what was archived`,
  foreign: (path) => `${path} was put into it later`,
  outside: (path) => `${path} leads out of the team’s work`,
  'no-target': (path) => `${path} is a hard link to a file that it doesn’t hold`,
  device: (path) => `${path} is a device`,
  'other-team': (team) => `it is the work of team ${team}`,
};
