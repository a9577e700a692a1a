import type { Flake } from './flakes.ts';
import type { JudgedLab } from './judge-lab.ts';
import type { NamedCause } from './named-cause.ts';

/** A graded lab, judged, with what its student is told. */
export interface SelftestLab extends JudgedLab {
  readonly named: NamedCause | null;
  /** Nothing at all was handed in. */
  readonly empty: boolean;
}

/** What the grader must hold, by name. */
export type TargetId =
  | 'wrong-with-full-marks'
  | 'valid-wrongly-failed'
  | 'not-as-labelled'
  | 'root-named'
  | 'questions-charged'
  | 'empty-hand-in'
  | 'not-graded'
  | 'flakes'
  | 'cause-named'
  | 'place-named';

/** One target, and what came of it. */
export interface Target {
  readonly id: TargetId;
  /** Null: nothing that was graded tells. */
  readonly figure: number | null;
  readonly bound: number;
  /** The figure must be at least the bound, or at most. */
  readonly least: boolean;
  readonly met: boolean;
}

/** What a run of the self-test has to tell. */
export interface Graded {
  readonly labs: readonly SelftestLab[];
  /** How many could not be graded at all. */
  readonly notGraded: number;
  /** Null: every lab was graded once. */
  readonly flakes: readonly Flake[] | null;
}

/** Every target with its figure. */
export function targetsOf({ labs, notGraded, flakes }: Graded): readonly Target[] {
  const wrong = labs.filter(({ kind }) => kind === 'wrong');
  const valid = labs.filter(({ kind }) => kind === 'valid');
  const single = wrong.filter(({ faults }) => faults === 1);
  const empty = labs.filter((lab) => lab.empty);
  const told = wrong.filter(({ named }) => named !== null);
  const failed = valid.flatMap(({ cells }) => cells.filter(({ found }) => found !== 'pass'));
  const some = (figure: number, of: readonly unknown[]) => (of.length === 0 ? null : figure);
  return [
    most(
      'wrong-with-full-marks',
      some(
        count(wrong, ({ fullMarks }) => fullMarks),
        wrong,
      ),
      0,
    ),
    most('valid-wrongly-failed', some(failed.length, valid), 0),
    most(
      'not-as-labelled',
      some(
        count(labs, ({ right }) => !right),
        labs,
      ),
      0,
    ),
    least(
      'root-named',
      share(wrong, ({ rootNamed }) => rootNamed === true),
      0.95,
    ),
    most('questions-charged', mean(single.map(({ charged }) => charged.length)), 1.2),
    most('empty-hand-in', some(Math.max(0, ...empty.map(({ points }) => points ?? 0)), empty), 0),
    most('not-graded', notGraded, 0),
    most('flakes', flakes === null ? null : flakes.length, 0),
    least(
      'cause-named',
      share(told, ({ named }) => named?.cause === true),
      0.9,
    ),
    least(
      'place-named',
      share(told, ({ named }) => named?.place === true),
      0.7,
    ),
  ];
}

function most(id: TargetId, figure: number | null, bound: number): Target {
  return { id, figure, bound, least: false, met: figure === null || figure <= bound };
}

function least(id: TargetId, figure: number | null, bound: number): Target {
  return { id, figure, bound, least: true, met: figure === null || figure >= bound };
}

function count<T>(all: readonly T[], holds: (one: T) => boolean): number {
  return all.filter(holds).length;
}

function share<T>(all: readonly T[], holds: (one: T) => boolean): number | null {
  return all.length === 0 ? null : count(all, holds) / all.length;
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length;
}
