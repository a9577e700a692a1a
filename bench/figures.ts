import { median } from './median.ts';
import type { Samples } from './rounds.ts';

/** One target: what is measured, against what, and how much is allowed. */
interface Target {
  readonly what: string;
  readonly figure: string;
  /** The figure that it is divided by; without one it is taken as it is. */
  readonly against?: { readonly what: string; readonly figure: string };
  readonly most?: number;
  readonly unit: 's' | 'MiB';
}

const UP = '`up` of one team, until all its lines are registered';
const UP_ALL = '`up --all`, until every line of eight teams is registered';

/** Everything that is measured, and what is wanted of it. */
const TARGETS: readonly Target[] = [
  {
    ...{ what: UP, figure: 'up: registered', most: 1.15, unit: 's' },
    against: {
      what: 'the same engine calls, boot and registrations, no logic',
      figure: 'floor: registered',
    },
  },
  {
    ...{ what: UP, figure: 'up: registered', most: 0.9, unit: 's' },
    against: { what: '`docker compose up --wait`, nobody registered', figure: 'compose: up' },
  },
  { what: '`up`, its quick checks passed too', figure: 'up: checked', unit: 's' },
  {
    ...{ what: '`check`', figure: 'check', most: 1.15, unit: 's' },
    against: { what: 'its critical path', figure: 'check: critical path' },
  },
  { what: '`check --quick`', figure: 'check --quick', most: 10, unit: 's' },
  { what: '`grade` of one team', figure: 'grade', most: 50, unit: 's' },
  {
    ...{ what: '`grade` of one team', figure: 'grade', most: 1.15, unit: 's' },
    against: { what: 'its critical path', figure: 'grade: critical path' },
  },
  {
    ...{ what: '`grade` of eight teams at once', figure: 'grade: eight', most: 1.3, unit: 's' },
    against: { what: '`grade` of one', figure: 'grade' },
  },
  { what: '`reset` of one team', figure: 'reset', unit: 's' },
  {
    ...{ what: '`lab --version`', figure: 'lab --version', most: 3, unit: 's' },
    against: { what: '`node -e 0`', figure: 'node -e 0' },
  },
  {
    ...{ what: UP_ALL, figure: 'up --all: registered', most: 1.15, unit: 's' },
    against: {
      what: 'the same engine calls, boots and registrations, no logic',
      figure: 'floor of eight: registered',
    },
  },
  {
    ...{ what: UP_ALL, figure: 'up --all: registered', most: 0.9, unit: 's' },
    against: {
      what: '`docker compose up --wait` of the same, nobody registered',
      figure: 'compose, eight: up',
    },
  },
  { what: '`up --all`, quick checks passed too', figure: 'up --all: checked', unit: 's' },
  {
    ...{ what: '`reset --all`', figure: 'reset --all', most: 0.7, unit: 's' },
    against: {
      what: '`docker compose down --volumes`, `up --wait`',
      figure: 'compose, eight: renewed',
    },
  },
  {
    ...{ what: '`check --all`', figure: 'check --all', most: 1.25, unit: 's' },
    against: { what: '`check` of one of the eight', figure: 'check, others up' },
  },
  { what: '`status` of eight teams', figure: 'status', most: 1, unit: 's' },
  { what: 'memory of an idle team', figure: 'idle team', most: 60, unit: 'MiB' },
];

/** One line of the result; a figure that was not measured is null. */
export interface Row {
  readonly what: string;
  readonly median: string;
  readonly against: string;
  readonly ratio: string;
  readonly target: string;
  readonly verdict: 'met' | 'not met' | 'not measured' | '';
}

/** Judges the medians of what was measured. */
export function judged(samples: Samples): readonly Row[] {
  return TARGETS.map((target) => row(target, samples));
}

function row({ what, figure, against, most, unit }: Target, samples: Samples): Row {
  const own = middle(samples, figure);
  const other = against === undefined ? null : middle(samples, against.figure);
  const factor = against === undefined ? '' : ' ×';
  const ratio = own === null || other === null ? null : own / other;
  const judgedValue = against === undefined && own !== null ? inUnit(own, unit) : ratio;
  return {
    what,
    median: own === null ? '–' : amount(own, unit),
    against:
      against === undefined ? '' : `${against.what}: ${other === null ? '–' : amount(other, unit)}`,
    ratio: ratio === null ? '' : `${ratio.toFixed(2)} ×`,
    target: most === undefined ? '' : `≤ ${most}${factor || ` ${unit}`}`,
    verdict: verdictOf(judgedValue, most),
  };
}

function verdictOf(value: number | null, most: number | undefined): Row['verdict'] {
  if (value === null) return 'not measured';
  if (most === undefined) return '';
  return value <= most ? 'met' : 'not met';
}

/** One column of the way up: who, and when each point was reached, in seconds. */
export interface Climb {
  readonly who: string;
  readonly points: readonly string[];
}

/** The points of `up` that both it and its floor pass. */
export const POINTS = ['started', 'booted', 'registered'] as const;

/** When `up` and its floor reach each point: shows where the time between them goes. */
export function climbs(samples: Samples): readonly Climb[] {
  return ['up', 'floor'].map((who) => ({
    who,
    points: POINTS.map((point) => {
      const found = middle(samples, `${who}: ${point}`);
      return found === null ? '–' : amount(found, 's');
    }),
  }));
}

function middle(samples: Samples, figure: string): number | null {
  const found = samples[figure];
  return found === undefined ? null : median(found);
}

function inUnit(value: number, unit: Target['unit']): number {
  return unit === 's' ? value / 1000 : value;
}

function amount(value: number, unit: Target['unit']): string {
  const shown = inUnit(value, unit);
  return `${shown.toFixed(shown < 1 && unit === 's' ? 3 : unit === 's' ? 2 : 1)} ${unit}`;
}
