import type { DialPlan, PlanEntry } from './dial-plan.ts';
import { bySpecificity, takesNumber } from './pattern.ts';

/** The line that takes a number at one priority, and the contexts through which it was found. */
export interface FoundEntry {
  readonly entry: PlanEntry;
  readonly through: readonly string[];
}

/**
 * Looks up a number as Asterisk does: the context's own extensions, the number itself before
 * patterns and narrow patterns before wide ones, then what it includes, in order. An extension that
 * has not this priority leaves the number to the next one.
 */
export function findEntry(
  plan: DialPlan,
  where: { readonly context: string; readonly number: string; readonly priority: number },
  through: readonly string[] = [],
  searched: Set<string> = new Set(),
): FoundEntry | null {
  const { context, number, priority } = where;
  const found = plan.contexts.find(({ name }) => name === context);
  if (found === undefined || searched.has(context)) return null;
  searched.add(context);
  const way = [...through, context];
  const [entry] = found.entries
    .filter((one) => one.priority === priority && takesNumber(one.extension, number))
    .toSorted((a, b) => bySpecificity(a.extension, b.extension));
  if (entry !== undefined) return { entry, through: way };
  for (const { target } of found.includes) {
    const below = findEntry(plan, { ...where, context: target }, way, searched);
    if (below !== null) return below;
  }
  return null;
}

/** Every line that a context has, those of what it includes after its own. */
export function entriesOf(
  plan: DialPlan,
  context: string,
  searched: Set<string> = new Set(),
): readonly PlanEntry[] {
  const found = plan.contexts.find(({ name }) => name === context);
  if (found === undefined || searched.has(context)) return [];
  searched.add(context);
  const inner = found.includes.flatMap(({ target }) => entriesOf(plan, target, searched));
  return [...found.entries, ...inner];
}
