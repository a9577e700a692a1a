import { failureOf } from '../../base/lab-error.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import type { Workbench } from '../workbench.ts';

/** What became of one team, in `ms`: what the verb has to say of it, or the error that kept it from it. */
export type Outcome<T extends object> = { readonly team: TeamNumber; readonly ms: number } & (
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly error: unknown }
);

/** How a verb works on one team, and whether what came of it is as it should be. */
export interface TeamVerb<T extends object> {
  readonly work: (team: TeamNumber) => Promise<T>;
  readonly isWell?: (value: T) => boolean;
}

/**
 * Works on teams side by side and tells the end of each as it comes. One team's trouble is its own
 * outcome and stops no other.
 */
export async function sideBySide<T extends object>(
  { emit, clock, signal }: Workbench,
  teams: readonly TeamNumber[],
  { work, isWell = () => true }: TeamVerb<T>,
): Promise<readonly Outcome<T>[]> {
  const outcomes = teams.map(async (team): Promise<Outcome<T>> => {
    const began = clock.now();
    const end = (well: boolean, error: ReturnType<typeof failureOf> | null) => {
      const ms = clock.now() - began;
      // Ctrl-C is nobody's trouble: what it cut short has not ended.
      if (!signal.aborted) emit({ type: 'team-ended', team, well, ms, error });
      return { team, ms };
    };
    try {
      const value = await work(team);
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
