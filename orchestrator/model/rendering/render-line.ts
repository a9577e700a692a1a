import type { LinePlan, StationPlan } from '../numbering/team-plan.ts';
import { fillTemplate, type Templates } from './fill-template.ts';
import type { RenderedFile } from './rendered-file.ts';

/** The configuration of one line's softphone process, `/lines/1/config`. */
export function renderLine(
  station: StationPlan,
  line: LinePlan,
  templates: Templates,
): RenderedFile {
  const text = fillTemplate(templates, 'softphone-sim/lines/line/config.hbs', { station, line });
  return { path: `/lines/${line.slot}/config`, text };
}
