import type { Verdict } from '../model/marking/verdict.ts';
import type { Probes } from './probes.ts';

/** A check: what it needs, which phones it takes for itself, and how it finds out. */
export interface Check {
  readonly id: string;
  /** Checks without which this one can't be judged; it waits for them. */
  readonly needs: readonly string[];
  /** Checks that it comes after, however they come out. */
  readonly follows?: readonly string[] | undefined;
  /** The extensions whose phones it uses: no other check has them meanwhile. */
  readonly lines: readonly string[];
  /** The positive checks without which this negative one proves nothing; looked at afterwards. */
  readonly controls?: readonly Control[] | undefined;
  /** Extensions that are fit for use only when this check finds them so. */
  readonly vouchesFor?: readonly string[] | undefined;
  readonly find: (probes: Probes, unfit: ReadonlySet<string>) => Promise<Finding>;
}

/** A positive check, and how well it must have come out at least. */
export interface Control {
  readonly check: string;
  readonly least: 'pass' | 'partial';
}

/** What a check found. */
export interface Finding {
  readonly verdict: Verdict;
  readonly evidence: unknown;
  /** Milliseconds that no haste can spare. */
  readonly inherentMs: number;
  /** Extensions whose phones are of no use to checks that need this one. */
  readonly unfit: readonly string[];
}

/** The parts of a check: a probe that touches the lab, and a pure judge of what it saw. */
export interface CheckParts<E> extends Omit<Check, 'find'> {
  /** `unfit`: extensions that were found to be of no use before. */
  readonly probe: (probes: Probes, unfit: ReadonlySet<string>) => Promise<E>;
  readonly judge: (evidence: E) => Verdict;
  readonly inherent?: (evidence: E) => number;
  readonly unfit?: (evidence: E) => readonly string[];
}

/** Makes a check of its parts. */
export function check<E>({ probe, judge, inherent, unfit, ...rest }: CheckParts<E>): Check {
  return {
    ...rest,
    find: async (probes, known) => {
      const evidence = await probe(probes, known);
      return {
        verdict: judge(evidence),
        evidence,
        inherentMs: inherent?.(evidence) ?? 0,
        unfit: unfit?.(evidence) ?? [],
      };
    },
  };
}
