import type { CauseKind, OperationKind, Phase } from '../base/event.ts';
import type { Outcome } from '../base/problems/verdicts.ts';
import type { ClassPhrases } from './class-phrases.ts';
import type { GatePhrases } from './gate/gate-phrases.ts';
import type { BundlePhrases } from './hand-outs/bundle-phrases.ts';
import type { SheetPhrases } from './hand-outs/sheet-phrases.ts';
import type { NotePhrases } from './note-phrases.ts';
import type { ReportPhrases } from './report-phrases.ts';
import type { SelftestPhrases } from './selftest-phrases.ts';
import type { StatusPhrases } from './status/status-phrases.ts';
import type { TracePhrases } from './trace-phrases.ts';
import type { TrafficPhrases } from './traffic-phrases.ts';
import type { CommandName, OptionName } from './typed-names.ts';
import type { WorkPhrases } from './work-phrases.ts';

/** The names of doctor's checks. */
export type DoctorCheck =
  | 'node'
  | 'engine'
  | 'isolation'
  | 'cgroups'
  | 'images'
  | 'subnets'
  | 'disk-limit'
  | 'disk'
  | 'memory';

/** The states of things in tables. */
export type StateWord =
  | 'in-service'
  | 'no-asterisk'
  | 'not-installed'
  | 'stopped'
  | 'absent'
  | 'registered'
  | 'unregistered';

/** Two numbers of one context and the station of the first, for commands to try. */
export interface NextSteps {
  readonly team: number;
  readonly line: string;
  readonly other: string;
  readonly station: string;
  /** False: the students install Asterisk first. */
  readonly installed: boolean;
  readonly accounts: boolean;
}

/** Who works on a team, on which machine, as which process, for how long. */
export interface LockHolderWords {
  readonly user: string;
  readonly host: string;
  readonly pid: number;
  readonly verb: string;
  readonly seconds: number;
}

/** A team that would be made anew, as what, and how much work it has, where that is known. */
export interface ResetWords {
  readonly team: number;
  readonly becomes:
    | { readonly stage: string }
    | { readonly archive: string }
    | { readonly folder: string };
  readonly work: {
    readonly configuration: number;
    readonly messages: number;
    readonly home: number;
  } | null;
}

/** Words and sentences that are not problems. */
export interface Phrases
  extends ClassPhrases,
    TrafficPhrases,
    StatusPhrases,
    GatePhrases,
    NotePhrases,
    ReportPhrases,
    TracePhrases,
    SelftestPhrases,
    WorkPhrases,
    SheetPhrases,
    BundlePhrases {
  readonly help: {
    readonly about: string;
    readonly usage: string;
    readonly options: string;
    readonly arguments: string;
    readonly commands: string;
    readonly exitStatus: readonly string[];
    readonly exitStatusTitle: string;
    readonly command: Readonly<Record<CommandName, string>>;
    readonly option: Readonly<Record<OptionName, string>>;
    readonly phoneArguments: { readonly who: string; readonly words: string };
    readonly shell: string;
    readonly file: string;
    readonly result: string;
    readonly helpCommand: string;
  };
  readonly phase: Readonly<Record<Phase, string>>;
  readonly plan: {
    readonly operation: Readonly<Record<OperationKind, string>>;
    readonly cause: Readonly<Record<CauseKind, string>>;
    readonly empty: string;
    readonly title: (team: number) => string;
  };
  readonly table: {
    readonly host: string;
    readonly address: string;
    readonly number: string;
    readonly context: string;
    readonly state: string;
    readonly voicemail: string;
  };
  readonly state: Readonly<Record<StateWord, string>>;
  readonly team: (team: number) => string;
  readonly teamHeading: (facts: {
    readonly team: number;
    readonly lab: string;
    readonly stage: string;
    readonly subnet: string;
  }) => string;
  readonly noTeams: string;
  readonly upNothing: (team: number) => string;
  readonly filesKept: (team: number, stage: string) => string;
  readonly checks: {
    readonly mark: Readonly<Record<Outcome, string>>;
    readonly outcome: Readonly<Record<Outcome, string>>;
    /** `Team 3: 11 of 12 checks passed, in 34.0 s.` */
    readonly summary: (facts: {
      readonly team: number;
      readonly passed: number;
      readonly all: number;
      readonly seconds: number;
    }) => string;
    /** What stands above the causes of failures. */
    readonly why: string;
  };
  readonly grade: {
    readonly mark: (facts: {
      readonly who: string;
      readonly points: number | null;
      readonly max: number;
    }) => string;
    readonly submission: (name: string, team: number) => string;
    readonly kept: (folder: string) => string;
    readonly notHandedIn: (checks: readonly string[]) => string;
    readonly forTeacher: (checks: readonly string[]) => string;
    readonly lost: (facts: {
      readonly question: string;
      readonly points: number;
      readonly max: number;
    }) => string;
  };
  /** What to type next; without accounts the students have to make them first. */
  readonly nextSteps: (next: NextSteps) => string;
  /** Who is at what: `team 3: Asterisk boots`. */
  readonly progress: (who: string, what: string) => string;
  readonly seconds: (value: number) => string;
  readonly downDone: (team: number, kept: boolean) => string;
  readonly downNothing: (team: number) => string;
  readonly resetDone: (team: number, stage: string) => string;
  readonly resetNothing: (team: number) => string;
  readonly archived: (file: string) => string;
  readonly asteriskDead: (team: number) => string;
  readonly confirm: {
    readonly packages: (names: readonly string[]) => string;
    readonly purge: (teams: readonly number[]) => string;
    readonly reset: (team: ResetWords) => string;
    readonly enginePurge: (folder: string) => string;
    readonly question: string;
    readonly yes: readonly string[];
  };
  readonly engine: {
    readonly state: Readonly<Record<'absent' | 'stopped' | 'running' | 'broken', string>>;
    readonly started: (version: string) => string;
    readonly stopped: string;
    readonly purged: (folder: string) => string;
    readonly detail: Readonly<Record<'address' | 'pid' | 'version' | 'data' | 'missing', string>>;
  };
  readonly images: {
    readonly built: (tag: string) => string;
    readonly present: (tag: string) => string;
    readonly saved: (file: string) => string;
    readonly loaded: (file: string) => string;
    readonly none: string;
    readonly headings: { readonly tag: string; readonly size: string; readonly state: string };
    readonly current: string;
    readonly old: string;
    readonly archiveMirror: string;
  };
  readonly doctor: {
    readonly check: Readonly<Record<DoctorCheck, string>>;
  };
  readonly phone: {
    readonly ringing: (callee: string) => string;
    readonly talking: (peer: string) => string;
    readonly closed: (reason: string) => string;
    readonly hungUp: string;
    readonly idle: string;
    readonly sent: (digits: string) => string;
    readonly registered: (extension: string, station: string) => string;
    readonly refused: (extension: string, reason: string) => string;
    readonly noAccount: string;
  };
  readonly wrote: (file: string) => string;
  readonly ourFault: string;
  readonly interrupted: string;
  /** Who is at the team: `waiting for lab up by root on prof-pc`. */
  readonly lockHeld: (holder: LockHolderWords) => string;
}
