import { readdir, readFile } from 'node:fs/promises';
import { kill } from 'node:process';
import type { EmbeddedPaths } from './paths.ts';

/** What /proc tells of one process. */
export interface ProcessFacts {
  readonly pid: number;
  readonly args: readonly string[];
  readonly cgroups: readonly string[];
}

/** The processes of one embedded engine, by their part in it. */
export interface EngineProcesses {
  readonly daemon: readonly number[];
  readonly containerd: readonly number[];
  /** Shims, containers, and whatever else runs below the engine's cgroup. */
  readonly others: readonly number[];
}

/** Reads every living process; those that end meanwhile are left out. */
async function listProcesses(): Promise<readonly ProcessFacts[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const facts = await Promise.all(pids.map((pid) => processFacts(pid)));
  return facts.filter((process) => process !== undefined);
}

async function processFacts(pid: string): Promise<ProcessFacts | undefined> {
  try {
    const [stat, cmdline, cgroup] = await Promise.all(
      ['stat', 'cmdline', 'cgroup'].map((name) => readFile(`/proc/${pid}/${name}`, 'utf8')),
    );
    if (isDead(stat ?? '')) return undefined;
    return {
      pid: Number(pid),
      args: parseArgs(cmdline ?? ''),
      cgroups: parseCgroups(cgroup ?? ''),
    };
  } catch {
    return undefined;
  }
}

/** True for a zombie or a process on its way out. The name, in brackets, may hold anything. */
export function isDead(stat: string): boolean {
  const state = stat.slice(stat.lastIndexOf(')') + 2).charAt(0);
  return state === 'Z' || state === 'X' || state === 'x';
}

/** The words of /proc/PID/cmdline. */
export function parseArgs(cmdline: string): readonly string[] {
  return cmdline.split('\0').slice(0, -1);
}

/** The paths of /proc/PID/cgroup, one a hierarchy. */
export function parseCgroups(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => /^\d+:[^:]*:(.*)$/.exec(line)?.[1] ?? []);
}

/** Sorts out which processes belong to the engine of `paths`; the pid file is not believed. */
export function engineProcesses(
  processes: readonly ProcessFacts[],
  paths: EmbeddedPaths,
): EngineProcesses {
  const part = (process: ProcessFacts) => partOf(process, paths);
  const pids = (wanted: ReturnType<typeof partOf>) =>
    processes.filter((process) => part(process) === wanted).map(({ pid }) => pid);
  return { daemon: pids('daemon'), containerd: pids('containerd'), others: pids('others') };
}

/** `sh` and `nsenter` are the daemon too: it is reached through both, by exec. */
const DAEMON_NAMES = ['dockerd', 'nsenter', 'sh'];

function partOf(
  { args, cgroups }: ProcessFacts,
  { config, exec, cgroup }: EmbeddedPaths,
): 'daemon' | 'containerd' | 'others' | undefined {
  const name = args[0]?.split('/').at(-1) ?? '';
  const own = args.some((arg) => arg.startsWith(`${exec}/`));
  if (DAEMON_NAMES.includes(name) && args.includes(config)) return 'daemon';
  if (name === 'containerd' && own) return 'containerd';
  if (name.startsWith('containerd-shim') && own) return 'others';
  const below = (path: string) => path === `/${cgroup}` || path.startsWith(`/${cgroup}/`);
  return cgroups.some(below) ? 'others' : undefined;
}

/** The processes of the engine that live right now. */
export async function livingProcesses(paths: EmbeddedPaths): Promise<EngineProcesses> {
  return engineProcesses(await listProcesses(), paths);
}

/** Sends a signal to each; one that has gone meanwhile is what we want. */
export function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}
