import type { CommanderError } from 'commander';
import { type LabError, labError } from '../base/lab-error.ts';

/**
 * Turns the argument parser's English complaint into a problem that i18n can tell; what is no
 * complaint (help was shown) comes back as it is. `group` is what stood before the word: `images `.
 */
export function usageProblem(error: CommanderError, group: string): LabError | CommanderError {
  const [, quoted = ''] = /'([^']*)'/.exec(error.message) ?? [];
  const [, nearest] = /Did you mean (?:one of )?([^?,]+)/.exec(error.message) ?? [];
  switch (error.code) {
    case 'commander.unknownCommand':
      return labError('command-unknown', {
        found: `${group}${quoted}`,
        nearest: nearest === undefined ? undefined : `${group}${nearest}`,
      });
    case 'commander.unknownOption':
      return labError('option-unknown', { found: quoted, nearest });
    case 'commander.optionMissingArgument':
      return labError('option-value-missing', { option: quoted });
    case 'commander.missingArgument':
      return labError('argument-missing', { argument: quoted });
    default:
      return error;
  }
}
