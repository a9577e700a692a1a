import type { Connection } from '../../adapters/docker/connection.ts';
import { observe } from '../../adapters/docker/observe.ts';
import { openArchive } from '../../adapters/files/archives/kept-archives.ts';
import { labError } from '../../base/lab-error.ts';
import { compareWork, type WorkChange } from '../../model/archives/compare-work.ts';
import type { WorkEntry, WorkTree } from '../../model/archives/work-tree.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import { renderStage } from '../../model/rendering/render-stage.ts';
import { observedTeam } from '../../model/topology/observed.ts';
import { decideTeam, type TeamDecision, type Wanted } from '../up/decide-team.ts';
import { withTeamLock } from '../with-team-lock.ts';
import type { Workbench } from '../workbench.ts';
import { archiveFolder } from './archive-sources.ts';
import { hasWork } from './archive-team.ts';
import { chooseArchive } from './choose-archive.ts';
import { presentWork, pristineWork, treeOf } from './open-work.ts';

/** Whose work to compare, and with what: `start` or an archive's ID. */
export interface DiffRequest extends Omit<Wanted, 'stage'> {
  readonly connection: Connection;
  readonly team: TeamNumber;
  readonly since: string;
}

/** What a team changed. */
export interface Difference {
  readonly team: TeamNumber;
  /** The stage that it began with; null where it was compared with an archive. */
  readonly stage: string | null;
  /** The ID of that archive. */
  readonly archive: string | null;
  readonly changes: readonly WorkChange[];
}

/** The word for a team's first day, in the place of an archive's ID. */
const START = 'start';

/** Compares a team's work, up or not, with what it began with or with an archive; changes nothing. */
export async function diff(bench: Workbench, request: DiffRequest): Promise<Difference> {
  const { connection, prefix, team, since } = request;
  const from = since === START ? null : await chooseArchive(bench, { prefix, team }, since);
  const found = await observe(connection, prefix);
  if (!hasWork(prefix, team, observedTeam(found, team))) throw labError('work-none', { team });
  return withTeamLock(bench, { connection, prefix, team, verb: 'diff' }, async () => {
    const everything = await observe(connection, prefix);
    const observed = observedTeam(everything, team);
    const decision = decideTeam(request, team, everything);
    const before =
      from === null
        ? await firstDay(request, decision)
        : await treeOf(team, await openArchive(archiveFolder(bench), from.name));
    const after = await presentWork({ connection, prefix, observed, team });
    const stage = from === null ? decision.stage : null;
    return { team, stage, archive: from?.id ?? null, changes: compareWork(before, after) };
  });
}

/** What the team's PBX had before anybody wrote in it: its image's files, those of its stage on them. */
async function firstDay(
  { connection, prefix, team, lab, images }: DiffRequest,
  { plan, stage, installed }: TeamDecision,
): Promise<WorkTree> {
  const image = installed ? images.pbx : images.bare;
  const pristine = await pristineWork({ connection, prefix, team }, image);
  const tree = new Map<string, WorkEntry>(pristine);
  const folder = pristine.get('etc/asterisk');
  for (const { path, text } of renderStage(lab.definition, plan, stage, lab.templates)) {
    const own = path.slice(1);
    const { uid, gid } = pristine.get(own) ?? folder ?? { uid: 0, gid: 0 };
    const content = Buffer.from(text);
    tree.set(own, { path: own, kind: 'file', mode: 0o640, uid, gid, target: null, content });
  }
  return tree;
}
