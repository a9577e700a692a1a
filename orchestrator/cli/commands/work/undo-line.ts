import type { OptionName } from '../../../i18n/typed-names.ts';
import type { Session } from '../../session.ts';

/** What of the words of a command the one that undoes it needs as well. */
const KEPT = ['engine', 'lab', 'base'] as const satisfies readonly OptionName[];

/** The command that gives these teams their work back: `lab undo --team 3`. */
function undoLine({ options }: Session, teams: readonly number[]): string {
  const words = KEPT.flatMap((name) => {
    const value = options[name];
    return value === undefined ? [] : [`--${name}`, quoted(value)];
  });
  return ['lab', 'undo', '--team', teams.join(','), ...words].join(' ');
}

/** Tells how to have the work back that a command put away, where it did. */
export function tellUndo(session: Session, teams: readonly number[]): void {
  if (teams.length === 0 || session.console.json) return;
  session.console.print(session.console.phrases.work.undo(undoLine(session, teams)));
}

/** A word as it is typed in a shell. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
