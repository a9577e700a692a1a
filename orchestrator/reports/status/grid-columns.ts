import type { Language } from '../../i18n/catalogue.ts';
import { catalogue } from '../../i18n/language.ts';
import type { WatchedTeam } from '../../model/status/class-status.ts';

/** One column of the class grid. */
export interface GridColumn {
  readonly heading: string;
  readonly cell: (team: WatchedTeam, now: Date) => string;
}

/** What could not be told, or is not there. */
export const NOTHING = '–';
/** Behind what was told of files that have changed since. */
export const CHANGED = '*';

/** The columns of the grid; that of sessions only where somebody counts them. */
export function gridColumns(language: Language, counted: boolean): readonly GridColumn[] {
  const { status } = catalogue(language).phrases;
  const { heading } = status;
  const age = (at: string, now: Date) => status.age(secondsBetween(at, now));
  const sign = ({ changedSince }: { readonly changedSince: boolean }) =>
    changedSince ? CHANGED : '';
  const sessions: GridColumn = {
    heading: heading.sessions,
    cell: ({ sessions: count }) => String(count ?? NOTHING),
  };
  return [
    { heading: heading.team, cell: ({ team }) => String(team) },
    { heading: heading.engine, cell: ({ objects: { found, expected } }) => `${found}/${expected}` },
    { heading: heading.pbx, cell: ({ pbx }) => status.pbx[pbx.state] },
    { heading: heading.phones, cell: phonesCell },
    { heading: heading.calls, cell: ({ calls }) => String(calls ?? NOTHING) },
    { heading: heading.messages, cell: ({ messages }) => String(messages?.all ?? NOTHING) },
    {
      heading: heading.changed,
      cell: ({ changed }, now) => (changed === null ? NOTHING : age(changed, now)),
    },
    { heading: heading.notRead, cell: notReadCell },
    {
      heading: heading.check,
      cell: ({ check }, now) =>
        check === null
          ? NOTHING
          : `${check.passed}/${check.all}${sign(check)} ${age(check.at, now)}`,
    },
    {
      heading: heading.mark,
      cell: ({ mark }) =>
        mark === null ? NOTHING : `${status.mark(mark.points, mark.max)}${sign(mark)}`,
    },
    ...(counted ? [sessions] : []),
  ];
}

/** Whether anybody counts sessions. */
export function countsSessions(teams: readonly WatchedTeam[]): boolean {
  return teams.some(({ sessions }) => sessions !== null);
}

/** How long ago something was, by this machine's clock: never less than no time. */
export function secondsBetween(at: string, now: Date): number {
  return Math.max(0, (now.getTime() - new Date(at).getTime()) / 1000);
}

function phonesCell({ stations }: WatchedTeam): string {
  const lines = stations.flatMap((station) => station.lines);
  return `${lines.filter(({ registered }) => registered).length}/${lines.length}`;
}

/** Without `.conf`, which they all have: `users voicemail`. */
function notReadCell({ notReloaded }: WatchedTeam): string {
  if (notReloaded.length === 0) return NOTHING;
  return notReloaded.map(({ file }) => file.replace(/\.conf$/, '')).join(' ');
}
