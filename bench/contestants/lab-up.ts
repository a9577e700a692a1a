import { systemClock } from '../../orchestrator/base/clock.ts';
import type { Phase } from '../../orchestrator/base/event.ts';
import { catalogue } from '../../orchestrator/i18n/language.ts';
import { type BenchLab, TEAM } from '../bench-lab.ts';
import { labProcess } from '../lab-process.ts';
import type { Contestant } from '../rounds.ts';

const { phrases } = catalogue('en');

/** The points of `up` that are timed, each at the end of a phase. */
const POINTS = { objects: 'up: started', boot: 'up: booted', phones: 'up: registered' } as const;

/**
 * `lab up` from Enter to the lines on the screen that tell of each phase's end: what a person waits
 * for, start of Node.js included. It then goes on to prove calls; that is a figure of its own.
 */
export function labUp(lab: BenchLab, signal: AbortSignal): Contestant {
  return {
    name: 'lab up',
    clear: lab.clear,
    run: async () => {
      const figures: Record<string, number> = {};
      const started = systemClock.now();
      const onLine = (line: string) => {
        for (const [phase, figure] of Object.entries(POINTS)) {
          if (line.startsWith(endOf(phase as Phase))) figures[figure] = systemClock.now() - started;
        }
      };
      const words = ['up', '--team', String(TEAM), '--base', lab.base, '--yes', '--json'];
      const said = await labProcess(lab, words, { onLine, signal });
      figures['up: proven'] = systemClock.now() - started;
      for (const figure of Object.values(POINTS)) {
        if (figures[figure] === undefined) throw new Error(`no end of "${figure}" in:\n${said}`);
      }
      return figures;
    },
  };
}

function endOf(phase: Phase): string {
  return `${phrases.progress(phrases.team(TEAM), phrases.phase[phase])} `;
}
