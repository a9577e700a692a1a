import type { Workbench } from '../actions/workbench.ts';
import { labError } from '../base/lab-error.ts';
import type { Surroundings } from '../base/surroundings.ts';
import type { Language } from '../i18n/catalogue.ts';
import { isPrivateBase } from '../model/numbering/layout.ts';
import { ALL_TEAMS, type TeamNumber, teamNumbers } from '../model/numbering/team-number.ts';
import type { Console } from './console.ts';
import type { OptionValues } from './options.ts';

/** The person's end of the program: where keys come from and where words go. */
export interface Streams {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly errors: NodeJS.WriteStream;
}

/** What every command is handed, whatever it does. */
export interface Session {
  readonly streams: Streams;
  readonly surroundings: Surroundings;
  readonly console: Console;
  readonly language: Language;
  readonly options: OptionValues;
  readonly arguments: readonly string[];
  /** The prefix of names and labels; another one keeps tests away from a teacher's teams. */
  readonly prefix: string;
  /** Runs work with progress on the screen; the rows are for these teams. */
  readonly work: <T>(
    teams: readonly TeamNumber[],
    run: (bench: Workbench) => Promise<T>,
  ) => Promise<T>;
}

/** One verb: words in, exit status out — of what ran in a container, where the verb is that. */
export type Command = (session: Session) => Promise<number>;

/** The teams that were asked for; none is a `team-missing` error. */
export function askedTeams({ options }: Session): readonly TeamNumber[] {
  const teams = optionalTeams(options);
  if (teams === undefined) throw labError('team-missing', {});
  return teams;
}

/** The teams that were asked for, or undefined when nobody said. */
export function optionalTeams(options: OptionValues): readonly TeamNumber[] | undefined {
  if (options.all === true) return ALL_TEAMS;
  return options.team === undefined ? undefined : teamNumbers(options.team);
}

/** The one team that was asked for; several are a `team-one` error. */
export function oneTeam(session: Session): TeamNumber {
  const teams = askedTeams(session);
  const [team] = teams;
  if (team === undefined || teams.length > 1)
    throw labError('team-one', { found: teams.join(',') });
  return team;
}

/** The longest that anything may be asked to last. */
const LONGEST_H = 24;

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };

/** How long was asked for with --for, in ms; what is no such time is a `duration-wrong` error. */
export function askedDuration({ for: words }: OptionValues): number | undefined {
  if (words === undefined) return undefined;
  const [, number, unit = ''] = /^(\d{1,6})([smh])$/.exec(words) ?? [];
  const ms = Number(number) * (UNITS[unit] ?? 0);
  if (!(ms > 0 && ms <= LONGEST_H * 3_600_000)) {
    throw labError('duration-wrong', { option: '--for', found: words });
  }
  return ms;
}

/** The base that was asked for, checked: two bytes of a private network, or `base-wrong`. */
export function askedBase({ base }: OptionValues): string | undefined {
  if (base !== undefined && !isPrivateBase(base)) throw labError('base-wrong', { found: base });
  return base;
}
