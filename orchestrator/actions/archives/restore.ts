import type { Connection } from '../../adapters/docker/connection.ts';
import { observe } from '../../adapters/docker/observe.ts';
import { inPhase } from '../../base/event.ts';
import { labError } from '../../base/lab-error.ts';
import { observedTeam } from '../../model/topology/observed.ts';
import { refuseShortage } from '../class/engine-room.ts';
import { eachSideBySide, type Outcome } from '../class/side-by-side.ts';
import { registerAsFiled } from '../phones/register-as-filed.ts';
import { agreeRenewal } from '../reset/agree-renewal.ts';
import { renewTeam, type TeamRenewed } from '../reset/renew-team.ts';
import { plannedAs } from '../status.ts';
import { decideTeam, type Restoration, type TeamDecision, type Wanted } from '../up/decide-team.ts';
import { withTeamLock } from '../with-team-lock.ts';
import type { Workbench } from '../workbench.ts';
import type { ChosenArchive, FoundArchive, MissingArchive } from './choose-archive.ts';

/** Where and how archives are put back. */
export interface PuttingBack extends Omit<Wanted, 'stage'> {
  readonly connection: Connection;
  /** As typed: `restore` or `undo`. */
  readonly verb: string;
}

/** What was found to be put back, each archive into its team. */
export interface RestoreRequest extends PuttingBack {
  readonly found: readonly FoundArchive[];
}

/** What became of one team, or the error that kept it from getting its work back. */
export type RestoreOutcome = Outcome<Restored>;

/** A team that has the work of an archive. */
export interface Restored {
  readonly from: ChosenArchive;
  readonly restored: TeamRenewed;
}

/** What would be done for one team, or the error that would keep it from it. */
export type PlannedRestore = Outcome<{ readonly decision: TeamDecision }>;

/** Decides for each archive; touches nothing. */
export async function planRestore(
  bench: Workbench,
  request: RestoreRequest,
): Promise<readonly PlannedRestore[]> {
  const { connection, prefix, found } = request;
  const observed = await observe(connection, prefix);
  const work = async (one: FoundArchive) => {
    const from = foundIn(one);
    const aim = restoration(from, request);
    return { decision: decideTeam(basedOn(request, from), one.team, observed, aim) };
  };
  return eachSideBySide(bench, found, { work });
}

/**
 * Puts archived work back, side by side, after asking: all of it, as it was, and the teams run with
 * it. What they have now is archived first, or nothing is done. A team for which no archive was found
 * keeps no other from its own.
 */
export async function restore(
  bench: Workbench,
  request: RestoreRequest,
): Promise<readonly RestoreOutcome[]> {
  const { connection, prefix, lab, base, verb, found } = request;
  const observed = await observe(connection, prefix);
  const archives = found.flatMap((one) => (one.ok ? [one.from] : []));
  const teams = archives.map(({ team }) => team);
  const plans = teams.map((team) =>
    plannedAs({ ...lab, prefix }, team, observedTeam(observed, team), base),
  );
  await refuseShortage(bench, { connection, plans, command: verb, base }, observed);
  await agreeRenewal(bench, { connection, prefix, teams }, observed, (team) => ({
    archive: archives.find((one) => one.team === team)?.id ?? '',
  }));
  const work = async (one: FoundArchive) => putBack(bench, request, foundIn(one));
  return eachSideBySide(bench, found, { work, isWell });
}

/** Ends the turn of teams for none of which an archive was found; that needs no engine. */
export function refuseRestore(
  bench: Workbench,
  missing: readonly MissingArchive[],
): Promise<readonly Outcome<never>[]> {
  const work = async ({ error }: MissingArchive): Promise<never> => {
    throw error;
  };
  return eachSideBySide(bench, missing, { work });
}

/** Puts an archive back without asking: somebody has agreed already. */
export async function putBack(
  bench: Workbench,
  request: PuttingBack,
  from: ChosenArchive,
): Promise<Restored> {
  const { connection, prefix, verb } = request;
  const claim = { connection, prefix, team: from.team, verb };
  const work = () => restoreTeam(bench, request, from);
  return { from, restored: await withTeamLock(bench, claim, work) };
}

/** True when the team's Asterisk lives with the work that it was given. */
export function isWell({ restored }: Restored): boolean {
  return restored.lastWords === null;
}

/** The archive that was found for a team; why there is none is thrown. */
function foundIn(found: FoundArchive): ChosenArchive {
  if (!found.ok) throw found.error;
  return found.from;
}

async function restoreTeam(
  bench: Workbench,
  request: PuttingBack,
  from: ChosenArchive,
): Promise<TeamRenewed> {
  const { connection, prefix, verb } = request;
  const { team } = from;
  const { emit, clock } = bench;
  const own = observedTeam(await observe(connection, prefix), team);
  const wanted = own.networks.length > 0 ? request : basedOn(request, from);
  const { lab, images, base, disk } = wanted;
  return renewTeam(bench, {
    ...{ lab, images, base, disk, connection, prefix, team, verb },
    aim: restoration(from, request),
    register: async (open, { plan }) => {
      await inPhase({ phase: 'phones', team, emit, now: clock.now }, () =>
        registerAsFiled(bench, { connection, open, plan }),
      );
    },
  });
}

/** The work of another lab is not for this one's numbers and stages. */
function restoration({ team, manifest, name }: ChosenArchive, { lab }: PuttingBack): Restoration {
  const wanted = lab.definition.layout.lab;
  if (manifest.lab !== wanted) throw labError('other-lab', { team, found: manifest.lab, wanted });
  return { why: 'restore', stage: manifest.stage ?? '', archive: name };
}

/** A team that has no network any more gets the one back that it had. */
function basedOn(request: PuttingBack, { manifest }: ChosenArchive): PuttingBack {
  return { ...request, base: request.base ?? manifest.base ?? undefined };
}
