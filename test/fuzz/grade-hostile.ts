import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CommandResult } from '../docker/lab-command.ts';
import type { HostileHandIn } from './hostile-hand-in.ts';

/** What became of one hostile hand-in: a mark with its verdicts, or the code of its error. */
export interface Fate {
  readonly name: string;
  readonly ms: number;
  readonly points: number | null;
  /** How many checks came out in each way; empty where there is an error. */
  readonly verdicts: Readonly<Record<string, number>>;
  readonly error: string | null;
}

/** What one run of the grader over several hand-ins came to. */
export interface HostileRun {
  readonly code: number;
  readonly ms: number;
  readonly fates: readonly Fate[];
  readonly stderr: string;
}

interface Result {
  readonly submission: string;
  readonly ms?: number;
  readonly points?: number | null;
  readonly checks?: readonly { readonly verdict: string }[];
  readonly error?: {
    readonly problems?: readonly { readonly code: string }[];
    readonly code?: string;
  };
}

/** Hands in and grades: `lab` runs the built command line with these words. */
export async function gradeHostile(
  handIns: readonly HostileHandIn[],
  lab: (words: readonly string[]) => Promise<CommandResult>,
): Promise<HostileRun> {
  const folder = mkdtempSync(join(tmpdir(), 'lab-hostile-'));
  try {
    for (const { name, files } of handIns) {
      for (const [path, content] of Object.entries(files)) {
        const file = join(folder, name, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
      }
    }
    const began = performance.now();
    const { code, stdout, stderr } = await lab([
      'grade',
      '--team',
      '3',
      '--submissions',
      folder,
      '--json',
    ]);
    const ms = performance.now() - began;
    return { code, ms, fates: fatesIn(stdout), stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fatesIn(stdout: string): readonly Fate[] {
  const { results } = JSON.parse(stdout) as { results: readonly Result[] };
  return results.map(({ submission, ms = 0, points = null, checks = [], error }) => {
    const verdicts: Record<string, number> = {};
    for (const { verdict } of checks) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
    return { name: submission, ms, points, verdicts, error: error ? JSON.stringify(error) : null };
  });
}
