/**
 * Every problem that can be told to a person: code → the facts its sentences need.
 * i18n must hold a `what` and a `mend` for each code in both languages, or nothing compiles.
 */
export interface Problems {
  // teams
  'team-out-of-range': { readonly found: string };

  // commands of the machine
  'command-missing': { readonly command: string };
  'command-failed': {
    readonly command: string;
    readonly status: number | string;
    readonly said: string;
  };
  'command-too-slow': { readonly command: string; readonly seconds: number };

  // finding an engine
  'engine-url-wrong': { readonly source: string; readonly url: string };
  'engine-url-ssh': { readonly source: string; readonly url: string };
  'engine-context-missing': { readonly context: string };
  'engine-certificate-missing': { readonly file: string };
  'engine-unreachable': {
    readonly source: string;
    readonly address: string;
    readonly reason: string;
  };
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
  'engine-refused': { readonly doing: string; readonly said: string };
  'images-missing': NoFacts;
  'image-packages-unavailable': { readonly image: string; readonly said: string };
  'image-base-unavailable': { readonly image: string; readonly base: string };
  'subnet-taken': {
    readonly wanted: string;
    readonly subnet: string;
    readonly kind: 'network' | 'interface';
    readonly name: string;
    readonly project: string | null;
  };
  'base-wrong': { readonly found: string };
  unreadable: { readonly file: string; readonly reason: string };
  unwritable: { readonly file: string; readonly reason: string };
  'other-lab': { readonly team: number; readonly found: string; readonly wanted: string };
  'team-not-up': { readonly team: number };
  'pbx-slow': { readonly team: number };
  'line-refused': { readonly extension: string; readonly reason: string };
  'station-full': { readonly station: string; readonly most: number; readonly found: number };
  'secret-missing': { readonly extension: string; readonly known: readonly string[] };
  'softphone-dead': { readonly station: string; readonly said: string };
  'line-unknown': { readonly found: string; readonly known: readonly string[] };
  'station-unknown': { readonly found: string; readonly known: readonly string[] };
  'call-unproven': { readonly caller: string; readonly callee: string; readonly reason: string };

  // what doctor finds
  'node-too-old': { readonly found: string; readonly floor: string };
  'isolation-weak': { readonly engine: string };
  'limits-unenforced': { readonly missing: readonly string[] };
  'disk-low': { readonly free: string; readonly floor: string };
  'memory-low': { readonly total: string; readonly floor: string };

  // archives
  'archive-failed': { readonly file: string; readonly reason: string };

  // the command line
  'command-unknown': { readonly found: string; readonly nearest: string | undefined };
  'option-unknown': { readonly found: string; readonly nearest: string | undefined };
  'option-value-missing': { readonly option: string };
  'option-value-wrong': {
    readonly option: string;
    readonly found: string;
    readonly allowed: string;
  };
  'argument-missing': { readonly argument: string };
  'arguments-too-many': { readonly found: string };
  'team-missing': NoFacts;
  'phone-words-wrong': { readonly found: string };
  'team-one': { readonly found: string };
  declined: NoFacts;

  'image-build-failed': { readonly image: string; readonly said: string };

  // lab files: finding and reading
  'lab-not-found': { readonly name: string } & Suggestion;
  'lab-unreadable': { readonly file: string; readonly reason: string };
  'lab-file-too-large': { readonly bytes: number; readonly most: number };
  'lab-file-not-utf8': NoFacts;
  'lab-file-bom': NoFacts;
  'lab-file-empty': NoFacts;
  'lab-file-too-deep': NoFacts;
  'lab-file-tab': NoFacts;
  'lab-file-indent': NoFacts;
  'lab-file-unclosed': NoFacts;
  'lab-file-alias': NoFacts;
  'lab-file-syntax': { readonly reason: string };

