/** The headings of the list of archives. */
export type ArchiveColumn = 'id' | 'team' | 'stage' | 'reason' | 'time' | 'size';

/** Words about stages, and about the work of teams. */
export interface WorkPhrases {
  readonly work: {
    /** Only what the team's stage has was tried: how to try everything. */
    readonly triedStage: (team: number, stage: string, last: string) => string;
    /** A team begins at another stage: its work was put away. */
    readonly caughtUp: (team: number, stage: string) => string;
    readonly nothingToArchive: (team: number) => string;
    /** A team has its work of then again: put away at that time by that verb. */
    readonly restored: (facts: {
      readonly team: number;
      readonly id: string;
      readonly reason: string;
      readonly time: string;
    }) => string;
    /** What to type to have the work back that was put away just now. */
    readonly undo: (line: string) => string;
    readonly archives: {
      readonly heading: Readonly<Record<ArchiveColumn, string>>;
      readonly none: string;
      readonly broken: string;
    };
    /** A team's work is as on its first day, or as in an archive. */
    readonly unchanged: (facts: {
      readonly team: number;
      readonly stage: string | null;
      readonly archive: string | null;
    }) => string;
    /** What became of one team of several, in its row. */
    readonly rows: {
      readonly archived: string;
      readonly exported: (files: number) => string;
      readonly nothing: string;
      readonly restored: (facts: {
        readonly id: string;
        readonly reason: string;
        readonly time: string;
      }) => string;
    };
    readonly exported: (team: number, folder: string, files: number) => string;
    readonly nothingToExport: string;
    /** An import has nothing for a team: it is left as it is. */
    readonly folderMissing: (team: number) => string;
    /** The folder of a class, in help. */
    readonly folderArgument: string;
    /** The ID of an archive, in help. */
    readonly archiveArgument: string;
  };
}
