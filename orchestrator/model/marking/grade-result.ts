import type { Proof } from '../proof/proof.ts';
import type { ToldCause } from './cause.ts';
import type { CheckResult } from './check-report.ts';
import { feedback } from './feedback.ts';
import {
  allQuarters,
  type Bilingual,
  QUARTERS,
  quartersOf,
  questionOf,
  type Scale,
  scaleChecks,
} from './scale.ts';
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
  /** Points that the teacher gave by hand; null: those of the verdict count. */
  readonly decided: number | null;
  /** Why it did not pass, the likeliest first. */
  readonly causes: readonly ToldCause[];
}

/** One check of a result. Points are multiples of a quarter. */
export type ResultCheck = {
  readonly id: string;
  readonly question: string | null;
  readonly title: Bilingual;
  readonly points: number;
  readonly max: number;
  readonly evidence: unknown;
  readonly root: string | null;
  readonly attempts: readonly Attempt[];
  /** Attempts on the same files came out differently. */
  readonly disagreed: boolean;
  readonly decided: number | null;
  /** What the lab's folder has to say to whoever did not pass; null: it passed. */
  readonly feedback: Bilingual | null;
  /** Why, the likeliest first. */
  readonly causes: readonly ToldCause[];
} & Pick<CheckResult, 'verdict' | 'code' | 'params'>;

/** One question of a result. */
export interface ResultQuestion {
  readonly id: string;
  readonly title: Bilingual;
  readonly points: number;
  readonly max: number;
}

/** What was graded, when and how; nothing of it depends on the outcome. */
export interface Graded {
  /** The lab's name and title. */
  readonly lab: string;
  readonly title: Bilingual;
  readonly team: number;
  /** The name of the folder or file that was handed in; null: the team's own files were graded. */
  readonly submission: string | null;
  /** When it began, as ISO 8601. */
  readonly date: string;
  /** The stage that the team is at, whose points count. */
  readonly stage: string;
  /** One hash over the files of the team's `/etc/asterisk`, or those handed in. */
  readonly files: string;
  /** The hash of the `checks.yaml` that counted. */
  readonly sheet: string;
  readonly seed: number;
  readonly ms: number;
  /** What of that no haste can spare: the longest chain of checks, run once. */
  readonly criticalPathMs: number;
  /** False while checks are still under way. */
  readonly final: boolean;
  /** The first two bytes of the network that it was graded in. */
  readonly base: string;
  /** The questions that were asked for, as they were; null: the whole sheet. */
  readonly part: string | null;
  /** The folder, beside the result's file, that holds what was handed in and what was recorded. */
  readonly kept: string;
  /** What was handed in that nobody but the teacher can judge: reports, pictures. */
  readonly reports: readonly string[];
}

/** The mark of one hand-in. `points` is null while a check is inconclusive: nothing is exported then. */
export type GradeResult = Graded & {
  readonly points: number | null;
  readonly max: number;
  readonly questions: readonly ResultQuestion[];
  readonly checks: readonly ResultCheck[];
  /** The checks whose work was not handed in: nothing was wrong there, there was nothing. */
  readonly notHandedIn: readonly string[];
  /** The checks that are left to the teacher to decide. */
  readonly forTeacher: readonly string[];
};

/** Counts what was found by a scale. Pure: the same findings and scale give the same points. */
export function gradeResult(
  about: Graded,
  findings: readonly GradedFinding[],
  scale: Scale,
): GradeResult {
  const checks = inOrder(findings, scale).map((finding) => resultCheck(finding, scale));
  const open = checks.some(
    ({ verdict, max, decided }) => verdict === 'inconclusive' && max > 0 && decided === null,
  );
  const codes = (code: Verdict['code']) =>
    checks.filter((check) => check.code === code && check.decided === null).map(({ id }) => id);
  return {
    ...about,
    points: open ? null : sumOf(checks, 'points'),
    max: allQuarters(scale) / QUARTERS,
    questions: scale.questions.map(({ id, title }) => {
      const own = checks.filter(({ question }) => question === id);
      return { id, title, points: sumOf(own, 'points'), max: sumOf(own, 'max') };
    }),
    checks,
    notHandedIn: codes('not-handed-in').filter((id) => quartersOf(scale, id) > 0),
    forTeacher: codes('for-the-teacher'),
  };
}

/** What was found, as it was before it was counted: to be counted again, by another scale. */
export function findingsOf({ checks }: Pick<GradeResult, 'checks'>): readonly GradedFinding[] {
  return checks.map(({ id, verdict, code, params, evidence, root, attempts, decided, causes }) => ({
    ...{ id, verdict: { verdict, code, params } as Verdict },
    ...{ evidence, root, attempts, decided, causes },
  }));
}

function resultCheck(
  { id, verdict, evidence, root, attempts, decided, causes }: GradedFinding,
  scale: Scale,
): ResultCheck {
  const max = quartersOf(scale, id);
  const entry = scaleChecks(scale).find((check) => check.id === id);
  const earnt = decided === null ? earned(verdict, max) / QUARTERS : decided;
  const passed = verdict.verdict === 'pass';
  const { code, params } = verdict;
  const facts = { ...params, code, cause: causes.map(({ rule }) => rule) };
  return {
    ...{ id, question: questionOf(scale, id), title: entry?.title ?? { fr: id, en: id } },
    ...verdict,
    ...{ points: Math.min(earnt, max / QUARTERS), max: max / QUARTERS },
    ...{ evidence, root, attempts, disagreed: disagree(attempts), decided },
    feedback: passed ? null : feedback(entry?.failures ?? [], facts),
    causes: passed ? [] : causes,
  };
}

function sumOf(checks: readonly ResultCheck[], key: 'points' | 'max'): number {
  return checks.reduce((sum, check) => sum + check[key] * QUARTERS, 0) / QUARTERS;
}

/** In the order of the scale, which is the sheet's; what it doesn't count comes last. */
function inOrder(findings: readonly GradedFinding[], scale: Scale): readonly GradedFinding[] {
  const counted = scaleChecks(scale).map(({ id }) => id);
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
