import { access, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Shell } from '../orchestrator/adapters/shell/shell.ts';

/** The suite whose Compose is measured: 2.26 of Debian 13, whatever the machine runs. */
const SUITE = 'trixie';
const SOURCES = `deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian ${SUITE} main\n`;

/** The longest that fetching may take, in ms. */
const WITHIN = 120_000;

/** A Compose that runs here, or why there is none. */
export type ComposeProgram =
  | { readonly ok: true; readonly program: string; readonly version: string }
  | { readonly ok: false; readonly reason: string };

/**
 * Takes Debian 13's package `docker-compose` into a folder, once. apt is given lists, cache and state
 * of its own there, so the machine's are not touched and nothing is installed.
 */
export async function composePackage(shell: Shell, folder: string): Promise<ComposeProgram> {
  const program = join(folder, 'usr/libexec/docker/cli-plugins/docker-compose');
  try {
    if (!(await exists(program))) await fetchPackage(shell, folder);
    const { stdout } = await shell.run(program, ['version', '--short']);
    return { ok: true, program, version: stdout.trim() };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, reason: reason.split('\n')[0] ?? '' };
  }
}

async function fetchPackage(shell: Shell, folder: string): Promise<void> {
  const apt = join(folder, 'apt');
  await mkdir(join(apt, 'lists/partial'), { recursive: true });
  await mkdir(join(apt, 'cache/archives/partial'), { recursive: true });
  await writeFile(join(apt, 'sources.list'), SOURCES);
  await writeFile(join(apt, 'status'), '');
  const places = {
    'Dir::State': apt,
    'Dir::State::Lists': join(apt, 'lists'),
    'Dir::State::status': join(apt, 'status'),
    'Dir::Cache': join(apt, 'cache'),
    'Dir::Etc::SourceList': join(apt, 'sources.list'),
    'Dir::Etc::SourceParts': '-',
    'Dir::Etc::Preferences': '-',
    'Dir::Etc::PreferencesParts': '-',
    'Acquire::Languages': 'none',
  };
  const options = Object.entries(places).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
  const within = { within: WITHIN };
  await shell.run('apt-get', [...options, '--quiet', 'update'], within);
  await shell.run(
    'sh',
    [
      '-c',
      'cd "$1" && shift && exec apt-get "$@"',
      'sh',
      apt,
      ...options,
      'download',
      'docker-compose',
    ],
    within,
  );
  const found = (await readdir(apt)).find((name) => /^docker-compose_.*\.deb$/.test(name));
  if (found === undefined) throw new Error('apt-get downloaded no docker-compose');
  await shell.run('dpkg-deb', ['-x', join(apt, found), folder], within);
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
