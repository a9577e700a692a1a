import { rmSync } from 'node:fs';
import { type CommandResult, type CommandSetting, documentOf, labCommand } from './lab-command.ts';

/** A lab of the tests' own: its prefix and base keep it away from every user's teams. */
export interface TestLab extends AsyncDisposable {
  readonly prefix: string;
  readonly base: string;
  /** Runs `lab WORDS` on this lab. */
  readonly lab: (words: readonly string[], setting?: CommandSetting) => Promise<CommandResult>;
}

/** The prefixes of all labs that this test file has opened. */
export const openedLabs = new Set<string>();

/** The verbs that make a network where there is none. */
const MAKE_NETWORKS = ['up', 'reset', 'catch-up', 'restore', 'undo', 'import'];

/** Where a grading says that it is kept, in either language. */
const KEPT = /(?:Kept in|Conservé dans) (\S+)\.$/gm;

/** Opens a lab for one test file; disposing takes all its teams down, work and all. */
export function testLab(name: string, base: string): TestLab {
  const prefix = `labtest-${name}`;
  openedLabs.add(prefix);
  const kept = new Set<string>();
  const lab = async (words: readonly string[], setting: CommandSetting = {}) => {
    const withBase = MAKE_NETWORKS.includes(words[0] ?? '') ? [...words, '--base', base] : words;
    const environment = { ...setting.environment, LAB_PREFIX: prefix };
    const result = await labCommand(withBase, { ...setting, environment });
    for (const [, run = ''] of `${result.stdout}\n${result.stderr}`.matchAll(KEPT)) kept.add(run);
    return result;
  };
  return {
    prefix,
    base,
    lab,
    [Symbol.asyncDispose]: async () => {
      const down = await lab(['down', '--all', '--purge', '--yes', '--json']);
      if (down.code !== 0) throw new Error(`not taken down:\n${down.stdout}${down.stderr}`);
      const { teams } = documentOf<{
        readonly teams: readonly { readonly archive: string | null }[];
      }>(down.stdout);
      for (const { archive } of teams) if (archive !== null) rmSync(archive);
      for (const run of kept) rmSync(run, { recursive: true, force: true });
    },
  };
}
