import { join } from 'node:path';
import {
  openResultRun,
  type ResultRun,
  resultsFolder,
} from '../../../adapters/files/results/result-run.ts';
import type { Workbench } from '../../workbench.ts';

/** Marks are what `report` and `regrade` find; a self-test's are nobody's. */
export type RunKind = 'marks' | 'selftest';

/** Opens the folder of a new run. Its name begins with its time, so that the latest sorts last. */
export function openRun({ clock, surroundings }: Workbench, kind: RunKind): Promise<ResultRun> {
  const time = clock.date().toISOString().replace(/[:.]/g, '').replace('T', '-').slice(0, 17);
  const { pid } = surroundings.identity();
  const { stateFolder } = surroundings;
  const runs = kind === 'marks' ? resultsFolder(stateFolder) : join(stateFolder, 'selftest');
  return openResultRun(join(runs, `${time}-${pid}`), clock);
}
