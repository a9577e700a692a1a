import type { NoFacts } from './no-facts.ts';
import type { ExportProblems } from './report-problems.ts';
import type { WorkProblems } from './work-problems.ts';

/** What is missing or in the way on this machine, in its engine or in a running lab: exit status 3. */
export interface EnvironmentProblems extends ExportProblems, WorkProblems {
  /** The person said no, or (`asked` is false) there was nobody to ask and no --yes. */
  declined: { readonly asked: boolean };

  // commands of the machine
  'command-missing': { readonly command: string };
  'command-failed': {
    readonly command: string;
    readonly status: number | string;
    readonly said: string;
  };
  'command-too-slow': { readonly command: string; readonly seconds: number };

  // finding an engine
  'engine-context-missing': { readonly context: string };
  'engine-certificate-missing': { readonly file: string };
  'engine-unreachable': {
    readonly source: string;
    readonly address: string;
    readonly reason: string;
  };
  'engine-untrusted': { readonly address: string; readonly reason: string };
  'engine-wants-tls': { readonly address: string };
  'engine-denied': { readonly address: string };
  'engine-absent': { readonly platform: EnginePlatform };

  // the embedded engine
  'engine-not-embeddable': { readonly reason: EmbedObstacle };
  'engine-path-too-long': { readonly path: string; readonly bytes: number; readonly most: number };
  'engine-busy': { readonly lock: string };
  'engine-start-failed': { readonly log: string; readonly said: string };
  'engine-stop-incomplete': { readonly left: readonly string[] };
  'packages-conflict': {
    readonly packages: readonly string[];
    readonly removed: readonly string[];
  };
  'packages-failed': { readonly packages: readonly string[]; readonly said: string };

  // the engine, once it is open
  'engine-too-old': { readonly found: string };
  'engine-lost': { readonly doing: string; readonly reason: string };
  'disk-full': { readonly doing: string; readonly said: string };
  'engine-refused': { readonly doing: string; readonly said: string };
  'images-missing': NoFacts;
  'image-load-failed': { readonly said: string };
  'image-build-failed': { readonly image: string; readonly said: string };
  'image-packages-unavailable': { readonly image: string; readonly said: string };
  'image-base-unavailable': { readonly image: string; readonly base: string };
  'subnet-taken': {
    readonly wanted: string;
    readonly subnet: string;
    readonly kind: 'network' | 'interface';
    readonly name: string;
    readonly project: string | null;
  };
  /** The machine has too little for these teams; as many as `fitting` of them would fit. */
  'room-short': {
    readonly teams: readonly number[];
    readonly of: 'memory' | 'disk';
    readonly needed: string;
    readonly free: string;
    readonly fitting: number;
    readonly command: string;
  };
  'other-lab': { readonly team: number; readonly found: string; readonly wanted: string };
  'team-not-up': { readonly team: number };
  'team-locked': {
    readonly team: number;
    readonly user: string;
    readonly host: string;
    readonly pid: number;
    readonly verb: string;
    readonly seconds: number;
    readonly lock: string;
    /** The process that has it is on this machine. */
    readonly here: boolean;
  };
  'gate-port-taken': { readonly port: number };
  'gate-cannot-listen': { readonly at: string; readonly reason: string };
  'capture-failed': { readonly team: number; readonly said: string };
  'grading-too-slow': { readonly seconds: number };
  'pbx-slow': { readonly team: number };
  'softphone-dead': { readonly station: string; readonly said: string };

  // what doctor finds
  'node-too-old': { readonly found: string; readonly floor: string };
  'isolation-weak': { readonly engine: string };
  'limits-unenforced': { readonly missing: readonly string[] };
  'disk-unlimited': { readonly storage: string };
  'disk-low': { readonly free: string; readonly floor: string };
  'memory-low': { readonly total: string; readonly floor: string };

  // archives
  'archive-disk-full': { readonly file: string };
  'too-much-work': {
    readonly team: number;
    readonly bytes: number;
    readonly entries: number;
    readonly path: string;
    readonly size: number | null;
  };
  'archive-failed': { readonly file: string; readonly reason: string };
  'archive-gone': { readonly file: string; readonly reason: string };
  'archive-broken': {
    readonly file: string;
    readonly fault: ArchiveFaultKind;
    /** The entry in question, or what the unpacking said. */
    readonly about: string;
  };
  'archive-none': { readonly team: number };
  'undo-nothing': { readonly team: number };

  // softphones
  'softphone-gone': { readonly line: string; readonly timeline: string };
  'softphone-garbled': { readonly line: string; readonly found: string };
  'softphone-silent': { readonly line: string; readonly command: string };
}

/** The kinds of machine that get an engine in different ways. */
export type EnginePlatform = 'debian-root' | 'debian-user' | 'linux' | 'macos' | 'other';

/** Why the embedded engine cannot run on a machine. */
export type EmbedObstacle = 'not-linux' | 'not-root' | 'not-debian' | 'no-cgroups';

/** In which way a file is no sound archive of a team's work. */
export type ArchiveFaultKind =
  /** It can't be unpacked: cut short, changed, or something else altogether. */
  | 'damaged'
  /** The list of what must be in it is missing, or is none. */
  | 'no-manifest'
  /** A file in it isn't what the list says. */
  | 'differs'
  /** There is more in it than its list says. */
  | 'foreign'
  /** A path leads out of the work: absolute, with `..`, through a link. */
  | 'outside'
  /** A hard link whose file doesn't stand before it. */
  | 'no-target'
  /** A device. */
  | 'device'
  /** It is the work of another team. */
  | 'other-team';
