import { join } from 'node:path';
import { knownLabs, readLab } from '../adapters/files/labs.ts';
import { readTemplates } from '../adapters/files/templates.ts';
import { LabProblems } from '../base/lab-error.ts';
import type { LabDefinition } from '../model/definition/lab-definition.ts';
import { parseLab } from '../model/definition/parse-lab.ts';
import type { Templates } from '../model/rendering/fill-template.ts';
import type { Installed } from './workbench.ts';

/** A lab, checked, with the templates that its files come from. */
export interface ReadLab {
  readonly definition: LabDefinition;
  readonly templates: Templates;
}

/** The lab that is meant when nobody says which. */
export const DEFAULT_LAB = 'activity-1';

/** Reads a lab by name or path. Whatever is wrong in its file is thrown at once, as `LabProblems`. */
export async function readLabDefinition(
  { surroundings }: Installed,
  nameOrPath: string = DEFAULT_LAB,
): Promise<ReadLab> {
  const { installFolder } = surroundings;
  const [{ file, text }, templates] = await Promise.all([
    readLab(nameOrPath, join(installFolder, 'labs')),
    readTemplates(join(installFolder, 'templates')),
  ]);
  const parsed = parseLab(text, file, templates);
  if (!parsed.ok) throw new LabProblems(parsed.problems);
  return { definition: parsed.value, templates };
}

/** The labs that can be meant by a name. */
export function labNames({ surroundings }: Installed): Promise<readonly string[]> {
  return knownLabs(join(surroundings.installFolder, 'labs'));
}
