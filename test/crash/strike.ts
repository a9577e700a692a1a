import { seededRandom } from '../../orchestrator/model/audio/seeded-random.ts';
import { baseFor, type StruckLab, type StruckTeam } from './struck-team.ts';

/** A verb that is struck, what there is of the team before it, and how long it takes at first guess (ms). */
interface Target {
  readonly verb: string;
  readonly before: 'all' | 'work' | 'nothing';
  readonly takes: number;
}

/** One after the other is struck. */
const TARGETS: readonly Target[] = [
  { verb: 'up', before: 'work', takes: 5_000 },
  { verb: 'reset --yes', before: 'all', takes: 4_000 },
  { verb: 'catch-up --yes --to', before: 'all', takes: 5_000 },
  { verb: 'down --purge --yes', before: 'all', takes: 3_000 },
  { verb: 'restore --yes', before: 'all', takes: 5_000 },
  { verb: 'grade', before: 'all', takes: 12_000 },
  { verb: 'down', before: 'all', takes: 2_000 },
  { verb: 'up', before: 'nothing', takes: 5_000 },
];

/** The stages that a team moves between: without accounts, and with them. */
const STAGES = ['start', 'finance'] as const;

/** Strikes a running verb at an instant (ms after its start); tells whether it was still at work, and how long it took. */
export type Blow = (
  words: readonly string[],
  at: number,
) => Promise<{ readonly cut: boolean; readonly took: number }>;

/** What became of one strike; without faults, it was survived. */
export interface Fate {
  readonly number: number;
  readonly team: number;
  readonly verb: string;
  readonly before: Target['before'];
  readonly at: number;
  readonly cut: boolean;
  readonly faults: readonly string[];
}

/** Strikes one team again and again at seeded instants; after each, one `up` must put all right. */
export async function* strikes(
  lab: StruckLab,
  one: StruckTeam,
  { count, seed, blow }: { readonly count: number; readonly seed: number; readonly blow: Blow },
): AsyncGenerator<Fate> {
  const random = seededRandom(seed * 100 + one.team);
  const takes = new Map(TARGETS.map(({ verb, takes }) => [verb, takes]));
  const undisturbed = await undisturbedStates(one);
  for (let number = 1; number <= count; number++) {
    const target = TARGETS[(number + one.team) % TARGETS.length] as Target;
    const at = Math.round(random() * (takes.get(target.verb) ?? target.takes));
    const line = `; the work of strike ${number}, seed ${seed}`;
    const { stage } = await one.observed();
    const since = await prepare(one, target, line);
    const other = STAGES.find((name) => name !== stage) ?? STAGES[0];
    const asked = target.before === 'nothing' ? ` --stage ${stage}` : '';
    const words = target.verb.replace(/--to$/, `--to ${other}`) + asked;
    const blown = [...words.split(' '), ...one.own, ...baseFor(words, lab.base)];
    const { cut, took } = await blow(blown, at);
    // What ended before its time is faster than was guessed; what was struck late may be slower.
    takes.set(target.verb, cut ? Math.max(takes.get(target.verb) ?? 0, took * 1.1) : took);
    const stages = /--to/.test(words) ? [stage, other] : [stage];
    const faults = await putRight(one, {
      stages,
      undisturbed,
      again: /purge/.test(words) || target.before === 'nothing',
    });
    // Where there is no PBX at all, that is fault enough, and nobody can look into it.
    const looked = target.before !== 'nothing' && faults.length === 0;
    const lost = looked ? await one.lost(line, since) : [];
    faults.push(...lost.map((file) => `lost: ${file}`));
    yield { number, team: one.team, verb: words, before: target.before, at, cut, faults };
    if (faults.length > 0) await startOver(one);
    one.prune();
  }
}

/** How the team is seen at each stage when nothing goes wrong; leaves it at the first. */
async function undisturbedStates(one: StruckTeam): Promise<ReadonlyMap<string, string>> {
  const states = new Map<string, string>();
  for (const stage of [...STAGES].reverse()) {
    await one.remove('all');
    await one.verb(`up --stage ${stage}`);
    const { stage: got, seen } = await one.observed();
    if (got !== stage) throw new Error(`team ${one.team} did not come up at ${stage}: ${seen}`);
    states.set(stage, seen);
  }
  return states;
}

/** Makes what there must be before the verb; returns since when the work is there. */
async function prepare(one: StruckTeam, { verb, before }: Target, line: string): Promise<number> {
  if (before === 'nothing') await one.remove('all');
  if (/^restore/.test(verb) && one.archives().length === 0) await one.verb('archive');
  const since = Date.now() - 1;
  if (before !== 'nothing') await one.doWork(line);
  if (before === 'work') await one.remove('objects');
  return since;
}

interface Expected {
  readonly stages: readonly string[];
  readonly undisturbed: ReadonlyMap<string, string>;
  /** Nothing may be left of the team, so that `up` must be told the stage. */
  readonly again: boolean;
}

/** Types `up` once and tells what is not as it should be. */
async function putRight(
  one: StruckTeam,
  { stages, undisturbed, again }: Expected,
): Promise<string[]> {
  const { code, stdout, stderr } = await one.verb(again ? `up --stage ${stages[0]}` : 'up');
  const faults = code === 0 && stderr === '' ? [] : [`up: ${code}: ${stderr}${stdout}`];
  const { stage, seen } = await one.observed();
  if (!stages.includes(stage)) faults.push(`at stage ${stage}, not ${stages.join(' or ')}`);
  const wanted = undisturbed.get(stage);
  if (seen !== wanted) faults.push(`seen:   ${seen}`, `wanted: ${wanted}`);
  faults.push(...(await one.stray()).map((left) => `left behind: ${left}`));
  return faults;
}

/** One loss must not be counted with the strikes that follow. */
async function startOver(one: StruckTeam): Promise<void> {
  await one.remove('all');
  await one.verb(`up --stage ${STAGES[0]}`);
}
