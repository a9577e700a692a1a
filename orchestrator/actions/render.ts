import { writeTree } from '../adapters/files/write-tree.ts';
import { lastStage } from '../model/definition/lab-definition.ts';
import type { TeamNumber } from '../model/numbering/team-number.ts';
import { teamPlan } from '../model/numbering/team-plan.ts';
import { renderStage } from '../model/rendering/render-stage.ts';
import type { RenderedFile } from '../model/rendering/rendered-file.ts';
import type { ReadLab } from './read-lab.ts';

/** Whose files to render, at which stage. */
export interface RenderRequest {
  readonly lab: ReadLab;
  readonly prefix: string;
  readonly team: TeamNumber;
  readonly stage?: string | undefined;
  readonly base?: string | undefined;
}

/** Renders the files of a stage (by default the lab's last) for one team. Needs no engine. */
export function render({ lab, prefix, team, stage, base }: RenderRequest): readonly RenderedFile[] {
  const { definition, templates } = lab;
  const plan = teamPlan(team, definition.layout, { prefix, base });
  return renderStage(definition, plan, stage ?? lastStage(definition), templates);
}

/** Writes rendered files below a folder, as `etc/asterisk/users.conf`…, and returns their paths. */
export function writeRendered(
  folder: string,
  files: readonly RenderedFile[],
): Promise<readonly string[]> {
  return writeTree(folder, files);
}
