/** What became of a question: all points, some, none, not told yet, nothing handed in. */
export type QuestionState = 'full' | 'part' | 'none' | 'open' | 'absent' | 'handed';

/** Why a student has no mark in an export, or has one that should be looked at. */
export type ExportRemark =
  | 'student-unknown'
  | 'student-ambiguous'
  | 'team-ungraded'
  | 'team-several'
  | 'mark-open'
  | 'maximum-differs'
  | 'grade-locked'
  | 'grade-replaced'
  | 'row-unreadable';

/** Words of the reports that are made of results. */
export interface ReportPhrases {
  readonly report: {
    /** A number as people write it. */
    readonly number: (value: number) => string;
    /** `14,5 / 20`; null: there is no mark yet. */
    readonly points: (points: number | null, max: number) => string;
    /** Something, and what there is to say of it. */
    readonly about: (what: string, said: string) => string;
    readonly question: Readonly<Record<QuestionState, string>>;
    /** Said of a check that nobody else can judge. */
    readonly forTeacher: string;
    readonly page: PageWords;
    readonly table: TableWords;
    readonly columns: ColumnWords;
    readonly remark: Readonly<Record<ExportRemark, string>>;
    readonly told: ToldWords;
  };
}

interface PageWords {
  readonly heading: (team: number) => string;
  readonly members: string;
  readonly submission: string;
  readonly graded: string;
  readonly mark: string;
  readonly provisional: string;
  readonly unfinished: string;
  readonly summary: string;
  readonly questionHeading: string;
  readonly titleHeading: string;
  readonly pointsHeading: string;
  readonly stateHeading: string;
  readonly happened: string;
  readonly why: string;
  readonly place: (file: string, line: number | null, section: string | null) => string;
  readonly consequence: string;
  readonly consequenceOf: (title: string) => string;
  readonly replaced: (file: string) => string;
  readonly disagreed: string;
  readonly decided: string;
  readonly worthNothing: string;
  readonly seen: string;
  readonly timelineOf: (who: string) => string;
  readonly listen: (who: string) => string;
  readonly toMend: string;
  readonly absent: string;
  readonly absentAbout: string;
  readonly teacher: string;
  readonly teacherAbout: string;
  readonly shown: string;
  readonly footer: (files: string) => string;
}

interface TableWords {
  readonly heading: string;
  readonly marks: string;
  readonly team: string;
  readonly mark: string;
  readonly duration: string;
  readonly average: string;
  readonly ungraded: string;
  readonly open: string;
  readonly synthesis: string;
  readonly check: string;
  readonly passed: string;
  readonly causes: string;
  readonly consequenceOf: (check: string) => string;
  readonly teams: (names: readonly string[]) => string;
  readonly allPassed: string;
  readonly identical: string;
  readonly identicalAbout: string;
  readonly identicalRaw: (file: string, names: readonly string[]) => string;
  readonly identicalForm: (file: string, names: readonly string[]) => string;
  readonly identicalNone: string;
}

interface ColumnWords {
  readonly team: string;
  readonly submission: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly name: string;
  readonly mark: string;
  readonly outOf: string;
  readonly remarks: string;
  readonly email: string;
  readonly username: string;
  readonly id: string;
  readonly feedback: (item: string) => string;
}

/** What `lab report` says besides the report. */
interface ToldWords {
  readonly wrote: (file: string) => string;
  readonly opened: (file: string) => string;
  readonly noOpener: (file: string) => string;
  readonly forTeacher: (who: string, checks: readonly string[]) => string;
  readonly moodleItem: (item: string, max: number) => string;
  readonly filled: (rows: number) => string;
}
