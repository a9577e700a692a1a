import type { Language } from '../../i18n/catalogue.ts';
import { catalogue } from '../../i18n/language.ts';
import type { ClassStatus, WatchedTeam } from '../../model/status/class-status.ts';
import { textTable } from '../text-table.ts';
import { CHANGED, countsSessions, gridColumns, NOTHING, secondsBetween } from './grid-columns.ts';

/** The class at a glance: a row a team, and below it what a teacher may want to tell one of them. */
export function classGrid({ teams }: ClassStatus, now: Date, language: Language): string {
  const { phrases } = catalogue(language);
  if (teams.length === 0) return phrases.noTeams;
  const columns = gridColumns(language, countsSessions(teams));
  const grid = textTable(
    columns.map(({ heading }) => heading),
    teams.map((team) => columns.map(({ cell }) => cell(team, now))),
  );
  const outdated = teams.some(({ check, mark }) => check?.changedSince || mark?.changedSince);
  return [
    grid,
    ...(outdated ? [`  ${CHANGED} ${phrases.status.changedSince}`] : []),
    ...teams.flatMap((team) => notReadLines(team, now, language)),
  ].join('\n');
}

/** A sentence for each file that Asterisk has yet to read. */
export function notReadLines(
  { team, notReloaded }: WatchedTeam,
  now: Date,
  language: Language,
): readonly string[] {
  const { status } = catalogue(language).phrases;
  return notReloaded.map(({ file, saved }) => {
    const ago = status.ago(status.age(secondsBetween(saved, now)));
    return status.notRead({ team, file, ago });
  });
}

/** What has changed from one look to the next, a line a team: `team 3: calls 0 → 1`. */
export function changeLines(
  before: ClassStatus,
  after: ClassStatus,
  now: Date,
  language: Language,
): readonly string[] {
  const { status } = catalogue(language).phrases;
  const time = now.toTimeString().slice(0, 8);
  const all = [...before.teams, ...after.teams];
  const numbers = [...new Set(all.map(({ team }) => team))].sort();
  const columns = gridColumns(language, countsSessions(all)).slice(1);
  return numbers.flatMap((number) => {
    const [old, fresh] = [before, after].map(({ teams }) =>
      teams.find(({ team }) => team === number),
    );
    const cells = columns.flatMap(({ heading, cell }) => {
      // Time that has gone by is no change: both are told as of now.
      const [was, is] = [old, fresh].map((team) =>
        team === undefined ? NOTHING : cell(team, now),
      );
      return was === is ? [] : [`${heading} ${was} → ${is}`];
    });
    return cells.length === 0 ? [] : [`${time}  ${status.change(number, cells.join(', '))}`];
  });
}
