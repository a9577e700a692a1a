import type { Connection } from '../../adapters/docker/connection.ts';
import { countWork } from '../../adapters/pbx/work.ts';
import { objectNames } from '../../model/numbering/names.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import { begunWith, type ObservedLab, observedTeam } from '../../model/topology/observed.ts';
import { runIn } from '../run-in.ts';
import type { RenewedAs, Workbench } from '../workbench.ts';

/** Where the teams are whose work would go, and the stage that they all get, or else their own. */
export interface AgreeRequest {
  readonly connection: Connection;
  readonly prefix: string;
  readonly teams: readonly TeamNumber[];
  readonly to?: string | undefined;
}

/** Asks before work is put away, naming the teams that have any and how much; a no is `declined`. */
export async function agreeRenewal(
  bench: Workbench,
  request: AgreeRequest,
  observed: ObservedLab,
  becomes: (team: TeamNumber, stage: string) => RenewedAs = (_, stage) => ({ stage }),
): Promise<void> {
  const { connection, prefix, teams, to } = request;
  const found = teams.map(async (team) => {
    const own = observedTeam(observed, team);
    const names = objectNames(prefix, team);
    const { pbx } = names;
    const begun = begunWith(own, names);
    if (begun === undefined) return [];
    const runs = own.containers.some(({ name, state }) => name === pbx && state === 'running');
    // A server that can't be asked keeps nobody else from being reset.
    const work = runs ? await countWork(runIn(connection, pbx)).catch(() => null) : null;
    return [{ team, becomes: becomes(team, to ?? begun.stage ?? ''), work }];
  });
  const concerned = (await Promise.all(found)).flat();
  if (concerned.length > 0) await bench.agree({ about: 'reset', teams: concerned });
}
