import { join } from 'node:path';
import { systemClock } from '../../orchestrator/base/clock.ts';
import { type BenchLab, CALL_MS, INSTALL_FOLDER } from '../bench-lab.ts';
import { floorOrder } from '../floor-order.ts';
import type { Contestant } from '../rounds.ts';

/** Bringing a team up with no logic: bench/floor.ts, a program of its own as `lab` is one. */
export function floorUp(lab: BenchLab, signal: AbortSignal): Contestant {
  const { endpoint, decision, clear, shell } = lab;
  const input = JSON.stringify(floorOrder(endpoint, decision, CALL_MS));
  return {
    name: 'floor',
    clear,
    run: async () => {
      const figures: Record<string, number> = {};
      const started = systemClock.now();
      const onLine = (point: string) => {
        figures[`floor: ${point}`] = systemClock.now() - started;
      };
      const program = join(INSTALL_FOLDER, 'dist', 'floor.js');
      await shell.run(process.execPath, [program], { input, onLine, signal, within: 2 * CALL_MS });
      return figures;
    },
  };
}
