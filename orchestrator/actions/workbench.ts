import type { TeamWork } from '../adapters/pbx/work.ts';
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
  /**
   * Asks the person to agree; a no is a `declined` error. With --yes nothing is asked. Without a
   * terminal there is nobody to ask: what destroys something is declined, the rest goes on.
   */
  readonly agree: (question: Question) => Promise<void>;
}

/** All that is needed to read what the tool comes with: labs, templates, images, scripts. */
export interface Installed {
  readonly surroundings: Pick<Surroundings, 'installFolder'>;
}

/** Something that a verb doesn't do without being told to. */
export type Question =
  | { readonly about: 'packages'; readonly names: readonly string[] }
  | { readonly about: 'purge'; readonly teams: readonly number[] }
  | { readonly about: 'reset'; readonly teams: readonly ResetTeam[] }
  | { readonly about: 'engine-purge'; readonly folder: string };

/** What a team is to be made anew as: as a stage begins, or with the work of an archive or a folder. */
export type RenewedAs =
  | { readonly stage: string }
  | { readonly archive: string }
  | { readonly folder: string };

/** A team that would be made anew; how much work it has is unknown while its PBX doesn't run. */
export interface ResetTeam {
  readonly team: number;
  readonly becomes: RenewedAs;
  readonly work: TeamWork | null;
}
