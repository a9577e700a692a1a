import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../../orchestrator/adapters/docker/connection.ts';
import { listImages, loadImages, saveImages } from '../../orchestrator/adapters/docker/images.ts';
import { startEngine } from '../../orchestrator/adapters/engine/embedded/start-engine.ts';
import { shell } from '../../orchestrator/adapters/shell/shell.ts';
import { type EngineView, engineView, testEngine } from '../docker/engine-view.ts';
import { labCommand } from '../docker/lab-command.ts';
import { archiveFolder } from '../docker/left-behind.ts';
import { privateEngine } from '../docker/private-engine.ts';
import { blowOf } from './blows.ts';
import type { Blow } from './strike.ts';

/** Where strikes happen: an engine, how many teams it takes at once, and what strikes there. */
export interface Scene extends AsyncDisposable {
  readonly environment: Readonly<Record<string, string>>;
  readonly teams: number;
  readonly view: () => Promise<EngineView>;
  readonly blow?: (environment: Readonly<Record<string, string>>) => Blow;
}

/** The engine that everybody uses; the command itself is struck. */
export async function sharedEngine(): Promise<Scene> {
  const view = await engineView();
  return { environment: {}, teams: 8, view: async () => view, ...disposable() };
}

/** An engine of its own, which is killed under the command and started again. */
export async function lostEngine(): Promise<Scene> {
  const images = await connect(await testEngine());
  const own = privateEngine();
  // Archives are looked for where this environment says.
  process.env.LAB_STATE = own.state;
  const address = { kind: 'unix', path: own.paths.socket } as const;
  await startEngine(own.paths, own.tools);
  const tags = (await listImages(images))
    .filter(({ role }) => role !== 'base')
    .map(({ tag }) => tag);
  await loadImages(await connect(address), await saveImages(images, tags));
  const environment = { LAB_STATE: own.state };
  const restart = async () => {
    const { stdout } = await labCommand(['engine', 'status', '--json'], { environment });
    process.kill((JSON.parse(stdout) as { readonly pid: number }).pid, 'SIGKILL');
    await labCommand(['engine', 'start'], { environment });
  };
  return {
    ...{ environment, teams: 1, view: () => engineView(address) },
    blow: (all) => blowOf(all, restart),
    [Symbol.asyncDispose]: own.remove,
  };
}

/** Sizes of a disk (KiB): nothing of an archive fits, a part of it, all of it. */
const SIZES = [16, 100, 300, 4_000];

/** The engine that everybody uses; the state folder of the struck command is on a disk that is soon full. */
export async function fullDisk(): Promise<Scene> {
  const view = await engineView();
  const folder = mkdtempSync(join(tmpdir(), 'lab-crash-'));
  const endpoint = await testEngine();
  const url = endpoint.kind === 'unix' ? `unix://${endpoint.path}` : '';
  const { run } = shell(process.env);
  let turn = 0;
  const blow = (environment: Readonly<Record<string, string>>): Blow => {
    return async (words, at) => {
      const disk = join(folder, `disk${++turn}`);
      mkdirSync(disk);
      const size = `size=${SIZES[turn % SIZES.length]}k`;
      await run('mount', ['-t', 'tmpfs', '-o', size, 'lab-test', disk]);
      try {
        const blown = blowOf({ ...environment, LAB_STATE: disk });
        return await blown([...words, '--engine', url], at);
      } finally {
        keepWhole(join(disk, 'archives'));
        await run('umount', [disk]);
        rmSync(disk, { recursive: true });
      }
    };
  };
  return { environment: {}, teams: 8, view: async () => view, blow, ...disposable(folder) };
}

/** What was archived whole on a full disk counts as kept. */
function keepWhole(folder: string): void {
  const files = names(folder).filter((name) => name.endsWith('.tar.gz'));
  mkdirSync(archiveFolder(), { recursive: true });
  // Two file systems: a rename doesn't reach across.
  for (const name of files) copyFileSync(join(folder, name), join(archiveFolder(), name));
}

function names(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function disposable(folder?: string): AsyncDisposable {
  return {
    [Symbol.asyncDispose]: async () => {
      if (folder !== undefined) rmSync(folder, { recursive: true });
    },
  };
}
