import type { Layout } from '../numbering/layout.ts';
import { isPrivateBase } from '../numbering/layout.ts';
import { DEFAULT_PREFIX } from '../numbering/names.ts';
import { type TeamNumber, teamNumber } from '../numbering/team-number.ts';
import { teamPlan } from '../numbering/team-plan.ts';

/** Who is at an address: a team's PBX or station, or somebody that no plan knows. */
export interface Participant {
  readonly address: string;
  readonly team: TeamNumber | null;
  readonly role: 'pbx' | 'station' | 'unknown';
  /** The station's name; null for the others. */
  readonly station: string | null;
}

/**
 * Finds out who is at each address. Names are given only in a network where the plan's PBX takes
 * part, whatever its base: 192.168.1.11 at home is no softphone of team 1.
 */
export function participants(addresses: readonly string[], layout: Layout): readonly Participant[] {
  const known = addresses.flatMap((address) => teamAt(address, addresses, layout));
  return addresses.map(
    (address) =>
      known.find((participant) => participant.address === address) ?? {
        address,
        team: null,
        role: 'unknown',
        station: null,
      },
  );
}

/** Everybody of the team whose PBX has this address; nobody when it isn't a PBX's. */
function teamAt(
  address: string,
  addresses: readonly string[],
  layout: Layout,
): readonly Participant[] {
  const [, base = '', digit = ''] = /^(\d+\.\d+)\.([1-8])\.\d+$/.exec(address) ?? [];
  if (digit === '' || !isPrivateBase(base)) return [];
  const team = teamNumber(digit);
  const { pbx, stations } = teamPlan(team, layout, { prefix: DEFAULT_PREFIX, base });
  if (pbx.address !== address) return [];
  return [
    { address, team, role: 'pbx' as const, station: null },
    ...stations
      .filter((station) => addresses.includes(station.address))
      .map(({ name, address: at }) => {
        return { address: at, team, role: 'station' as const, station: name };
      }),
  ];
}
