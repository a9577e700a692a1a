import {
  jointRetrials,
  type Outcomes,
  type OwnFiles,
  type Retrial,
  retrials,
  type Suspicion,
  suspicions,
} from '../../grading/blame.ts';
import type { GradedCheck } from '../../grading/plan-grading.ts';
import { lastStage } from '../../model/definition/lab-definition.ts';
import type { CheckResult } from '../../model/marking/check-report.ts';
import { questionOf, type Scale } from '../../model/marking/scale.ts';
import { renderStage } from '../../model/rendering/render-stage.ts';
import type { Workbench } from '../workbench.ts';
import { type HandIn, withFiles } from './hand-ins/hand-in.ts';
import { outOfTime } from './time-limit.ts';
import { attemptOf, type RoomSetting, type Tried, tryRoom } from './try-room.ts';

/** How many faults, one behind the other, are taken out of the way. */
const DEEPEST = 2;

/** What to judge again, and by which checks. */
export interface Carrying {
  readonly setting: RoomSetting;
  /** What tells the rooms of one grading from those of others. */
  readonly id: string;
  readonly handIn: HandIn;
  /** The whole scale: what is counted of it makes no difference to blame. */
  readonly scale: Scale;
  readonly graded: (now: () => number) => readonly GradedCheck[];
}

/** What a room without some files' faults showed, and whom it was opened for. */
interface Retried {
  readonly files: readonly string[];
  readonly suspected: readonly Suspicion[];
  readonly results: readonly Tried[];
}

/**
 * Judges again, with one file or another replaced by the solution's, what a root has spoilt; and once
 * more what another fault had spoilt there. The innermost result comes first.
 */
export async function carryForward(
  bench: Workbench,
  carrying: Carrying,
  tried: readonly Tried[],
  replaced: readonly string[] = [],
): Promise<readonly Tried[]> {
  const checks = carrying.graded(() => 0);
  const pending = pendingOf(checks, tried, carrying);
  const own = ownFiles(carrying.handIn);
  const open = (retrial: Retrial) => openRoom(bench, carrying, replaced, retrial);
  const isNew = ({ files }: Retrial) => !files.some((file) => replaced.includes(file));
  // Which file holds the fault can't be told beforehand: every room is opened at once.
  const alone = await Promise.all(retrials(checks, pending, own).filter(isNew).map(open));
  const { roots } = clearedBy(alone);
  const left = pending.filter(({ root }) => !roots.has(root));
  const joint = replaced.length === 0 ? jointRetrials(checks, left, own) : [];
  const rooms = [...alone, ...(await Promise.all(joint.map(open)))];
  const cleared = clearedBy(rooms);
  const innermost = replaced.length + 1 < DEEPEST ? cleared.rooms : [];
  const deeper = await Promise.all(
    innermost.map(({ files, results }) => carryForward(bench, carrying, results, files)),
  );
  return [...deeper.flat(), ...cleared.tried, ...untold(rooms, cleared.roots)];
}

/** True when tries leave the same to be carried forward as others did. */
export function leaveTheSame(
  one: readonly Tried[],
  other: readonly Tried[],
  carrying: Carrying,
): boolean {
  const checks = carrying.graded(() => 0);
  const pending = (tried: readonly Tried[]) => pendingOf(checks, tried, carrying);
  return JSON.stringify(pending(one)) === JSON.stringify(pending(other));
}

/** What passed; where a room did not run a check at all, nothing is held against it. */
export function outcomesOf(tried: readonly Tried[]): Outcomes {
  const bad = new Set(
    tried
      .filter(({ result }) => result.verdict !== 'pass' && result.verdict !== 'partial')
      .map(({ result }) => result.id),
  );
  return { passed: (id) => !bad.has(id) };
}

function pendingOf(
  checks: readonly GradedCheck[],
  tried: readonly Tried[],
  { scale }: Carrying,
): readonly Suspicion[] {
  const known = new Set(tried.map(({ result }) => result.id));
  const own = checks.filter(({ id }) => known.has(id));
  return suspicions(own, outcomesOf(tried), (check) => questionOf(scale, check));
}

function ownFiles({ handedIn, files }: HandIn): OwnFiles {
  const texts = [...files.values()].map((content) =>
    Buffer.from(content)
      .toString('utf8')
      .toLowerCase()
      .replace(/[ \t]+/g, ''),
  );
  return {
    handedIn: (file) => handedIn.includes(file),
    says: (word) => texts.some((text) => text.includes(word)),
  };
}

async function openRoom(
  bench: Workbench,
  { setting, id, handIn, graded }: Carrying,
  replaced: readonly string[],
  { files: more, suspicions: suspected }: Retrial,
): Promise<Retried> {
  const { definition, templates } = setting.lab;
  const files = [...replaced, ...more];
  const solution = renderStage(definition, setting.plan, lastStage(definition), templates);
  const given = solution.filter(({ path }) => files.includes(path.replace('/etc/asterisk/', '')));
  const trial = tryRoom(bench, setting, {
    id: `${id}${files.map((file) => file.slice(0, 1)).join('')}`,
    configuration: await withFiles(handIn, given),
    plan: graded,
    wanted: suspected.flatMap(({ root, dependents }) => [root, ...dependents]),
    replaced: files.join(' '),
  });
  const results = await trial.catch((error: unknown) => {
    if (setting.limit.isOver) return suspected.map(({ root }) => cutOff(root));
    throw error;
  });
  return { files, suspected, results };
}

/** A room that was cut off tells nothing of a root, and that is not held against its consequences. */
function cutOff(root: string): Tried {
  const result: CheckResult = { ...outOfTime(root), verdict: 'inconclusive' };
  return { result, attempts: [attemptOf(result, null, 0)] };
}

/** Roots whose fault lay in what was replaced, and how the checks that they had spoilt came out. */
interface Cleared {
  readonly roots: ReadonlySet<string>;
  readonly tried: readonly Tried[];
  readonly rooms: readonly Retried[];
}

/** Of each root the first room in which it passed: that file held the fault. */
function clearedBy(rooms: readonly Retried[]): Cleared {
  const roots = new Set<string>();
  const tried: Tried[] = [];
  const used: Retried[] = [];
  for (const room of rooms) {
    const { suspected, results } = room;
    const passed = new Set(
      results.filter(({ result }) => result.verdict === 'pass').map(({ result }) => result.id),
    );
    const innocent = suspected.filter(({ root }) => passed.has(root) && !roots.has(root));
    if (innocent.length === 0) continue;
    for (const { root } of innocent) roots.add(root);
    const judged = innocent.flatMap(({ dependents }) => dependents);
    tried.push(...results.filter(({ result }) => judged.includes(result.id)));
    used.push(room);
  }
  return { roots, tried, rooms: used };
}

/** What a room could not tell of a root, it could not tell of its consequences either. */
function untold(rooms: readonly Retried[], cleared: ReadonlySet<string>): readonly Tried[] {
  return rooms.flatMap(({ suspected, results }) =>
    suspected.flatMap(({ root, dependents }) => {
      const lost = results.find(({ result }) => result.id === root);
      if (cleared.has(root) || lost?.result.verdict !== 'inconclusive') return [];
      return dependents.map((id) => ({ ...lost, result: { ...lost.result, id } }));
    }),
  );
}
