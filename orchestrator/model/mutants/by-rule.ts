import { seededRandom } from '../audio/seeded-random.ts';
import type { Texts } from './apply-edits.ts';
import type { Edit } from './mutant.ts';
import { OPERATORS } from './operators.ts';
import { linesOf } from './sections.ts';

/** A lab with one mistake that a rule has made. */
export interface RuleMutant {
  readonly id: string;
  readonly operator: string;
  readonly file: string;
  readonly edit: Edit;
  /** The first line that differs, from 1, as it was and as it is. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

/**
 * A number of mistakes drawn from all that the rules can make of some files, each once. Rules take
 * turns, so that one with many places doesn't crowd out the others. A seed draws the same again.
 */
export function mutantsByRule(texts: Texts, count: number, seed: number): readonly RuleMutant[] {
  const random = seededRandom(seed);
  const piles = OPERATORS.map((operator) => {
    const all = [...texts].flatMap(([file, text]) =>
      operator.apply(text).map((made) => ({ operator, file, made })),
    );
    return shuffled(all, random);
  });
  const seen = new Set<string>();
  const drawn: RuleMutant[] = [];
  while (drawn.length < count && piles.some(({ length }) => length > 0)) {
    for (const pile of piles) {
      const next = pile.pop();
      if (next === undefined || drawn.length >= count) continue;
      const { operator, file, made } = next;
      const edit: Edit =
        operator.encode === undefined
          ? { file, kind: 'content', content: made }
          : { file, kind: 'encode', encode: operator.encode };
      const key = JSON.stringify(edit);
      if (seen.has(key)) continue;
      seen.add(key);
      const id = `R${String(drawn.length + 1).padStart(3, '0')}`;
      const changed = difference(texts.get(file) ?? '', made);
      drawn.push({ id, operator: operator.name, file, edit, ...changed });
    }
  }
  return drawn;
}

function shuffled<T>(all: readonly T[], random: () => number): T[] {
  return all
    .map((one) => ({ one, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

function difference(before: string, after: string) {
  const [old, now] = [linesOf(before), linesOf(after)];
  const index = old.findIndex((line, at) => line !== now[at]);
  const at = index < 0 ? old.length : index;
  const shown = (line: string | undefined) => (line ?? '').trimEnd();
  return { line: at + 1, before: shown(old[at]), after: shown(now[at]) };
}
