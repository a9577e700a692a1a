import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import { memoryBytes } from '../memory.ts';
import type { Judged } from './judged.ts';

/** Asterisk 16 alone was seen to use 36 MiB and 28 threads; students open consoles beside it. */
const LEAST = {
  pbx: { memory: '64M', pids: 120 },
  softphone: { memory: '16M', pids: 16 },
} as const;

/** Limits under which a container would not work. */
export function limitProblems({ parts, text }: Judged): readonly Diagnostic[] {
  return parts.limits.flatMap(({ part, memory, pids }) => {
    const least = LEAST[part];
    const tooSmall = [
      memory !== undefined && memoryBytes(memory.value) < memoryBytes(least.memory)
        ? [{ ...memory, least: least.memory }]
        : [],
      pids !== undefined && pids.value < least.pids ? [{ ...pids, least: least.pids }] : [],
    ].flat();
    return tooSmall.map(({ value, path, least: enough }) =>
      diagnostic(text.valueAt(path), 'lab-limit-too-small', {
        key: path.join('.'),
        found: String(value),
        least: String(enough),
      }),
    );
  });
}
