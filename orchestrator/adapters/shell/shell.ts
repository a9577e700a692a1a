import type {
  CommandOptions,
  CommandOutcome,
  Environment,
  HoldOptions,
  LaunchedDaemon,
  LaunchOptions,
} from './command.ts';
import { holdCommand } from './hold-command.ts';
import { launchDaemon } from './launch-daemon.ts';
import { runCommand } from './run-command.ts';
import { systemPath } from './system-path.ts';

/** The commands of this machine: run one to its end, hold one while working, leave one behind. */
export interface Shell {
  readonly run: (
    command: string,
    args: readonly string[],
    options?: CommandOptions,
  ) => Promise<CommandOutcome>;
  readonly hold: (
    command: string,
    args: readonly string[],
    options: HoldOptions,
  ) => Promise<AsyncDisposable>;
  readonly launch: (
    command: string,
    args: readonly string[],
    options: LaunchOptions,
  ) => Promise<LaunchedDaemon>;
}

/** The shell with the variables given; the folders of system commands are always searched. */
export function shell(environment: Environment): Shell {
  const base = { ...environment, PATH: systemPath(environment.PATH) };
  const withBase = <T extends { readonly env?: Environment }>(options: T): T => ({
    ...options,
    env: { ...base, ...options.env },
  });
  return {
    run: (command, args, options = {}) => runCommand(command, args, withBase(options)),
    hold: (command, args, options) => holdCommand(command, args, withBase(options)),
    launch: (command, args, options) => launchDaemon(command, args, withBase(options)),
  };
}
