import { labError } from '../../base/lab-error.ts';
import type { Layout } from '../numbering/layout.ts';
import { nearest } from './nearest.ts';

/** A lab as the rest of the code sees it: checked, complete, the same for every team. */
export interface LabDefinition {
  /** What the numbering needs; `layout.lab` is the lab's name. */
  readonly layout: Layout;
  readonly title: { readonly fr: string; readonly en: string };
  /** The folder under `templates/` that the PBX files come from, `asterisk-16`. */
  readonly flavour: string;
  /** How long a called phone rings before the caller goes to voicemail. */
  readonly ringSeconds: number;
  /** By how many seconds a check lets that differ. */
  readonly ringTolerance: number;
  /** In the order of the course; never empty. */
  readonly stages: readonly StageDefinition[];
  readonly limits: { readonly pbx: ContainerLimits; readonly softphone: ContainerLimits };
  readonly policies: LabPolicies;
}

/** One point of the course, and the files of `/etc/asterisk` that are written there. */
export interface StageDefinition {
  readonly name: string;
  readonly files: readonly string[];
  /** The contexts whose numbers the dial plan reaches there. */
  readonly contexts: readonly string[];
  /** Asterisk is installed there; false: the students install it. */
  readonly installed: boolean;
}

/** What works at a stage without anybody's doing. */
export interface StageParts {
  /** Softphones can register. */
  readonly accounts: boolean;
  /** The contexts whose numbers can be called. */
  readonly calls: readonly string[];
  readonly voicemail: boolean;
}

/** What a container may use at most. */
export interface ContainerLimits {
  readonly memoryBytes: number;
  readonly pids: number;
  /** A number of processors; may be a fraction. */
  readonly cpus: number;
  /** Its weight where processors are short. */
  readonly shares: number;
  /** What it may write, where the engine can limit that; null: as much as there is. */
  readonly diskBytes: number | null;
}

/** What the lab demands beyond a working exchange. */
export interface LabPolicies {
  /** Departments may not call each other. */
  readonly contextsSeparate: boolean;
  /** Numbers are reached by a pattern: one that nobody has yet too. */
  readonly patternsOnly: boolean;
  /** Voicemail knows whose box it is from who calls. */
  readonly callerKnown: boolean;
  /** Only boxes of voicemail.conf count. */
  readonly boxesInVoicemail: boolean;
}

/** The stage that a lab ends in: the solution. */
export function lastStage({ stages }: LabDefinition): string {
  return stages.at(-1)?.name ?? '';
}

/** What a stage has, told by the files that are written there; an unknown stage has nothing. */
export function stageParts({ stages }: LabDefinition, stage: string): StageParts {
  const found = stages.find(({ name }) => name === stage);
  const has = (file: string) => found?.installed === true && found.files.includes(file);
  return {
    accounts: has('users.conf'),
    calls: has('extensions.conf') ? (found?.contexts ?? []) : [],
    voicemail: has('voicemail.conf'),
  };
}

/** False for a stage at which the students install Asterisk. */
export function isInstalled({ stages }: LabDefinition, stage: string): boolean {
  return stages.find(({ name }) => name === stage)?.installed ?? true;
}

/** The stage of that name; an unknown one is a `stage-unknown` error. */
export function knownStage({ stages }: LabDefinition, stage: string): StageDefinition {
  const found = stages.find(({ name }) => name === stage);
  if (found !== undefined) return found;
  const known = stages.map(({ name }) => name);
  throw labError('stage-unknown', { stage, known, nearest: nearest(stage, known) });
}
