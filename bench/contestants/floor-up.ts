import { join } from 'node:path';
import type { TeamDecision } from '../../orchestrator/actions/up/decide-team.ts';
import { systemClock } from '../../orchestrator/base/clock.ts';
import { type BenchLab, CALL_MS, INSTALL_FOLDER } from '../bench-lab.ts';
import { floorOrder } from '../floor-order.ts';
import type { Contestant } from '../rounds.ts';

/** Bringing teams up with no logic: bench/floor.ts, a program of its own as `lab` is one. */
export function floorUp(
  { endpoint, clear, shell }: BenchLab,
  decisions: readonly TeamDecision[],
  { name, signal }: { readonly name: string; readonly signal: AbortSignal },
): Contestant {
  const input = JSON.stringify(floorOrder(endpoint, decisions, CALL_MS));
  return {
    name,
    clear,
    run: async () => {
      const figures: Record<string, number> = {};
      const started = systemClock.now();
      const onLine = (point: string) => {
        figures[`${name}: ${point}`] = systemClock.now() - started;
      };
      const program = join(INSTALL_FOLDER, 'dist', 'floor.js');
      await shell.run(process.execPath, [program], { input, onLine, signal, within: 2 * CALL_MS });
      return figures;
    },
  };
}
