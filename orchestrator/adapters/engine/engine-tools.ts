import type { Clock } from '../../base/clock.ts';

/** What the embedded engine is given to work with: time, and the machine's commands. */
export interface EngineTools {
  readonly clock: Clock;
  readonly shell: EngineShell;
  /** How long a daemon that lives may stay silent before it is replaced. Milliseconds. */
  readonly patience?: number;
}

/** The part of the shell that the engine uses. */
export interface EngineShell {
  readonly run: (
    command: string,
    args: readonly string[],
    options?: {
      readonly within?: number;
      readonly mayFail?: boolean;
      readonly env?: Readonly<Record<string, string | undefined>>;
      readonly onLine?: (line: string) => void;
    },
  ) => Promise<{ readonly status: number; readonly stdout: string; readonly stderr: string }>;
  readonly hold: (
    command: string,
    args: readonly string[],
    options: { readonly within: number },
  ) => Promise<AsyncDisposable>;
  readonly launch: (
    command: string,
    args: readonly string[],
    options: { readonly log: string },
  ) => Promise<{ readonly pid: number; readonly exited: () => boolean }>;
}
