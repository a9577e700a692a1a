import { knownStage, type LabDefinition, stageParts } from '../definition/lab-definition.ts';
import type { TeamPlan } from '../numbering/team-plan.ts';
import { fillTemplate, type Templates } from './fill-template.ts';
import type { RenderedFile } from './rendered-file.ts';

/** The files of `/etc/asterisk` that a stage puts into a team's PBX, in the lab file's order. */
export function renderStage(
  definition: LabDefinition,
  plan: TeamPlan,
  stage: string,
  templates: Templates,
): readonly RenderedFile[] {
  const { files } = knownStage(definition, stage);
  const { flavour, ringSeconds: ring } = definition;
  const { calls, voicemail } = stageParts(definition, stage);
  const { team } = plan;
  const contexts = plan.contexts.map((context) => ({
    ...context,
    called: calls.includes(context.name),
  }));
  return files.map((file) => {
    const path = `/etc/asterisk/${file}`;
    return {
      path,
      text: fillTemplate(templates, `${flavour}${path}.hbs`, {
        team,
        ring,
        contexts,
        hasVoicemail: voicemail,
      }),
    };
  });
}
