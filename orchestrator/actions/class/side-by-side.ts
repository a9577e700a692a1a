import { failureOf } from '../../base/lab-error.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import type { Workbench } from '../workbench.ts';

/** What became of one team, in `ms`: what the verb has to say of it, or the error that kept it from it. */
export type Outcome<T extends object> = { readonly team: TeamNumber; readonly ms: number } & (
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly error: unknown }
);

/** How a verb works on one team, or on what there is for it, and whether what came of it is as it should be. */
export interface TeamVerb<T extends object, Given = TeamNumber> {
  readonly work: (given: Given) => Promise<T>;
  readonly isWell?: (value: T) => boolean;
}

interface ForTeam {
  readonly team: TeamNumber;
}

/**
 * Works on teams side by side and tells the end of each as it comes. One team's trouble is its own
 * outcome and stops no other.
 */
export function sideBySide<T extends object>(
  bench: Workbench,
  teams: readonly TeamNumber[],
  { work, ...verb }: TeamVerb<T>,
): Promise<readonly Outcome<T>[]> {
  const given = teams.map((team) => ({ team }));
  return eachSideBySide(bench, given, { ...verb, work: ({ team }) => work(team) });
}

/** The same, where there is something for each team: its archive, its folder. */
export async function eachSideBySide<T extends object, Given extends ForTeam>(
  { emit, clock, signal }: Workbench,
  all: readonly Given[],
  { work, isWell = () => true }: TeamVerb<T, Given>,
): Promise<readonly Outcome<T>[]> {
  const outcomes = all.map(async (given): Promise<Outcome<T>> => {
    const { team } = given;
    const began = clock.now();
    const end = (well: boolean, error: ReturnType<typeof failureOf> | null) => {
      const ms = clock.now() - began;
      // Ctrl-C is nobody's trouble: what it cut short has not ended.
      if (!signal.aborted) emit({ type: 'team-ended', team, well, ms, error });
      return { team, ms };
    };
    try {
      const value = await work(given);
      return { ...end(isWell(value), null), ok: true, ...value };
    } catch (error) {
      return { ...end(false, failureOf(error)), ok: false, error };
    }
  });
  const ended = await Promise.all(outcomes);
  // It is told as what it is, once, not as each team's failure.
  if (ended.some(({ ok }) => !ok)) signal.throwIfAborted();
  return ended;
}
