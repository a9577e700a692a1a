import type { Connection } from '../../adapters/docker/connection.ts';
import { listSubmissions, readSubmission } from '../../adapters/files/submissions.ts';
import { LabError, labError } from '../../base/lab-error.ts';
import { submissionTeam } from '../../model/configuration/submission-team.ts';
import type { Wordings } from '../../model/definition/answers/wordings.ts';
import { knownStage, lastStage } from '../../model/definition/lab-definition.ts';
import { type GradeResult, gradeResult } from '../../model/marking/grade-result.ts';
import type { Scale } from '../../model/marking/scale.ts';
import { roomNames } from '../../model/numbering/names.ts';
import { type TeamNumber, teamNumber } from '../../model/numbering/team-number.ts';
import { type TeamPlan, teamPlan } from '../../model/numbering/team-plan.ts';
import type { RoleImages } from '../../model/topology/desired.ts';
import type { LockHolder } from '../../model/topology/lock-holder.ts';
import type { ReadLab } from '../read-lab.ts';
import { standingPlan } from '../status.ts';
import type { Workbench } from '../workbench.ts';
import { gradeHandIn } from './grade-hand-in.ts';
import { gradePapers } from './grade-papers.ts';
import { type HandIn, submittedHandIn, teamHandIn } from './hand-in.ts';
import { sweepRooms } from './sweep-rooms.ts';
import { type NamedPapers, withNamed } from './team-papers.ts';

/** What to grade, where, and by which scale. */
export interface GradeRequest {
  readonly connection: Connection;
  /** Whether the engine reaches a registry: captures are dissected in an image of their own. */
  readonly registry: boolean;
  readonly lab: ReadLab;
  readonly scale: Scale;
  readonly wordings: Wordings;
  readonly prefix: string;
  readonly base?: string | undefined;
  readonly images: RoleImages;
  readonly teams: readonly TeamNumber[];
  /** A folder with a submission in each of its folders; without it, the teams' own files are graded. */
  readonly submissions?: string | undefined;
  /** A capture and answers to judge in the place of those that the team handed in. */
  readonly named?: NamedPapers | undefined;
  /** How many to grade at the same time. */
  readonly jobs: number;
  readonly seed?: number | undefined;
}

/** The mark of one hand-in, or the error that kept it from one. */
export type GradeOutcome = {
  readonly team: TeamNumber | null;
  readonly submission: string | null;
} & (
  | { readonly ok: true; readonly result: GradeResult }
  | { readonly ok: false; readonly error: unknown }
);

interface Candidate {
  readonly team: TeamNumber | null;
  readonly submission: string | null;
}

/** Grades hand-ins side by side. One's trouble is its own outcome and stops no other. */
export async function grade(
  bench: Workbench,
  request: GradeRequest,
): Promise<readonly GradeOutcome[]> {
  const candidates = await candidatesOf(request);
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
  return outcomes;
}

async function candidatesOf({ teams, submissions }: GradeRequest): Promise<readonly Candidate[]> {
  if (submissions === undefined) return teams.map((team) => ({ team, submission: null }));
  const names = await listSubmissions(submissions);
  if (names.length === 0) throw labError('submissions-none', { folder: submissions });
  return names.map((submission) => ({ team: teams[0] ?? null, submission }));
}

async function outcomeOf(
  bench: Workbench,
  request: GradeRequest,
  candidate: Candidate,
): Promise<GradeOutcome> {
  try {
    const result = await gradeOne(bench, request, candidate);
    return { ...candidate, team: teamNumber(result.team), ok: true, result };
  } catch (error) {
    return { ...candidate, ok: false, error };
  }
}

async function gradeOne(
  bench: Workbench,
  request: GradeRequest,
  { team: asked, submission }: Candidate,
): Promise<GradeResult> {
  const { connection, lab, scale, prefix, base, images } = request;
  const { clock } = bench;
  const began = clock.now();
  const id = Math.floor(Math.random() * 2 ** 32).toString(16);
  const seed = request.seed ?? Math.floor(Math.random() * 2 ** 31);
  const since = clock.date().toISOString();
  const self: LockHolder = { ...bench.surroundings.identity(), verb: 'grade', since };
  const holder = JSON.stringify(self);
  const { team, handIn } = await take(request, { asked, submission, id, holder });
  // A file that can't be read is told before anything runs.
  const handedIn = await withNamed(handIn.papers, request.named ?? {});
  const plan = teamPlan(team, lab.definition.layout, { prefix, base });
  const setting = { connection, lab, images, plan, holder, seed };
  const findings = await gradeHandIn(bench, { setting, id, handIn, scale });
  const papers = await gradePapers(bench, {
    place: { connection, registry: request.registry, prefix, id, layout: lab.definition.layout },
    standing: submission === null ? await standing(request, team, plan) : plan,
    ...{ plan, findings, rooms: [], wordings: request.wordings, seed },
    papers: handedIn,
  });
  const about = { team, submission, files: handIn.hash, seed, ms: clock.now() - began };
  return gradeResult(about, [...findings, ...papers], scale);
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

interface Taking {
  readonly asked: TeamNumber | null;
  readonly submission: string | null;
  readonly id: string;
  readonly holder: string;
}

async function take(
  { connection, lab, prefix, images, submissions }: GradeRequest,
  { asked, submission, id, holder }: Taking,
): Promise<{ readonly team: TeamNumber; readonly handIn: HandIn }> {
  if (submission === null || submissions === undefined) {
    if (asked === null) throw labError('team-missing', {});
    const names = roomNames(prefix, asked, id);
    const request = { connection, prefix, team: asked, image: images.pbx, names, holder };
    return { team: asked, handIn: await teamHandIn(request) };
  }
  const { files: meant } = knownStage(lab.definition, lastStage(lab.definition));
  const files = await readSubmission(submissions, submission, meant);
  const found = asked ?? submissionTeam(submission, files);
  if (found === null) throw labError('submission-team-unknown', { submission });
  return { team: teamNumber(found), handIn: await submittedHandIn(files) };
}
