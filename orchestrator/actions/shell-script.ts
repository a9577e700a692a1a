import { join } from 'node:path';
import { readShellScript } from '../adapters/files/shell-scripts.ts';
import type { Installed } from './workbench.ts';

/** The shells that can complete `lab`, each by a script in `completion/`. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** What a shell has to be given to complete `lab`. */
export function shellScript(
  { surroundings }: Installed,
  shell: (typeof SHELLS)[number],
): Promise<string> {
  return readShellScript(join(surroundings.installFolder, 'completion'), shell);
}
