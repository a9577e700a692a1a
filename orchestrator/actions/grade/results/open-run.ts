import { join } from 'node:path';
import {
  openResultRun,
  type ResultRun,
  resultsFolder,
} from '../../../adapters/files/results/result-run.ts';
import type { Workbench } from '../../workbench.ts';

/** Opens the folder of a new run. Its name begins with its time, so that the latest sorts last. */
export function openRun({ clock, surroundings }: Workbench): Promise<ResultRun> {
  const time = clock.date().toISOString().replace(/[:.]/g, '').replace('T', '-').slice(0, 17);
  const { pid } = surroundings.identity();
  return openResultRun(join(resultsFolder(surroundings.stateFolder), `${time}-${pid}`));
}
