import { rm } from 'node:fs/promises';
import { type BenchLab, TEAM } from '../bench-lab.ts';
import { labProcess } from '../lab-process.ts';
import { type Contestant, timed } from '../rounds.ts';

/** `lab reset` from Enter to its end. The archives that it makes of nobody's work are removed. */
export function labReset(lab: BenchLab, signal: AbortSignal): Contestant {
  return {
    name: 'lab reset',
    clear: async () => undefined,
    run: async () => {
      let said = '';
      const words = ['reset', '--team', String(TEAM), '--yes', '--json'];
      const ms = await timed(async () => {
        said = await labProcess(lab, words, { signal });
      });
      const { teams } = JSON.parse(said) as {
        readonly teams: readonly { readonly archive?: string | null }[];
      };
      for (const { archive } of teams) if (archive) await rm(archive, { force: true });
      return { reset: ms };
    },
  };
}
