import type { Connection } from '../../adapters/docker/connection.ts';
import { countWork } from '../../adapters/pbx/work.ts';
import { objectNames } from '../../model/numbering/names.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import { begunWith, type ObservedLab, observedTeam } from '../../model/topology/observed.ts';
import { runIn } from '../run-in.ts';
import type { Workbench } from '../workbench.ts';

/** Where the teams are whose work would go. */
export interface AgreeRequest {
  readonly connection: Connection;
  readonly prefix: string;
  readonly teams: readonly TeamNumber[];
}

/** Asks before work is put away, naming the teams that have any and how much; a no is `declined`. */
export async function agreeReset(
  bench: Workbench,
  { connection, prefix, teams }: AgreeRequest,
  observed: ObservedLab,
): Promise<void> {
  const found = teams.map(async (team) => {
    const own = observedTeam(observed, team);
    const { pbx, volumes } = objectNames(prefix, team);
    const begun = begunWith(own, volumes.config);
    if (begun === undefined) return [];
    const runs = own.containers.some(({ name, state }) => name === pbx && state === 'running');
    const work = runs ? await countWork(runIn(connection, pbx)) : null;
    return [{ team, stage: begun.stage ?? '', work }];
  });
  const concerned = (await Promise.all(found)).flat();
  if (concerned.length > 0) await bench.agree({ about: 'reset', teams: concerned });
}
