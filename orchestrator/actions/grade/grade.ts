import type { Connection } from '../../adapters/docker/connection.ts';
import type { ClassList } from '../../model/class-list/class-list.ts';
import { type GradeResult, gradeResult } from '../../model/marking/grade-result.ts';
import type { Scale } from '../../model/marking/scale.ts';
import { roomNames } from '../../model/numbering/names.ts';
import { type TeamNumber, teamNumber } from '../../model/numbering/team-number.ts';
import { teamPlan } from '../../model/numbering/team-plan.ts';
import type { SubmissionNote } from '../../model/submission/submission.ts';
import type { RoleImages } from '../../model/topology/desired.ts';
import type { LockHolder } from '../../model/topology/lock-holder.ts';
import type { ReadLab } from '../read-lab.ts';
import type { Workbench } from '../workbench.ts';
import { gradeHandIn } from './grade-hand-in.ts';
import { teamHandIn } from './hand-in.ts';
import { type Candidate, type Intake, openIntake, sameTeamNotes } from './intake.ts';
import { sweepRooms } from './sweep-rooms.ts';
import { TimeLimit } from './time-limit.ts';

/** What to grade, where, and by which scale. */
export interface GradeRequest {
  readonly connection: Connection;
  readonly lab: ReadLab;
  readonly scale: Scale;
  readonly prefix: string;
  readonly base?: string | undefined;
  readonly images: RoleImages;
  readonly teams: readonly TeamNumber[];
  /** A folder or an archive of hand-ins; without it, the teams' own files are graded. */
  readonly submissions?: string | undefined;
  /** Who is in which team, for hand-ins that bear the names of students. */
  readonly classList?: ClassList | undefined;
  /** How many to grade at the same time. */
  readonly jobs: number;
  readonly seed?: number | undefined;
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
  using intake = await intakeOf(request);
  const { candidates } = intake;
  await sweepRooms(bench, request.connection, request.prefix);
  const outcomes: GradeOutcome[] = [];
  let next = 0;
  const work = async () => {
    for (;;) {
      const index = next++;
      const candidate = candidates[index];
      if (candidate === undefined || bench.signal.aborted) return;
      outcomes[index] = await outcomeOf(bench, request, candidate);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, request.jobs) }, work));
  // Ctrl-C is nobody's trouble: it is told as what it is, once.
  bench.signal.throwIfAborted();
  return outcomes.map((outcome) => {
    const { team, submission } = outcome;
    const notes = [...outcome.notes, ...sameTeamNotes(team, submission, outcomes)];
    return { ...outcome, notes };
  });
}

async function intakeOf(request: GradeRequest): Promise<Intake> {
  const { connection, lab, prefix, images, teams, submissions, classList = null } = request;
  if (submissions !== undefined) {
    const team = teams[0] ?? null;
    return openIntake({ definition: lab.definition, submissions, team, classList });
  }
  const candidates = teams.map(
    (team): Candidate => ({
      ...{ team, submission: null },
      take: async ({ id, holder }) => {
        const names = roomNames(prefix, team, id);
        const handIn = await teamHandIn({
          connection,
          prefix,
          team,
          image: images.pbx,
          names,
          holder,
        });
        return { team, handIn, notes: [] };
      },
    }),
  );
  return { candidates, [Symbol.dispose]: () => undefined };
}

async function outcomeOf(
  bench: Workbench,
  request: GradeRequest,
  candidate: Candidate,
): Promise<GradeOutcome> {
  const { team: asked, submission } = candidate;
  try {
    const { result, notes } = await gradeOne(bench, request, candidate);
    return { submission, team: teamNumber(result.team), notes, ok: true, result };
  } catch (error) {
    return { submission, team: asked, notes: [], ok: false, error };
  }
}

async function gradeOne(
  bench: Workbench,
  request: GradeRequest,
  { submission, take }: Candidate,
): Promise<{ readonly result: GradeResult; readonly notes: readonly SubmissionNote[] }> {
  const { connection, lab, scale, prefix, base, images } = request;
  const { clock } = bench;
  const began = clock.now();
  const id = Math.floor(Math.random() * 2 ** 32).toString(16);
  const seed = request.seed ?? Math.floor(Math.random() * 2 ** 31);
  const since = clock.date().toISOString();
  const self: LockHolder = { ...bench.surroundings.identity(), verb: 'grade', since };
  const holder = JSON.stringify(self);
  const { team, handIn, notes } = await take({ id, holder });
  const plan = teamPlan(team, lab.definition.layout, { prefix, base });
  using limit = new TimeLimit(clock, bench.signal);
  const setting = { connection, lab, images, plan, holder, seed, limit };
  const grading = gradeHandIn(bench, { setting, id, handIn, scale });
  const findings = await grading.catch((error: unknown) => {
    throw limit.explain(error);
  });
  const about = { team, submission, files: handIn.hash, seed, ms: clock.now() - began };
  return { result: gradeResult(about, findings, scale), notes };
}
