import { LabError } from '../../base/lab-error.ts';
import {
  type GradedFinding,
  type GradeResult,
  gradeResult,
} from '../../model/marking/grade-result.ts';
import { questionOf, type Scale, scaleAt } from '../../model/marking/scale.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import { type TeamPlan, teamPlan } from '../../model/numbering/team-plan.ts';
import type { SubmissionNote } from '../../model/submission/submission.ts';
import type { LockHolder } from '../../model/topology/lock-holder.ts';
import { standingPlan } from '../status.ts';
import type { Workbench } from '../workbench.ts';
import type { Candidate, Taken } from './candidates.ts';
import { explain } from './explain.ts';
import type { GradeRequest } from './grade.ts';
import { type GradingRequest, gradeHandIn, type Judged } from './grade-hand-in.ts';
import { gradePapers } from './papers/grade-papers.ts';
import { proofKeeper } from './proof/proof-keeper.ts';
import { keepHandIn } from './results/kept-hand-in.ts';
import { TimeLimit } from './time-limit.ts';
import type { RoomSetting } from './try-room.ts';

/** What a team wrote besides answers: it is in no scale. */
const OTHER_ANSWERS = 'answers.other';

/** Which hand-in to grade, and who hears of its result as far as it is known. */
export interface One {
  readonly candidate: Candidate;
  /** Its place among all of them. */
  readonly index: number;
  readonly partly: (graded: GradedOne) => void;
}

/** A mark, and what is odd about what it is for. */
export interface GradedOne {
  readonly result: GradeResult;
  readonly notes: readonly SubmissionNote[];
}

/** Takes a hand-in, keeps it, judges it and counts its points. */
export async function gradeOne(
  bench: Workbench,
  request: GradeRequest,
  { candidate, index, partly }: One,
): Promise<GradedOne> {
  const { connection, lab, sheet, prefix, base, images, probe, run } = request;
  const { clock } = bench;
  const begun = { at: clock.now(), date: clock.date().toISOString() };
  const id = Math.floor(Math.random() * 2 ** 32).toString(16);
  const seed = candidate.seed ?? Math.floor(Math.random() * 2 ** 31);
  const self = { ...bench.surroundings.identity(), verb: 'grade', since: begun.date };
  const holder = JSON.stringify(self satisfies LockHolder);
  const taken = await candidate.take({ id, holder });
  const { team, handIn, notes } = taken;
  const kept = `${index + 1}-team-${team}`;
  await keepHandIn(run, kept, handIn);
  const plan = teamPlan(team, lab.definition.layout, { prefix, base });
  const scale = scaleAt(sheet.scale, handIn.stage);
  const counted = (findings: readonly GradedFinding[], path: number, final: boolean) => {
    const about = { lab: request, candidate, taken, seed, kept, date: begun.date };
    const times = { ms: clock.now() - begun.at, criticalPathMs: path, final };
    return { result: gradeResult({ ...aboutOf(about), ...times }, findings, scale), notes };
  };
  const early = new Map<string, GradedFinding>();
  const known = (finding: GradedFinding) => {
    early.set(finding.id, finding);
    partly(counted([...early.values()], 0, false));
  };
  using limit = new TimeLimit(clock, bench.signal);
  const keeper = proofKeeper(kept, run.keep);
  const setting = { connection, lab, images, plan, holder, seed, probe, keeper, limit };
  const judging = judgeSurely(bench, {
    ...{ setting, id, handIn, scale, known, usual: sheet.usual },
  });
  const judged = await judging.catch((error: unknown) => {
    throw limit.explain(error);
  });
  const all = await withPapers(bench, request, { id, setting, candidate, taken, judged, scale });
  const { definition } = lab;
  const reading = { files: handIn.files, log: judged.log, texts: sheet.causes };
  const findings = explain(all, { plan, definition, ...reading });
  return counted(findings, judged.criticalPathMs, true);
}

/** Judges once more, in rooms of their own, where something could not be told. */
async function judgeSurely(bench: Workbench, request: GradingRequest): Promise<Judged> {
  const first = await gradeHandIn(bench, request);
  const isOpen = first.findings.some(({ verdict }) => verdict.verdict === 'inconclusive');
  if (!isOpen || request.setting.limit.isOver) return first;
  const second = await gradeHandIn(bench, { ...request, id: `${request.id}-again` });
  const before = (id: string) => first.findings.find((one) => one.id === id)?.attempts ?? [];
  const findings = second.findings.map((finding) => ({
    ...finding,
    attempts: [...before(finding.id), ...finding.attempts],
  }));
  return { ...second, findings };
}

/** Everything of a result that does not depend on its outcome, but for the times. */
function aboutOf(about: {
  readonly lab: Pick<GradeRequest, 'lab' | 'sheet'>;
  readonly candidate: Candidate;
  readonly taken: Taken;
  readonly seed: number;
  readonly kept: string;
  readonly date: string;
}) {
  const { candidate, taken, seed, kept, date } = about;
  const { lab, sheet } = about.lab;
  const { layout, title } = lab.definition;
  const { team, handIn } = taken;
  return {
    ...{ lab: layout.lab, title, team, submission: candidate.submission, date },
    ...{ stage: handIn.stage, files: handIn.hash, sheet: sheet.hash, seed, kept },
    reports: handIn.reports.map(({ path }) => path),
  };
}

/** What a hand-in's papers are judged by, and with. */
interface PapersSetting {
  readonly id: string;
  readonly setting: RoomSetting;
  readonly candidate: Candidate;
  readonly taken: Taken;
  readonly judged: Judged;
  readonly scale: Scale;
}

/** The findings of the rooms, and those of captures and answers, as far as the scale has them. */
async function withPapers(
  bench: Workbench,
  request: GradeRequest,
  { id, setting, candidate, taken, judged, scale }: PapersSetting,
): Promise<readonly GradedFinding[]> {
  const { connection, registry, lab, sheet, prefix } = request;
  const { plan, seed } = setting;
  const { findings, rooms } = judged;
  const isLive = candidate.submission === null;
  const papers = await gradePapers(bench, {
    place: { connection, registry, prefix, id, layout: lab.definition.layout },
    standing: isLive ? await standing(request, taken.team, plan) : plan,
    ...{ plan, findings, rooms, wordings: sheet.wordings, seed, papers: taken.handIn.papers },
  });
  const counts = ({ id: check }: GradedFinding) =>
    check === OTHER_ANSWERS || questionOf(scale, check) !== null;
  return [...findings, ...papers.filter(counts)];
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
