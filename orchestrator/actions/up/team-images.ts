import type { Connection } from '../../adapters/docker/connection.ts';
import { observe } from '../../adapters/docker/observe.ts';
import { isInstalled } from '../../model/definition/lab-definition.ts';
import { BARE_IMAGE, TEAM_IMAGES } from '../../model/images/image-folder.ts';
import { objectNames } from '../../model/numbering/names.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import { begunWith, observedTeam } from '../../model/topology/observed.ts';
import { ensureImages, wantedImages } from '../images/ensure-images.ts';
import type { Workbench } from '../workbench.ts';
import { stageOf, type TeamImages, type Wanted } from './decide-team.ts';

/** Whose images are wanted, in which engine, and whether what is missing may be built. */
export interface TeamImagesRequest extends Omit<Wanted, 'images'> {
  readonly connection: Connection;
  readonly teams: readonly TeamNumber[];
  readonly registry: boolean;
  readonly mayBuild: boolean;
  /** Stages that some of them are to have, whatever they began at. */
  readonly anew: readonly string[];
}

/** The images of some teams. The bare server's is built only for a team that begins on one. */
export async function teamImages(
  bench: Workbench,
  request: TeamImagesRequest,
): Promise<TeamImages> {
  const { connection, registry, mayBuild } = request;
  const images = await wantedImages(bench, [...TEAM_IMAGES, BARE_IMAGE]);
  if (mayBuild) {
    const more = (await anyBare(request)) ? [BARE_IMAGE] : [];
    await ensureImages(bench, { connection, registry, names: [...TEAM_IMAGES, ...more] });
  }
  const tag = (name: string) => images.find((image) => image.name === name)?.tag ?? '';
  return { pbx: tag('pbx'), softphone: tag('softphone-sim'), bare: tag(BARE_IMAGE) };
}

async function anyBare(request: TeamImagesRequest): Promise<boolean> {
  const { connection, lab, prefix, teams, stage: asked, anew } = request;
  const { definition } = lab;
  if (definition.stages.every(({ installed }) => installed)) return false;
  if (anew.some((stage) => !isInstalled(definition, stage))) return true;
  const everything = await observe(connection, prefix);
  return teams.some((team) => {
    const observed = observedTeam(everything, team);
    const begun = begunWith(observed, objectNames(prefix, team))?.stage ?? null;
    return !isInstalled(definition, stageOf(definition, begun, asked));
  });
}
