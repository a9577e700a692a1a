import type { Cell, Found } from './judge-lab.ts';

/** A check of a lab that came out differently when the same lab was graded again. */
export interface Flake {
  readonly id: string;
  readonly check: string;
  readonly found: readonly Found[];
}

/** The checks of labs graded several times that did not always come out the same. */
export function flakesOf(
  labs: readonly { readonly id: string; readonly cells: readonly Cell[] }[],
): readonly Flake[] {
  const seen = new Map<string, { id: string; check: string; found: Found[] }>();
  for (const { id, cells } of labs) {
    for (const { check, found } of cells) {
      const key = `${id} ${check}`;
      const known = seen.get(key) ?? { id, check, found: [] };
      known.found.push(found);
      seen.set(key, known);
    }
  }
  return [...seen.values()].filter(({ found }) => new Set(found).size > 1);
}
