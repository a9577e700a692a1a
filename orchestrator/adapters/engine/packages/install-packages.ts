import { readdir, stat } from 'node:fs/promises';
import { LabError, labError } from '../../../base/lab-error.ts';
import type { EngineShell } from '../engine-tools.ts';
import { parseSimulation } from './apt-simulation.ts';
import { installScript } from './install-script.ts';

/** What an installation is given: the commands, the date, and who listens. */
export interface InstallTools {
  readonly shell: Pick<EngineShell, 'run'>;
  readonly now: Date;
  readonly onLine: (line: string) => void;
}

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;
const LISTS = '/var/lib/apt/lists';

/**
 * Installs packages with apt and starts none of their services. First tries it dry: a package that
 * would have to be removed for it is a `packages-conflict`, and nothing is touched.
 */
export async function installPackages(
  packages: readonly string[],
  tools: InstallTools,
): Promise<void> {
  if (packages.length === 0) return;
  const fresh = await listsAreFresh(tools.now);
  if (!fresh) await updateLists(tools);
  await refuseConflicts(packages, tools, fresh);
  if (await install(packages, tools)) return;
  // Lists that are out of date name files that the mirror has dropped since.
  await updateLists(tools);
  await refuseConflicts(packages, tools, false);
  const said: string[] = [];
  const onLine = (line: string) => {
    said.push(line);
    tools.onLine(line);
  };
  if (await install(packages, { ...tools, onLine })) return;
  throw labError('packages-failed', { packages, said: lastWords(said) });
}

async function refuseConflicts(
  packages: readonly string[],
  tools: InstallTools,
  mayUpdate: boolean,
): Promise<void> {
  const dry = ['--simulate', '--no-install-recommends', '--no-upgrade', 'install', ...packages];
  const { status, stdout, stderr } = await tools.shell.run('apt-get', dry, {
    mayFail: true,
    within: MINUTE,
    env: { LC_ALL: 'C.UTF-8' },
  });
  const { removed } = parseSimulation(stdout);
  if (removed.length > 0) throw labError('packages-conflict', { packages, removed });
  if (status === 0) return;
  if (!mayUpdate) throw labError('packages-failed', { packages, said: lastWords([stderr]) });
  await updateLists(tools);
  await refuseConflicts(packages, tools, false);
}

async function install(packages: readonly string[], tools: InstallTools): Promise<boolean> {
  // A session of its own: neither Ctrl-C nor our death may stop dpkg half-way.
  const script = ['--fork', '--wait', 'sh', '-c', installScript(), 'lab-install', ...packages];
  const { status } = await tools.shell.run('setsid', script, {
    mayFail: true,
    within: 15 * MINUTE,
    onLine: tools.onLine,
  });
  return status === 0;
}

/** Trouble here is told by what follows: perhaps the lists that are there are good enough. */
async function updateLists({ shell, onLine }: InstallTools): Promise<void> {
  const update = ['-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=2', 'update'];
  try {
    await shell.run('apt-get', update, { mayFail: true, within: 5 * MINUTE, onLine });
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    onLine(error.message);
  }
}

/** A list carries the date of its archive; `partial` is touched whenever the lists are fetched. */
async function listsAreFresh(now: Date): Promise<boolean> {
  const names = await readdir(LISTS).catch(() => []);
  const fetched = await stat(`${LISTS}/partial`).catch(() => undefined);
  if (fetched === undefined || !names.some((name) => name.endsWith('Release'))) return false;
  return now.getTime() - fetched.mtimeMs < WEEK;
}

function lastWords(lines: readonly string[]): string {
  return lines.join('\n').trimEnd().split('\n').slice(-6).join('\n');
}
