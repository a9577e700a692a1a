import { type BenchLab, TEAM } from '../bench-lab.ts';
import { labProcess } from '../lab-process.ts';
import { type Contestant, timed } from '../rounds.ts';

/** What is read of `lab-check/1`. */
interface CheckReport {
  readonly teams: readonly { readonly team: number; readonly criticalPathMs?: number }[];
}

/** `lab check` from Enter to its end, beside the critical path that the same run tells. */
export function labCheck(lab: BenchLab, signal: AbortSignal): Contestant {
  return {
    name: 'lab check',
    clear: async () => undefined,
    run: async () => {
      let said = '';
      const words = ['check', '--team', String(TEAM), '--json'];
      const ms = await timed(async () => {
        said = await labProcess(lab, words, { signal });
      });
      const [own] = (JSON.parse(said) as CheckReport).teams;
      if (own?.criticalPathMs === undefined) throw new Error(`no critical path in:\n${said}`);
      return { check: ms, 'check: critical path': own.criticalPathMs };
    },
  };
}

/** `lab check --quick` from Enter to its end. */
export function labQuickCheck(lab: BenchLab, signal: AbortSignal): Contestant {
  return {
    name: 'lab check --quick',
    clear: async () => undefined,
    run: async () => {
      const words = ['check', '--quick', '--team', String(TEAM), '--json'];
      return { 'check --quick': await timed(() => labProcess(lab, words, { signal })) };
    },
  };
}
