import type { ClassListProblems } from './class-list-problems.ts';
import type { NoFacts } from './no-facts.ts';
import type { ReportProblems } from './report-problems.ts';
import type { SelftestProblems } from './selftest-problems.ts';
import type { SubmissionProblems } from './submission-problems.ts';
import type { WorkFolderProblems } from './work-problems.ts';

/** What is wrong with the command, or with a file given to it: exit status 2. */
export interface InputProblems
  extends ClassListProblems,
    ReportProblems,
    SelftestProblems,
    SubmissionProblems,
    WorkFolderProblems {
  // teams
  'team-out-of-range': { readonly found: string };

  // the address of an engine
  'engine-url-wrong': { readonly source: string; readonly url: string };
  'engine-url-ssh': { readonly source: string; readonly url: string };

  // files and names given on the command line
  'base-wrong': { readonly found: string };
  unreadable: { readonly file: string; readonly reason: string };
  unwritable: { readonly file: string; readonly reason: string };
  'station-full': { readonly station: string; readonly most: number; readonly found: number };
  'secret-missing': { readonly extension: string; readonly known: readonly string[] };
  'line-unknown': { readonly found: string; readonly known: readonly string[] };
  'station-unknown': { readonly found: string; readonly known: readonly string[] };

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
  'duration-wrong': { readonly option: string; readonly found: string };
  'listen-wrong': { readonly found: string };
  'output-missing': { readonly example: string };

  // captures
  'capture-file-empty': { readonly file: string };
  'capture-file-wrong': { readonly file: string; readonly said: string };

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
  'lab-stage-context-unknown': { readonly context: string; readonly stage: string } & Suggestion;
  'lab-stage-file-duplicate': { readonly file: string; readonly stage: string };
  'archive-unknown': {
    readonly team: number;
    readonly found: string;
    readonly known: readonly string[];
    /** Several archives are meant by that word: those of `known`. */
    readonly several: boolean;
  };
  'lab-limit-too-small': { readonly key: string; readonly found: string; readonly least: string };

  // checks.yaml: the scale
  'scale-check-form': FoundValue;
  'scale-text-form': FoundValue;
  'scale-points-form': FoundValue;
  'scale-check-unknown': { readonly check: string } & Suggestion;
  'scale-question-unknown': { readonly question: string } & Suggestion;
  'scale-questions-wrong': { readonly found: string } & Suggestion;
  'scale-questions-empty': { readonly found: string };
  'scale-cycle': { readonly checks: readonly string[] };
  'scale-last-text': { readonly check: string };
  'scale-sum': { readonly found: string; readonly total: number; readonly stage: string };

  // results that were kept
  'result-not-found': { readonly word: string; readonly folder: string };
  'result-wrong': { readonly file: string };
  'rescore-untried': { readonly team: number; readonly checks: readonly string[] };
  'decision-wrong': { readonly found: string };
  'decision-unknown': { readonly whose: string; readonly check: string };

  // rendering
  'stage-unknown': { readonly stage: string } & Suggestion;
  'template-not-found': { readonly template: string };
  'template-broken': { readonly template: string; readonly reason: string };
  'template-value-missing': {
    readonly template: string;
    readonly line: number;
    readonly name: string;
  };

  // keys of a telephone
  'keys-unknown': { readonly keys: string };
}

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
