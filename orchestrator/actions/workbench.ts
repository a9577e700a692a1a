import type { Shell } from '../adapters/shell/shell.ts';
import type { Clock } from '../base/clock.ts';
import type { Emit } from '../base/event.ts';
import type { Surroundings } from '../base/surroundings.ts';

/** What a verb works with; made once, in main.ts. */
export interface Workbench {
  readonly surroundings: Surroundings;
  readonly clock: Clock;
  readonly shell: Shell;
  readonly emit: Emit;
  /** Aborted by Ctrl-C: what runs is finished, nothing more is begun. */
  readonly signal: AbortSignal;
  /** Asks the person to agree; without a terminal, or with --yes, the answer is yes. */
  readonly agree: (question: Question) => Promise<boolean>;
}

/** Something that a verb doesn't do without being told to. */
export type Question =
  | { readonly about: 'packages'; readonly names: readonly string[] }
  | { readonly about: 'purge'; readonly teams: readonly number[] }
  | { readonly about: 'engine-purge'; readonly folder: string };
