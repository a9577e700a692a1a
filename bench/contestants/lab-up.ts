import { systemClock } from '../../orchestrator/base/clock.ts';
import { catalogue } from '../../orchestrator/i18n/language.ts';
import { type BenchLab, TEAM } from '../bench-lab.ts';
import { labProcess } from '../lab-process.ts';
import type { Contestant } from '../rounds.ts';

const { phrases } = catalogue('en');

/**
 * `lab up` from Enter to the lines on the screen that tell how far it is: what a person waits for,
 * start of Node.js included. It then goes on to check the lab; that is a figure of its own.
 */
export function labUp(lab: BenchLab, signal: AbortSignal): Contestant {
  const registrations = lab.decision.plan.contexts.map(({ name }) => ` register.${name} `);
  const points: Readonly<Record<string, readonly string[]>> = {
    'up: started': [endOf('objects')],
    'up: booted': [endOf('boot')],
    'up: registered': registrations,
  };
  return {
    name: 'lab up',
    clear: lab.clear,
    run: async () => {
      const started = systemClock.now();
      const seen: { readonly line: string; readonly at: number }[] = [];
      const onLine = (line: string) => void seen.push({ line, at: systemClock.now() - started });
      const words = ['up', '--team', String(TEAM), '--base', lab.base, '--yes', '--json'];
      await labProcess(lab, words, { onLine, signal });
      const checked = systemClock.now() - started;
      const moment = (text: string) => seen.find(({ line }) => line.includes(text))?.at;
      const figures = Object.entries(points).map(([figure, texts]) => {
        const moments = texts.map(moment).filter((at) => at !== undefined);
        if (moments.length < texts.length) throw new Error(`up never said: ${texts.join(', ')}`);
        return [figure, Math.max(...moments)];
      });
      return { ...Object.fromEntries(figures), 'up: checked': checked };
    },
  };
}

function endOf(phase: 'objects' | 'boot'): string {
  return `${phrases.progress(phrases.team(TEAM), phrases.phase[phase])} `;
}
