import type { Proof } from '../proof/proof.ts';
import type { CheckResult } from './check-report.ts';
import { allQuarters, QUARTERS, quartersOf, questionOf, type Scale } from './scale.ts';
import type { Verdict } from './verdict.ts';

/** One try of a check: in the team's own files, or with one of them replaced by the solution's. */
export interface Attempt {
  readonly verdict: Verdict['verdict'];
  readonly code: Verdict['code'];
  readonly params: Verdict['params'];
  readonly evidence: unknown;
  /** The file that was the solution's; null: all files were the team's. */
  readonly replaced: string | null;
  readonly seed: number;
  readonly ms: number;
  /** What shows how it went; null where nothing was tried. */
  readonly proof: Proof | null;
}

/** What was found of one check before anything is counted. */
export interface GradedFinding {
  readonly id: string;
  readonly verdict: Verdict;
  readonly evidence: unknown;
  /** The check that this one is a consequence of. */
  readonly root: string | null;
  /** Every try, in their order; the last one of a kind counts. */
  readonly attempts: readonly Attempt[];
}

/** One check of a result. Points are multiples of a quarter. */
export type ResultCheck = {
  readonly id: string;
  readonly question: string | null;
  readonly points: number;
  readonly max: number;
  readonly evidence: unknown;
  readonly root: string | null;
  readonly attempts: readonly Attempt[];
  /** Attempts on the same files came out differently. */
  readonly disagreed: boolean;
} & Pick<CheckResult, 'verdict' | 'code' | 'params'>;

/** The mark of one hand-in. `points` is null while a check is inconclusive: nothing is exported then. */
export interface GradeResult {
  readonly team: number;
  readonly submission: string | null;
  readonly points: number | null;
  readonly max: number;
  /** The files of the team's `/etc/asterisk`, or those handed in. */
  readonly files: string;
  readonly seed: number;
  readonly ms: number;
  readonly checks: readonly ResultCheck[];
}

/** Counts what was found by a scale. Pure: the same findings and scale give the same points. */
export function gradeResult(
  about: Pick<GradeResult, 'team' | 'submission' | 'files' | 'seed' | 'ms'>,
  findings: readonly GradedFinding[],
  scale: Scale,
): GradeResult {
  const checks = inOrder(findings, scale).map((finding): ResultCheck => {
    const { id, verdict, evidence, root, attempts } = finding;
    const max = quartersOf(scale, id);
    return {
      ...{ id, question: questionOf(scale, id) },
      ...verdict,
      ...{ points: earned(verdict, max) / QUARTERS, max: max / QUARTERS },
      ...{ evidence, root, attempts, disagreed: disagree(attempts) },
    };
  });
  const open = checks.some(({ verdict, max }) => verdict === 'inconclusive' && max > 0);
  const sum = checks.reduce((total, { points }) => total + points * QUARTERS, 0);
  const { team, submission, files, seed, ms } = about;
  return {
    ...{ team, submission, points: open ? null : sum / QUARTERS },
    ...{ max: allQuarters(scale) / QUARTERS, files, seed, ms, checks },
  };
}

/** In the order of the scale, which is the sheet's; what it doesn't count comes last. */
function inOrder(
  findings: readonly GradedFinding[],
  { questions }: Scale,
): readonly GradedFinding[] {
  const counted = questions.flatMap(({ checks }) => checks).map(({ id }) => id);
  const place = (id: string) => (counted.includes(id) ? counted.indexOf(id) : counted.length);
  return [...findings].sort((a, b) => place(a.id) - place(b.id));
}

/** All of it, half of it (whole quarters), or nothing. */
function earned({ verdict }: Verdict, max: number): number {
  if (verdict === 'pass') return max;
  return verdict === 'partial' ? Math.floor(max / 2) : 0;
}

function disagree(attempts: readonly Attempt[]): boolean {
  const own = attempts.filter(
    ({ replaced, verdict }) => replaced === null && verdict !== 'skipped',
  );
  return new Set(own.map(({ verdict }) => verdict === 'pass')).size > 1;
}
