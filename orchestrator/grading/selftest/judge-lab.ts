import type { GradeResult, ResultCheck } from '../../model/marking/grade-result.ts';
import { type Scale, scaleChecks } from '../../model/marking/scale.ts';
import type { Mutant } from '../../model/mutants/mutant.ts';

/** How a check of a lab must come out: `open`, as a consequence of a root, either way. */
export type Expected = 'pass' | 'root' | 'consequence' | 'open';

/** How it came out: `other` is late or can't be told. */
export type Found = 'pass' | 'fail' | 'skipped' | 'other';

/** One check of one lab, as it must come out and as it did. */
export interface Cell {
  readonly check: string;
  readonly expected: Expected;
  readonly found: Found;
  readonly right: boolean;
}

/** What the self-test has to say of one graded lab. */
export interface JudgedLab {
  readonly id: string;
  readonly kind: 'wrong' | 'valid';
  readonly faults: number;
  readonly points: number | null;
  readonly max: number;
  readonly cells: readonly Cell[];
  /** Every root failed, nothing else was blamed. Null for a valid lab. */
  readonly rootNamed: boolean | null;
  readonly charged: readonly string[];
  readonly expectedQuestions: readonly string[];
  readonly fullMarks: boolean;
  /** All of it came out as it must. */
  readonly right: boolean;
}

const APART: readonly string[] = ['not-handed-in', 'for-the-teacher'];

/** Judges what the grader made of a lab. Checks of what is handed in otherwise are set apart. */
export function judgeLab(mutant: Mutant, result: GradeResult, scale: Scale): JudgedLab {
  const { expect } = mutant;
  const judged = result.checks.filter(({ code }) => !APART.includes(code));
  const roots = expect?.root ?? [];
  const grounds = groundsOf(scale);
  const cells = judged.map((check) => cellOf(check, mutant, grounds(check.id)));
  const charged = [
    ...new Set(
      judged.filter(({ points, max }) => points < max).map(({ question }) => question ?? ''),
    ),
  ];
  const expectedQuestions = expect?.questions ?? [];
  const absent = roots.filter((root) => !judged.some(({ id }) => id === root));
  const right = cells.every((cell) => cell.right) && absent.length === 0;
  const blamed = judged.every(
    ({ root, verdict }) => root === null || verdict === 'pass' || roots.includes(root),
  );
  return {
    ...{ id: mutant.id, kind: expect === null ? 'valid' : 'wrong', faults: mutant.faults },
    ...{ points: result.points, max: result.max, cells, charged, expectedQuestions },
    rootNamed: expect === null ? null : right && blamed,
    fullMarks: charged.length === 0 && result.points !== null,
    right: right && same(charged, expectedQuestions),
  };
}

function cellOf(
  { id, verdict, root }: ResultCheck,
  { expect }: Mutant,
  grounds: readonly string[],
): Cell {
  const found = foundOf(verdict);
  const roots = expect?.root ?? [];
  const expected = expectedOf(id, expect, grounds);
  const right = {
    pass: found === 'pass',
    root: found === 'fail',
    consequence: found !== 'skipped' || (root !== null && roots.includes(root)),
    open: found !== 'skipped' || (root !== null && roots.includes(root)),
  }[expected];
  return { check: id, expected, found, right: right && found !== 'other' };
}

function expectedOf(id: string, expect: Mutant['expect'], grounds: readonly string[]): Expected {
  if (expect === null) return 'pass';
  if (expect.root.includes(id)) return 'root';
  if (expect.fails.includes(id)) return 'consequence';
  if (expect.passes.includes(id)) return 'pass';
  return grounds.some((one) => expect.root.includes(one)) ? 'open' : 'pass';
}

function foundOf(verdict: ResultCheck['verdict']): Found {
  if (verdict === 'pass' || verdict === 'skipped') return verdict;
  return verdict === 'inconclusive' ? 'other' : 'fail';
}

/** All that a check can be a consequence of, however far away. */
function groundsOf(scale: Scale): (check: string) => readonly string[] {
  const entries = new Map(scaleChecks(scale).map(({ id, consequenceOf }) => [id, consequenceOf]));
  return (check) => {
    const reached = new Set<string>();
    const follow = (id: string): void => {
      for (const other of entries.get(id) ?? []) {
        if (reached.has(other)) continue;
        reached.add(other);
        follow(other);
      }
    };
    follow(check);
    return [...reached];
  };
}

function same(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}
