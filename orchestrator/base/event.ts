import type { Failure } from './lab-error.ts';
import type { Verdict } from './problems/verdicts.ts';

/** One part of a verb that a person waits for. */
export type Phase =
  | 'packages'
  | 'engine'
  | 'images'
  | 'objects'
  | 'boot'
  | 'phones'
  | 'checks'
  | 'archive';

/** What an engine call does, as told in a plan. */
export type OperationKind =
  | 'create-network'
  | 'create-volume'
  | 'create-container'
  | 'write-files'
  | 'fill-volumes'
  | 'start-container'
  | 'unpause-container'
  | 'remove-container'
  | 'remove-network'
  | 'remove-volume';

/** Why an engine call is in a plan. */
export type CauseKind =
  | 'absent'
  | 'changed'
  | 'unfinished'
  | 'stopped'
  | 'network-replaced'
  | 'surplus'
  | 'asked'
  | 'reset'
  | 'catch-up'
  | 'restore';

/** Everything that happens while a verb runs; progress, NDJSON and pages are views of one stream. */
export type LabEvent =
  /** A phase has begun, for one team or (null) for all. */
  | { readonly type: 'phase-started'; readonly phase: Phase; readonly team: number | null }
  /** A phase has ended; `ms` is how long it took. */
  | {
      readonly type: 'phase-done';
      readonly phase: Phase;
      readonly team: number | null;
      readonly ms: number;
    }
  /** A phase could not be finished. The error itself is thrown. */
  | { readonly type: 'phase-failed'; readonly phase: Phase; readonly team: number | null }
  /** One engine call of a plan was begun or is done: `start-container lab-3-pbx`. */
  | {
      readonly type: 'operation';
      readonly team: number;
      readonly state: 'started' | 'done';
      readonly operation: OperationKind;
      readonly target: string;
      readonly why: CauseKind;
    }
  /** A line is registered, or has no account because the stage defines none. */
  | { readonly type: 'line'; readonly team: number; readonly extension: string }
  /** A check is through. */
  | {
      readonly type: 'check';
      readonly team: number;
      readonly check: string;
      readonly verdict: Verdict;
      readonly ms: number;
    }
  /** A team's work is safe in this file, whatever becomes of the verb that wanted it there. */
  | { readonly type: 'archived'; readonly team: number; readonly file: string }
  /** Packets of this team are being written, to become this file. */
  | { readonly type: 'capturing'; readonly team: number; readonly file: string }
  /** Somebody else is at this team; what was asked begins when they are done. */
  | {
      readonly type: 'lock-held';
      readonly team: number;
      readonly user: string;
      readonly host: string;
      readonly pid: number;
      readonly verb: string;
      readonly seconds: number;
    }
  /** A team's turn is over: all of it went well, or not; `error` is what kept the verb from its work. */
  | {
      readonly type: 'team-ended';
      readonly team: number;
      readonly well: boolean;
      readonly ms: number;
      readonly error: Failure | null;
    }
  /** A Debian release is no longer on the usual mirrors and is taken from the archive. */
  | { readonly type: 'archive-mirror'; readonly team: null; readonly suite: string }
  /** Something a program that we run has printed; shown with --verbose. */
  | { readonly type: 'log'; readonly source: string; readonly line: string };

/** Takes an event; never throws and never waits. */
export type Emit = (event: LabEvent) => void;

/** Runs `work` as one phase: its beginning, its end and how long it took become events. */
export async function inPhase<T>(
  { phase, team, emit, now }: PhaseContext,
  work: () => Promise<T>,
): Promise<T> {
  const started = now();
  emit({ type: 'phase-started', phase, team });
  try {
    const value = await work();
    emit({ type: 'phase-done', phase, team, ms: now() - started });
    return value;
  } catch (error) {
    emit({ type: 'phase-failed', phase, team });
    throw error;
  }
}

/** What `inPhase` needs to know: which phase, whose, where to tell it and the time in ms. */
export interface PhaseContext {
  readonly phase: Phase;
  readonly team: number | null;
  readonly emit: Emit;
  readonly now: () => number;
}
