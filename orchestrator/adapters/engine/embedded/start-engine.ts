import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { labError } from '../../../base/lab-error.ts';
import { pollUntil } from '../../../base/poll-until.ts';
import type { EngineTools } from '../engine-tools.ts';
import { makeDaemonCgroup } from './cgroups.ts';
import { daemonConfig } from './daemon-config.ts';
import { engineAnswers } from './engine-api.ts';
import { lockEngine } from './engine-lock.ts';
import { clearRunningState, killDaemon, killEverything } from './leftovers.ts';
import { currentMounts } from './mounts.ts';
import { isNamespaceMounted, makeNamespace } from './namespace.ts';
import { type EmbeddedPaths, refuseLongPaths } from './paths.ts';
import { livingProcesses } from './processes.ts';

/** How long a healthy daemon may take: one with many containers on a slow disk needs its time. */
const START_DEADLINE = 60_000;

/** How long a daemon that lives but doesn't answer is waited for before it is replaced. */
const PATIENCE = 20_000;

/** What a start had to do. */
export type StartOutcome = 'already-running' | 'started' | 'restarted';

/** Starts the embedded engine, or does nothing when it answers; leaves it running behind us. */
export async function startEngine(paths: EmbeddedPaths, tools: EngineTools): Promise<StartOutcome> {
  refuseLongPaths(paths);
  await mkdir(paths.data, { recursive: true, mode: 0o711 });
  await using _lock = await lockEngine(paths, tools);
  if (await engineAnswers(paths.socket)) return 'already-running';
  const { daemon } = await livingProcesses(paths);
  if (daemon.length > 0 && (await answersInTime(paths, tools))) return 'already-running';
  await tidyUp(paths, tools);
  await launchDaemon(paths, tools);
  return daemon.length > 0 ? 'restarted' : 'started';
}

async function answersInTime(paths: EmbeddedPaths, tools: EngineTools): Promise<boolean> {
  const { clock, patience: within = PATIENCE } = tools;
  const ping = () => engineAnswers(paths.socket);
  return (await pollUntil(ping, Boolean, { clock, within, every: 200 })).met;
}

/** Makes room for a new daemon, and keeps containers that run without one. */
async function tidyUp(paths: EmbeddedPaths, tools: EngineTools): Promise<void> {
  await killDaemon(paths, tools);
  const { others } = await livingProcesses(paths);
  if (others.length > 0 && isNamespaceMounted(await currentMounts(), paths)) {
    await rm(paths.pidFile, { force: true });
    await rm(paths.socket, { force: true });
    await rm(`${paths.exec}/containerd/containerd.pid`, { force: true });
    return;
  }
  // Containers in a namespace that has lost its name can't be joined again.
  await killEverything(paths, tools);
  await clearRunningState(paths, tools);
}

/** Joins the cgroup before all else, so that the daemon's whole offspring can be found in it. */
const JOIN_AND_EXEC = 'echo $$ >"$1" && shift && exec "$@"';

async function launchDaemon(paths: EmbeddedPaths, tools: EngineTools): Promise<void> {
  const { clock, shell } = tools;
  await makeNamespace(paths, tools);
  await writeFile(paths.config, daemonConfig(paths));
  const procs = await makeDaemonCgroup(paths);
  const command = [`--net=${paths.namespaceFile}`, 'dockerd', '--config-file', paths.config];
  const daemon = await shell.launch(
    'sh',
    ['-c', JOIN_AND_EXEC, 'sh', procs, 'nsenter', ...command],
    {
      log: paths.log,
    },
  );
  const look = async () => ({
    answers: await engineAnswers(paths.socket),
    exited: daemon.exited(),
  });
  const { seen } = await pollUntil(look, ({ answers, exited }) => answers || exited, {
    clock,
    within: START_DEADLINE,
  });
  if (seen.answers) return;
  await killDaemon(paths, tools);
  throw labError('engine-start-failed', { log: paths.log, said: await lastWords(paths.log) });
}

async function lastWords(log: string): Promise<string> {
  const text = await readFile(log, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-5).join('\n');
}
