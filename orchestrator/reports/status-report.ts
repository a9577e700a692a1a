import type { Language } from '../i18n/catalogue.ts';
import { catalogue } from '../i18n/language.ts';
import type { StationStatus, TeamStatus } from '../model/topology/lab-status.ts';
import { textTable } from './text-table.ts';

/** One team: who it is, then a row for the PBX and one for each line. */
export function teamReport(team: TeamStatus, language: Language): string {
  const { phrases } = catalogue(language);
  const { table, state } = phrases;
  const stage = team.stage ?? '–';
  const { pbx } = team;
  const rows = [
    [pbx.host, pbx.address, pbx.voicemail.join(' '), table.voicemail, state[pbx.state]],
    ...team.stations.flatMap((station) => stationRows(station, language)),
  ];
  const heading = [table.host, table.address, table.number, table.context, table.state];
  return [
    phrases.teamHeading({ team: team.team, lab: team.lab, stage, subnet: team.subnet }),
    textTable(heading, rows),
  ].join('\n');
}

function stationRows(station: StationStatus, language: Language): readonly (readonly string[])[] {
  const { state } = catalogue(language).phrases;
  return station.lines.map(({ extension, context, registered }, index) => {
    const first = index === 0;
    const word = registered ? 'registered' : unregisteredWord(station);
    return [
      first ? station.host : '',
      first ? station.address : '',
      extension,
      context,
      state[word],
    ];
  });
}

function unregisteredWord(station: StationStatus) {
  if (station.state !== 'running') return station.state;
  return 'unregistered';
}
