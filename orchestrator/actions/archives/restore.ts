import type { Connection } from '../../adapters/docker/connection.ts';
import { observe } from '../../adapters/docker/observe.ts';
import { inPhase } from '../../base/event.ts';
import { labError } from '../../base/lab-error.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import { observedTeam } from '../../model/topology/observed.ts';
import { registerAsFiled } from '../phones/register-as-filed.ts';
import { agreeRenewal } from '../reset/agree-renewal.ts';
import { renewTeam, type TeamRenewed } from '../reset/renew-team.ts';
import { decideTeam, type Restoration, type TeamDecision, type Wanted } from '../up/decide-team.ts';
import { withTeamLock } from '../with-team-lock.ts';
import type { Workbench } from '../workbench.ts';
import type { ChosenArchive } from './choose-archive.ts';

/** Which archives to put back, each into its team. */
export interface RestoreRequest extends Omit<Wanted, 'stage'> {
  readonly connection: Connection;
  readonly archives: readonly ChosenArchive[];
  /** As typed: `restore` or `undo`. */
  readonly verb: string;
}

/** What became of one team, or the error that kept it from getting its work back. */
export type RestoreOutcome =
  | {
      readonly team: TeamNumber;
      readonly ok: true;
      readonly from: ChosenArchive;
      readonly restored: TeamRenewed;
    }
  | { readonly team: TeamNumber; readonly ok: false; readonly error: unknown };

/** Decides for each archive; touches nothing. */
export async function planRestore(request: RestoreRequest): Promise<readonly TeamDecision[]> {
  const observed = await observe(request.connection, request.prefix);
  return request.archives.map((one) =>
    decideTeam(basedOn(request, one), one.team, observed, restoration(one, request)),
  );
}

/**
 * Puts archived work back, side by side, after asking: all of it, as it was, and the teams run with
 * it. What they have now is archived first, or nothing is done.
 */
export async function restore(
  bench: Workbench,
  request: RestoreRequest,
): Promise<readonly RestoreOutcome[]> {
  const { connection, prefix, archives } = request;
  const observed = await observe(connection, prefix);
  const teams = archives.map(({ team }) => team);
  await agreeRenewal(bench, { connection, prefix, teams }, observed, (team) => ({
    archive: archives.find((one) => one.team === team)?.id ?? '',
  }));
  return putBack(bench, request);
}

/** Puts archived work back without asking: somebody has agreed already. */
export async function putBack(
  bench: Workbench,
  request: RestoreRequest,
): Promise<readonly RestoreOutcome[]> {
  const { connection, prefix, archives, verb } = request;
  const outcomes = archives.map(async (from): Promise<RestoreOutcome> => {
    const { team } = from;
    try {
      const claim = { connection, prefix, team, verb };
      const work = () => restoreTeam(bench, request, from);
      return { team, ok: true, from, restored: await withTeamLock(bench, claim, work) };
    } catch (error) {
      return { team, ok: false, error };
    }
  });
  const ended = await Promise.all(outcomes);
  // Ctrl-C is nobody's trouble: it is told as what it is, once.
  if (ended.some(({ ok }) => !ok)) bench.signal.throwIfAborted();
  return ended;
}

async function restoreTeam(
  bench: Workbench,
  request: RestoreRequest,
  from: ChosenArchive,
): Promise<TeamRenewed> {
  const { connection, prefix, verb } = request;
  const { team } = from;
  const { emit, clock } = bench;
  const own = observedTeam(await observe(connection, prefix), team);
  const wanted = own.networks.length > 0 ? request : basedOn(request, from);
  const { lab, images, base } = wanted;
  return renewTeam(bench, {
    ...{ lab, images, base, connection, prefix, team, verb, aim: restoration(from, request) },
    register: async (open, { plan }) => {
      await inPhase({ phase: 'phones', team, emit, now: clock.now }, () =>
        registerAsFiled(bench, { connection, open, plan }),
      );
    },
  });
}

/** The work of another lab is not for this one's numbers and stages. */
function restoration(
  { team, manifest, name }: ChosenArchive,
  { lab }: RestoreRequest,
): Restoration {
  const wanted = lab.definition.layout.lab;
  if (manifest.lab !== wanted) throw labError('other-lab', { team, found: manifest.lab, wanted });
  return { why: 'restore', stage: manifest.stage ?? '', archive: name };
}

/** A team that has no network any more gets the one back that it had. */
function basedOn(request: RestoreRequest, { manifest }: ChosenArchive): RestoreRequest {
  return { ...request, base: request.base ?? manifest.base ?? undefined };
}
