import type { Language } from '../../i18n/catalogue.ts';
import { catalogue } from '../../i18n/language.ts';
import type { WatchedTeam } from '../../model/status/class-status.ts';
import { teamReport } from '../status-report.ts';
import { notReadLines } from './class-grid.ts';
import { NOTHING, secondsBetween } from './grid-columns.ts';

/** One team in full: its addresses and lines, then what its students are at. */
export function teamPage(team: WatchedTeam, now: Date, language: Language): string {
  const facts = teamFacts(team, now, language);
  const width = Math.max(...facts.map(([name]) => name.length));
  return [
    teamReport(team, language),
    ...facts.map(([name, said]) => `  ${name.padEnd(width)}  ${said}`),
    ...notReadLines(team, now, language),
  ].join('\n');
}

function teamFacts(
  { team, objects, calls, messages, changed, check, mark, sessions }: WatchedTeam,
  now: Date,
  language: Language,
): readonly (readonly [string, string])[] {
  const { status } = catalogue(language).phrases;
  const { facts } = status;
  const ago = (at: string) => status.ago(status.age(secondsBetween(at, now)));
  const sign = (changedSince: boolean) => (changedSince ? `; ${status.changedSince}` : '');
  // An exchange that can't be looked into tells neither messages nor changes.
  const never = messages === null ? NOTHING : status.neverChanged;
  return [
    [facts.calls, String(calls ?? NOTHING)],
    [facts.messages, messages === null ? NOTHING : status.messages(messages.all, messages.unheard)],
    [facts.changed, changed === null ? never : ago(changed)],
    [
      facts.check,
      check === null
        ? status.neverChecked(team)
        : `${status.check(check.passed, check.all)}, ${ago(check.at)}${sign(check.changedSince)}`,
    ],
    [
      facts.mark,
      mark === null
        ? status.neverMarked(team)
        : `${status.mark(mark.points, mark.max)}, ${ago(mark.at)}${sign(mark.changedSince)}`,
    ],
    ...(sessions === null ? [] : [[facts.sessions, String(sessions)] as const]),
    [facts.engine, `${objects.found}/${objects.expected}`],
  ];
}
