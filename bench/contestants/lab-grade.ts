import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BenchLab, TEAM } from '../bench-lab.ts';
import { labProcess } from '../lab-process.ts';
import { type Contestant, timed } from '../rounds.ts';

/** What is read of `lab-result/1`. */
interface Result {
  readonly results: readonly { readonly points?: number; readonly criticalPathMs?: number }[];
}

/** The gradings that are measured; `clear` removes what they grade. */
export interface Gradings {
  readonly contestants: readonly Contestant[];
  readonly clear: () => Promise<void>;
}

/** `lab grade` of the solution, handed in by one team and by eight at once. */
export async function labGrades(lab: BenchLab, signal: AbortSignal): Promise<Gradings> {
  const folder = await mkdtemp(join(tmpdir(), 'lab-bench-'));
  const grade = async (name: string, teams: string, jobs: number) => {
    const out = join(folder, name);
    await labProcess(lab, ['render', '--team', teams, '--out', out]);
    return async () => {
      const words = ['grade', '--submissions', out, '--jobs', String(jobs), '--json'];
      const said = await labProcess(lab, [...words, '--base', lab.base], {
        // Nobody has handed in a capture: some points are missing.
        ...{ signal, mayFail: true },
      });
      const { results } = JSON.parse(said) as Result;
      if (results.length < jobs || results.some(({ points }) => points === undefined)) {
        throw new Error(`not every hand-in was graded:\n${said.slice(0, 2000)}`);
      }
      return Math.max(...results.map(({ criticalPathMs = 0 }) => criticalPathMs));
    };
  };
  const one = await grade('one', String(TEAM), 1);
  const eight = await grade('eight', '1-8', 8);
  const contestant = (name: string, run: Contestant['run']): Contestant => {
    return { name, clear: async () => undefined, run };
  };
  return {
    contestants: [
      contestant('lab grade', async () => {
        let critical = 0;
        const ms = await timed(async () => {
          critical = await one();
        });
        return { grade: ms, 'grade: critical path': critical };
      }),
      contestant('lab grade, eight', async () => ({ 'grade: eight': await timed(eight) })),
    ],
    clear: () => rm(folder, { recursive: true, force: true }),
  };
}