  // lab files: keys and the form of values
  'lab-key-form': { readonly key: string };
  'lab-key-duplicate': { readonly key: string; readonly firstLine: number };
  'lab-key-unknown': { readonly key: string; readonly where: string } & Suggestion;
  'lab-key-missing': { readonly key: string; readonly where: string };
  'lab-value-type': { readonly key: string; readonly expected: YamlKind; readonly found: YamlKind };
  'lab-empty': { readonly key: string };
  'lab-name-form': FoundValue;
  'lab-name-reserved': FoundValue;
  'lab-title-form': FoundValue;
  'lab-text-unsafe': FoundValue;
  'lab-secret-unsafe': FoundValue;
  'lab-pin-form': FoundValue;
  'lab-number-form': FoundValue;
  'lab-numbers-form': FoundValue;
  'lab-base-not-private': FoundValue;
  'lab-file-name-form': FoundValue;
  'lab-memory-form': FoundValue;
  'lab-cpus-form': FoundValue;
  'lab-truth-form': FoundValue;
  'lab-whole-number': FoundValue & { readonly least: number; readonly most: number };

  // lab files: rules
  'lab-number-duplicate': { readonly number: string; readonly firstLine: number };
  'lab-numbers-duplicate': { readonly numbers: string; readonly context: string };
  'lab-number-outside-context': {
    readonly number: string;
    readonly context: string;
    readonly numbers: string;
  };
  'lab-voicemail-is-user': { readonly number: string; readonly userLine: number };
  'lab-line-unknown-user': { readonly number: string } & Suggestion;
  'lab-line-duplicate': { readonly number: string; readonly station: string };
  'lab-lines-too-many': { readonly station: string; readonly found: number; readonly most: number };
  'lab-address-duplicate': { readonly address: number; readonly station: string };
  'lab-address-reserved': { readonly address: number };
  'lab-flavour-unknown': { readonly flavour: string } & Suggestion;
  'lab-stage-file-unknown': { readonly file: string; readonly flavour: string } & Suggestion;
  'lab-stage-file-duplicate': { readonly file: string; readonly stage: string };
  'lab-limit-too-small': { readonly key: string; readonly found: string; readonly least: string };

  // rendering
  'stage-unknown': { readonly stage: string } & Suggestion;
  'template-not-found': { readonly template: string };
  'template-broken': { readonly template: string; readonly reason: string };
  'template-value-missing': {
    readonly template: string;
    readonly line: number;
    readonly name: string;
  };

  // softphones
  'softphone-gone': { readonly line: string; readonly timeline: string };
  'softphone-garbled': { readonly line: string; readonly found: string };
  'softphone-silent': { readonly line: string; readonly command: string };
  'softphone-refused': { readonly line: string; readonly command: string; readonly reply: string };
  'softphone-wait': { readonly line: string; readonly awaited: string; readonly timeline: string };
  'softphone-busy': { readonly line: string; readonly peer: string };
  'softphone-no-call': { readonly line: string };
  'keys-unknown': { readonly keys: string };
  'call-stalled': {
    readonly from: string;
    readonly number: string;
    readonly awaited: string;
    readonly caller: string;
    readonly callee: string;
  };
}

/** The code of a problem. */
export type ProblemCode = keyof Problems;

/** The kinds of machine that get an engine in different ways. */
export type EnginePlatform = 'debian-root' | 'debian-user' | 'linux' | 'macos' | 'other';

/** Why the embedded engine cannot run on a machine. */
export type EmbedObstacle = 'not-linux' | 'not-root' | 'not-debian' | 'no-cgroups';

/** The words that were possible, and the one most like what was written, when one is near. */
export interface Suggestion {
  readonly known: readonly string[];
  readonly nearest: string | undefined;
}

/** What a YAML value is, in words that people use. */
export type YamlKind = 'text' | 'list' | 'map' | 'nothing';

/** A value that has not the form that its key asks for. */
export interface FoundValue {
  readonly key: string;
  readonly found: string;
}

/** For a problem whose place says all. */
export type NoFacts = Readonly<Record<string, never>>;
