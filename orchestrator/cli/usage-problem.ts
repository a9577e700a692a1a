import type { CommanderError } from 'commander';
import { type LabError, labError } from '../base/lab-error.ts';

/** Turns the argument parser's English complaint into a problem that i18n can tell. */
export function usageProblem(error: CommanderError): LabError {
  const [, quoted = ''] = /'([^']*)'/.exec(error.message) ?? [];
  const [, nearest] = /Did you mean (?:one of )?([^?]+)\?/.exec(error.message) ?? [];
  switch (error.code) {
    case 'commander.unknownCommand':
      return labError('command-unknown', { found: quoted, nearest });
    case 'commander.unknownOption':
      return labError('option-unknown', { found: quoted, nearest });
    case 'commander.optionMissingArgument':
      return labError('option-value-missing', { option: quoted });
    case 'commander.missingArgument':
      return labError('argument-missing', { argument: quoted });
    case 'commander.excessArguments':
      return labError('arguments-too-many', { found: error.message.replace(/^error: /, '') });
    default:
      throw error;
  }
}
