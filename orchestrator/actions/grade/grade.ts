import type { Connection } from '../../adapters/docker/connection.ts';
import type { ResultRun } from '../../adapters/files/results/result-run.ts';
import { LabError } from '../../base/lab-error.ts';
import {
  type GradedFinding,
  type GradeResult,
  gradeResult,
} from '../../model/marking/grade-result.ts';
import { questionOf, scaleAt } from '../../model/marking/scale.ts';
import { type TeamNumber, teamNumber } from '../../model/numbering/team-number.ts';
import { type TeamPlan, teamPlan } from '../../model/numbering/team-plan.ts';
import type { SubmissionNote } from '../../model/submission/submission.ts';
import type { RoleImages } from '../../model/topology/desired.ts';
import type { LockHolder } from '../../model/topology/lock-holder.ts';
import type { ReadLab } from '../read-lab.ts';
import { standingPlan } from '../status.ts';
import type { Workbench } from '../workbench.ts';
import { type Candidate, sameTeamNotes } from './candidates.ts';
import { gradeHandIn, type Judged } from './grade-hand-in.ts';
import { gradePapers } from './papers/grade-papers.ts';
import { proofKeeper } from './proof/proof-keeper.ts';
import type { ReadSheet } from './read-sheet.ts';
import { keepHandIn } from './results/kept-hand-in.ts';
import { sweepRooms } from './sweep-rooms.ts';
import { TimeLimit } from './time-limit.ts';

/** What a team wrote besides answers: it is in no scale. */
const OTHER_ANSWERS = 'answers.other';

/** What to grade, where, by which scale, and where to keep what comes of it. */
export interface GradeRequest {
  readonly connection: Connection;
  /** Whether the engine reaches a registry: captures are dissected in an image of their own. */
  readonly registry: boolean;
  readonly lab: ReadLab;
  readonly sheet: ReadSheet;
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
        run.save(document(known())).catch(() => undefined);
      };
      try {
        const partly = (graded: Graded) => tell(outcomeOf(candidate, graded));
        tell(outcomeOf(candidate, await gradeOne(bench, request, { candidate, index, partly })));
      } catch (error) {
        tell({ team, submission, notes: [], ok: false, error });
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, jobs) }, work));
  // Ctrl-C is nobody's trouble: it is told as what it is, once.
  bench.signal.throwIfAborted();
  await run.save(document(known()));
  return known().map((outcome) => {
    const { team, submission } = outcome;
    return { ...outcome, notes: [...outcome.notes, ...sameTeamNotes(team, submission, known())] };
  });
}

function outcomeOf({ submission }: Candidate, { result, notes }: Graded): GradeOutcome {
  return { team: teamNumber(result.team), submission, notes, ok: true, result };
}

interface One {
  readonly candidate: Candidate;
  readonly index: number;
  /** Hears of the result as far as it is known. */
  readonly partly: (graded: Graded) => void;
}

/** A mark, and what is odd about what it is for. */
interface Graded {
  readonly result: GradeResult;
  readonly notes: readonly SubmissionNote[];
}

async function gradeOne(
  bench: Workbench,
  request: GradeRequest,
  { candidate, index, partly }: One,
): Promise<Graded> {
  const { connection, registry, lab, sheet, prefix, base, images, probe, run } = request;
  const { clock } = bench;
  const began = clock.now();
  const date = clock.date().toISOString();
  const id = Math.floor(Math.random() * 2 ** 32).toString(16);
  const seed = candidate.seed ?? Math.floor(Math.random() * 2 ** 31);
  const self: LockHolder = { ...bench.surroundings.identity(), verb: 'grade', since: date };
  const holder = JSON.stringify(self);
  const { team, handIn, notes } = await candidate.take({ id, holder });
  const kept = `${index + 1}-team-${team}`;
  await keepHandIn(run, kept, handIn);
  const plan = teamPlan(team, lab.definition.layout, { prefix, base });
  const scale = scaleAt(sheet.scale, handIn.stage);
  const counted = (
    judged: Pick<Judged, 'findings' | 'criticalPathMs'>,
    final: boolean,
  ): GradeResult => {
    const { findings, criticalPathMs } = judged;
    const { layout, title } = lab.definition;
    const about = {
      ...{ lab: layout.lab, title, team, submission: candidate.submission, date },
      ...{ stage: handIn.stage, files: handIn.hash, sheet: sheet.hash, seed },
      ...{ ms: clock.now() - began, criticalPathMs, final, kept },
      reports: handIn.reports.map(({ path }) => path),
    };
    return gradeResult(about, findings, scale);
  };
  const early = new Map<string, GradedFinding>();
  const known = (finding: GradedFinding) => {
    early.set(finding.id, finding);
    const result = counted({ findings: [...early.values()], criticalPathMs: 0 }, false);
    partly({ result, notes });
  };
  const keeper = proofKeeper(kept, run.keep);
  using limit = new TimeLimit(clock, bench.signal);
  const setting = { connection, lab, images, plan, holder, seed, probe, keeper, limit };
  const judging = gradeHandIn(bench, {
    ...{ setting, id, handIn, scale, known },
    usual: sheet.usual,
  });
  const judged = await judging.catch((error: unknown) => {
    throw limit.explain(error);
  });
  const papers = await gradePapers(bench, {
    place: { connection, registry, prefix, id, layout: lab.definition.layout },
    standing: candidate.submission === null ? await standing(request, team, plan) : plan,
    ...{ plan, findings: judged.findings, rooms: judged.rooms, wordings: sheet.wordings, seed },
    papers: handIn.papers,
  });
  const isCounted = ({ id: check }: GradedFinding) =>
    check === OTHER_ANSWERS || questionOf(scale, check) !== null;
  const findings = [...judged.findings, ...papers.filter(isCounted)];
  return { result: counted({ ...judged, findings }, true), notes };
}

/** A team may be up with another base than the lab's, and its captures are of that network. */
async function standing(
  { connection, lab, prefix, base }: GradeRequest,
  team: TeamNumber,
  plan: TeamPlan,
): Promise<TeamPlan> {
  if (base !== undefined) return plan;
  try {
    return await standingPlan({ connection, prefix, definition: lab.definition }, team);
  } catch (error) {
    if (error instanceof LabError && error.problem.code === 'team-not-up') return plan;
    throw error;
  }
}
