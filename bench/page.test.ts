import { describe, expect, it } from 'vitest';
import { climbs, judged } from './figures.ts';
import { page, tables } from './page.ts';
import type { Samples } from './rounds.ts';

const SAMPLES: Samples = {
  'up: registered': [1000, 9000, 1100],
  'floor: registered': [1000],
  'compose: up': [1000],
  'lab --version': [160],
  'node -e 0': [50],
  'idle team': [60.4],
  'check --quick': [9900],
  grade: [41_000],
  'grade: critical path': [40_000],
  'grade: eight': [53_800],
  'up --all: registered': [11_000],
  'floor of eight: registered': [10_000],
  'compose, eight: up': [10_900],
  'reset --all': [7_000],
  'compose, eight: renewed': [10_000],
  'check --all': [50_400],
  'check, others up': [40_000],
  status: [1010],
};

const WHERE = {
  ...{ date: '2026-01-31', machine: '2 × x', engine: 'docker 20.10', compose: '2.26' },
  rounds: 3,
  fewer: 2,
};

function verdicts(samples: Samples): readonly string[] {
  return judged(samples).map(({ ratio, verdict }) => `${ratio} ${verdict}`.trim());
}

describe('the figures', () => {
  it('are medians, judged against their targets', () => {
    expect(verdicts(SAMPLES)).toEqual([
      ...['1.10 × met', '1.10 × not met', 'not measured', 'not measured', 'met'],
      ...['met', '1.02 × met', '1.31 × not met', 'not measured', '3.20 × not met'],
      ...['1.10 × met', '1.01 × not met', 'not measured', '0.70 × met', '1.26 × not met'],
      ...['not met', 'not met'],
    ]);
  });

  it('say of everything that is missing that it was not measured', () => {
    expect(new Set(verdicts({}))).toEqual(new Set(['not measured']));
  });
});

describe('the page', () => {
  const text = tables(judged(SAMPLES), climbs(SAMPLES));

  it('has the tables that were printed', () => {
    expect(page(WHERE, text, '')).toContain(text);
    expect(text).toMatch(/\| memory of an idle team +\| 60\.4 MiB .* ≤ 60 MiB +\| not met/);
  });

  it('keeps what people wrote below it, and nothing else of the page before', () => {
    const first = page(WHERE, text, '');
    const written = `${first}\nThe machine was busy.\n`;
    const second = page({ ...WHERE, date: '2026-02-01' }, 'other figures', written);
    expect(second).toContain('2026-02-01');
    expect(second).not.toContain('2026-01-31');
    expect(second.endsWith('The machine was busy.\n')).toBe(true);
    expect(page(WHERE, text, second)).toBe(written);
  });
});
