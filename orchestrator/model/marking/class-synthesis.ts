import type { GradeResult, ResultCheck } from './grade-result.ts';
import { isOpen } from './open-checks.ts';
import { rootOf } from './root-of.ts';
import type { Bilingual } from './scale.ts';

/** What a class made of one check: in how many hand-ins it passed, and why it did not in the others. */
export interface CheckSynthesis {
  readonly id: string;
  readonly question: string | null;
  readonly title: Bilingual;
  readonly max: number;
  readonly passed: number;
  readonly all: number;
  /** The commonest first. */
  readonly groups: readonly LossGroup[];
}

/** Hand-ins that lost a check for one and the same reason. */
export interface LossGroup {
  readonly kind: 'consequence' | 'open' | 'absent' | 'teacher' | 'cause';
  /** The check of the first of them, for words and facts. */
  readonly example: ResultCheck;
  readonly results: readonly GradeResult[];
}

/** Counts, for each check in the order of the sheet, where it did not pass and with which cause. */
export function classSynthesis(results: readonly GradeResult[]): readonly CheckSynthesis[] {
  const ids = [...new Set(results.flatMap(({ checks }) => checks.map(({ id }) => id)))];
  return ids.flatMap((id) => {
    const tried = results.flatMap((result) =>
      result.checks.filter((check) => check.id === id).map((check) => ({ result, check })),
    );
    const [first] = tried;
    if (first === undefined) return [];
    const { question, title } = first.check;
    const lost = tried.filter(({ check }) => check.verdict !== 'pass');
    return {
      ...{ id, question, title, max: Math.max(...tried.map(({ check }) => check.max)) },
      ...{ passed: tried.length - lost.length, all: tried.length, groups: groupsOf(lost) },
    };
  });
}

interface Lost {
  readonly result: GradeResult;
  readonly check: ResultCheck;
}

function groupsOf(lost: readonly Lost[]): readonly LossGroup[] {
  const keys = [...new Set(lost.map(({ check }) => keyOf(check)))];
  const groups = keys.flatMap((key) => {
    const own = lost.filter(({ check }) => keyOf(check) === key);
    const [first] = own;
    if (first === undefined) return [];
    const results = own.map(({ result }) => result);
    return [{ kind: kindOf(first.check), example: first.check, results }];
  });
  return groups.sort((one, other) => other.results.length - one.results.length);
}

function kindOf(check: ResultCheck): LossGroup['kind'] {
  if (isOpen(check)) return 'open';
  if (check.code === 'not-handed-in') return 'absent';
  if (check.code === 'for-the-teacher') return 'teacher';
  return rootOf(check) === null ? 'cause' : 'consequence';
}

/** The mistake where it is known, else how the check went wrong. */
function keyOf(check: ResultCheck): string {
  const kind = kindOf(check);
  if (kind !== 'cause') return `${kind} ${rootOf(check) ?? ''}`;
  return `${kind} ${check.causes[0]?.rule ?? check.code}`;
}
