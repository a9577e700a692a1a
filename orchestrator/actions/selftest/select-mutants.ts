import { labError } from '../../base/lab-error.ts';
import { nearest } from '../../model/definition/nearest.ts';
import type { Scale } from '../../model/marking/scale.ts';
import { scaleChecks } from '../../model/marking/scale.ts';
import type { Mutant } from '../../model/mutants/mutant.ts';

/** The solution, and nothing at all. */
const ALWAYS: readonly string[] = ['reference', 'W01'];

/** How many valid labs the quick form has at most. */
const QUICK_VALID = 6;

/** Those that were named: `W41,V01`. An unknown one is a `mutant-unknown` error. */
export function namedMutants(mutants: readonly Mutant[], only: string): readonly Mutant[] {
  const known = mutants.map(({ id }) => id);
  const asked = only.split(',').map((word) => word.trim());
  const found = asked.find((word) => !known.includes(word));
  if (found !== undefined)
    throw labError('mutant-unknown', { found, known, nearest: nearest(found, known) });
  return mutants.filter(({ id }) => asked.includes(id));
}

/** A few labs in which every check passes somewhere, and fails somewhere where it can. */
export function quickMutants(mutants: readonly Mutant[], scale: Scale): readonly Mutant[] {
  const checks = scaleChecks(scale);
  const chosen = new Set(ALWAYS);
  for (const { selftest } of checks) {
    const wrong = selftest.fails.filter((id) => isWrong(mutants, id));
    if (!wrong.some((id) => chosen.has(id))) for (const id of wrong.slice(0, 1)) chosen.add(id);
  }
  const valid = mutants.filter(({ id, expect }) => expect === null && !chosen.has(id));
  // Those that the most checks are to be tried on come first.
  const named = (id: string) =>
    checks.filter(({ selftest }) => selftest.passes.includes(id)).length;
  const ranked = valid.toSorted((a, b) => named(b.id) - named(a.id));
  for (const { id } of ranked.slice(0, QUICK_VALID)) chosen.add(id);
  return mutants.filter(({ id }) => chosen.has(id));
}

function isWrong(mutants: readonly Mutant[], id: string): boolean {
  return mutants.some((mutant) => mutant.id === id && mutant.expect !== null);
}
