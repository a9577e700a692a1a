import type { Connection } from '../../adapters/docker/connection.ts';
import type { ResultRun } from '../../adapters/files/results/result-run.ts';
import type { GradeResult } from '../../model/marking/grade-result.ts';
import { type TeamNumber, teamNumber } from '../../model/numbering/team-number.ts';
import type { SubmissionNote } from '../../model/submission/submission.ts';
import type { RoleImages } from '../../model/topology/desired.ts';
import type { ReadLab } from '../read-lab.ts';
import { keepLatestMarks } from '../status/latest.ts';
import type { Workbench } from '../workbench.ts';
import { type GradedOne, gradeOne } from './grade-one.ts';
import { type Candidate, sameTeamNotes } from './hand-ins/candidates.ts';
import type { ReadSheet } from './sheet/read-sheet.ts';
import { sweepRooms } from './sweep-rooms.ts';

/** What to grade, where, by which scale, and where to keep what comes of it. */
export interface GradeRequest {
  readonly connection: Connection;
  /** Whether the engine reaches a registry: captures are dissected in an image of their own. */
  readonly registry: boolean;
  readonly lab: ReadLab;
  readonly sheet: ReadSheet;
  /** `Q1.3-Q1.5,Q2.1`: only these count, out of 20 again. */
  readonly questions?: string | undefined;
  readonly prefix: string;
  readonly base?: string | undefined;
  readonly images: RoleImages;
  readonly candidates: readonly Candidate[];
  /** The image that dissects what was captured. */
  readonly probe: string;
  /** How many to grade at the same time. */
  readonly jobs: number;
  readonly run: ResultRun;
  /** Puts every outcome into the document that is kept; called after every check. */
  readonly document: (outcomes: readonly GradeOutcome[]) => object;
}

/** The mark of one hand-in, or the error that kept it from one. */
export type GradeOutcome = {
  readonly team: TeamNumber | null;
  readonly submission: string | null;
  /** What is odd about it and stopped nothing. */
  readonly notes: readonly SubmissionNote[];
} & (
  | { readonly ok: true; readonly result: GradeResult }
  | { readonly ok: false; readonly error: unknown }
);

/** Grades hand-ins side by side. One's trouble is its own outcome and stops no other. */
export async function grade(
  bench: Workbench,
  request: GradeRequest,
): Promise<readonly GradeOutcome[]> {
  const { connection, prefix, candidates, jobs, run, document } = request;
  await sweepRooms(bench, connection, prefix);
  const outcomes: (GradeOutcome | undefined)[] = candidates.map(() => undefined);
  const known = () => outcomes.filter((outcome) => outcome !== undefined);
  let next = 0;
  const work = async () => {
    for (;;) {
      const index = next++;
      const candidate = candidates[index];
      if (candidate === undefined || bench.signal.aborted) return;
      const { team, submission } = candidate;
      // A result that can't be written is told at the end: grading goes on.
      const tell = (outcome: GradeOutcome) => {
        outcomes[index] = outcome;
        run.saveSoon(() => document(known()));
      };
      try {
        const partly = (graded: GradedOne) => tell(outcomeOf(candidate, graded));
        tell(outcomeOf(candidate, await gradeOne(bench, request, { candidate, index, partly })));
      } catch (error) {
        // What Ctrl-C cut short stays as far as it is known.
        if (bench.signal.aborted) return;
        tell({ team, submission, notes: [], ok: false, error });
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, jobs) }, work));
  // Ctrl-C is nobody's trouble: it is told as what it is, once, and what is known by then is kept.
  await run.save(document(known())).catch((error: unknown) => {
    bench.signal.throwIfAborted();
    throw error;
  });
  bench.signal.throwIfAborted();
  await keepLatestMarks(
    bench,
    prefix,
    known().flatMap((outcome) => (outcome.ok ? [outcome.result] : [])),
  );
  return known().map((outcome) => {
    const { team, submission } = outcome;
    return { ...outcome, notes: [...outcome.notes, ...sameTeamNotes(team, submission, known())] };
  });
}

function outcomeOf({ submission }: Candidate, { result, notes }: GradedOne): GradeOutcome {
  return { team: teamNumber(result.team), submission, notes, ok: true, result };
}
