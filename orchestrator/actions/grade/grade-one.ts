import { LabError } from '../../base/lab-error.ts';
import {
  type GradedFinding,
  type GradeResult,
  gradeResult,
} from '../../model/marking/grade-result.ts';
import { quartersOf, questionOf, type Scale, scaleAt } from '../../model/marking/scale.ts';
import { selectQuestions } from '../../model/marking/select-questions.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import { type TeamPlan, teamPlan } from '../../model/numbering/team-plan.ts';
import type { SubmissionNote } from '../../model/submission/submission.ts';
import type { LockHolder } from '../../model/topology/lock-holder.ts';
import { standingPlan } from '../status.ts';
import type { Workbench } from '../workbench.ts';
import { explain } from './explain.ts';
import type { GradeRequest } from './grade.ts';
import { type GradingRequest, gradeHandIn, type Judged } from './grade-hand-in.ts';
import type { Candidate, Taken } from './hand-ins/candidates.ts';
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
  const whole = scaleAt(sheet.scale, handIn.stage);
  const { questions } = request;
  const scale = questions === undefined ? whole : selectQuestions(whole, questions);
  const isCounted = (check: string) => questionOf(scale, check) !== null;
  const counted = (findings: readonly GradedFinding[], path: number, final: boolean) => {
    const about = { lab: request, base: plan.base, candidate, taken, seed, kept, date: begun.date };
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
    ...{ setting, id, handIn, scale: whole, counted: isCounted, known, usual: sheet.usual },
  });
  const judged = await judging.catch((error: unknown) => {
    throw limit.explain(error);
  });
  const all = await withPapers(bench, request, { id, setting, candidate, taken, judged, scale });
  const { definition } = lab;
  const reading = { files: handIn.files, log: judged.log, texts: sheet.causes };
  const findings = explained(bench, all, { plan, definition, ...reading });
  return counted(findings, judged.criticalPathMs, true);
}

/** Why nothing passed is worth no mark: where it can't be told, the mark stands without it. */
function explained(bench: Workbench, ...[findings, how]: Parameters<typeof explain>) {
  try {
    return explain(findings, how);
  } catch (error) {
    bench.emit({ type: 'log', source: 'diagnosis', line: String(error) });
    return findings;
  }
}

/** Judges once more, in rooms of their own, where something that counts could not be told. */
async function judgeSurely(bench: Workbench, request: GradingRequest): Promise<Judged> {
  const { id, setting, scale } = request;
  const first = await gradeHandIn(bench, request);
  const counts = (check: string) => quartersOf(scale, check) > 0;
  const open = first.findings.filter(
    ({ id: check, verdict }) => verdict.verdict === 'inconclusive' && counts(check),
  );
  if (open.length === 0 || setting.limit.isOver) return first;
  const second = await again(bench, { ...request, id: `${id}-again` }).catch(
    (error: unknown): Judged => {
      if (setting.limit.isOver) return first;
      throw error;
    },
  );
  // Of what was cut off nobody knows what it would have come to.
  if (setting.limit.isOver) return first;
  const findings = first.findings.map((finding) => {
    const other = second.findings.find((one) => one.id === finding.id);
    if (other === undefined || !open.some((one) => one.id === (finding.root ?? finding.id)))
      return finding;
    return { ...other, attempts: [...finding.attempts, ...other.attempts] };
  });
  return { ...first, findings };
}

/** The same, with recordings by other names than those of the first time. */
function again(bench: Workbench, request: GradingRequest): Promise<Judged> {
  const { keeper, ...setting } = request.setting;
  const apart = keeper && {
    keep: (name: string, content: Uint8Array) => keeper.keep(`again-${name}`, content),
  };
  return gradeHandIn(bench, { ...request, setting: { ...setting, keeper: apart } });
}

/** Everything of a result that does not depend on its outcome, but for the times. */
function aboutOf(about: {
  readonly lab: Pick<GradeRequest, 'lab' | 'sheet' | 'questions'>;
  readonly base: string;
  readonly candidate: Candidate;
  readonly taken: Taken;
  readonly seed: number;
  readonly kept: string;
  readonly date: string;
}) {
  const { base, candidate, taken, seed, kept, date } = about;
  const { lab, sheet, questions: part = null } = about.lab;
  const { layout, title } = lab.definition;
  const { team, handIn } = taken;
  return {
    ...{ lab: layout.lab, title, team, submission: candidate.submission, date },
    ...{ stage: handIn.stage, files: handIn.hash, sheet: sheet.hash, seed, kept, base, part },
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
