import type { Cell } from './judge-lab.ts';

/** How often a check came out how, where it must pass and where it must fail. */
export interface Confusion {
  readonly check: string;
  readonly rightlyPassed: number;
  readonly wronglyFailed: number;
  readonly rightlyFailed: number;
  readonly wronglyPassed: number;
  /** Failed or was left out as a consequence of a root; carried: it was judged all the same. */
  readonly consequences: number;
  readonly carried: number;
}

/** The confusion matrix, a row a check. */
export function confusion(
  labs: readonly { readonly cells: readonly Cell[] }[],
): readonly Confusion[] {
  const all = labs.flatMap(({ cells }) => cells);
  const checks = [...new Set(all.map(({ check }) => check))];
  return checks.map((check) => {
    const own = all.filter((cell) => cell.check === check);
    const count = (holds: (cell: Cell) => boolean) => own.filter(holds).length;
    const dependent = ({ expected }: Cell) => expected === 'consequence' || expected === 'open';
    return {
      check,
      rightlyPassed: count(({ expected, right }) => expected === 'pass' && right),
      wronglyFailed: count(({ expected, right }) => expected === 'pass' && !right),
      rightlyFailed: count(({ expected, right }) => expected === 'root' && right),
      wronglyPassed: count(({ expected, right }) => expected === 'root' && !right),
      consequences: count((cell) => dependent(cell) && cell.found !== 'pass'),
      carried: count((cell) => dependent(cell) && cell.found === 'pass'),
    };
  });
}
