import { setMaxListeners } from 'node:events';
import { readFileSync } from 'node:fs';
import { freemem, homedir, hostname, networkInterfaces, totalmem, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { processIdentity, processLives } from './adapters/engine/process-identity.ts';
import { systemClock } from './base/clock.ts';
import type { Surroundings } from './base/surroundings.ts';
import { EXIT } from './cli/exit-status.ts';
import { runCli } from './cli/run-cli.ts';
import { ReaderGone } from './cli/tell-failure.ts';

const installFolder = dirname(dirname(fileURLToPath(import.meta.url)));

const surroundings: Surroundings = {
  environment: process.env,
  platform: process.platform,
  nodeVersion: process.versions.node,
  node: { executable: process.execPath, portable: isPortable() },
  uid: process.getuid?.() ?? null,
  home: homedir(),
  cwd: process.cwd(),
  installFolder,
  stateFolder:
    process.env.LAB_STATE ??
    join(process.env.XDG_STATE_HOME ?? join(homedir(), '.local', 'state'), 'lab'),
  interfaces: () =>
    Object.entries(networkInterfaces()).flatMap(([name, addresses]) =>
      (addresses ?? [])
        .filter(({ family, internal }) => family === 'IPv4' && !internal)
        .flatMap(({ cidr }) => (cidr === null ? [] : [{ name, subnet: cidr }])),
    ),
  memory: () => ({ total: totalmem(), free: freemem() }),
  identity: () => processIdentity({ user: userName(), host: hostname(), pid: process.pid }),
  lives: processLives,
};

/** Distributions link their Node to libraries of their own; the one of nodejs.org has all in it. */
function isPortable(): boolean {
  const built: Readonly<Record<string, unknown>> = { ...process.config.variables };
  return !Object.keys(built).some(
    (name) => name.startsWith('node_shared') && String(built[name]) === 'true',
  );
}

/** A container's user may have a number and no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? '?');
  }
}

const { version } = JSON.parse(readFileSync(join(installFolder, 'package.json'), 'utf8')) as {
  readonly version: string;
};

/** How long what was begun may take to end after the first Ctrl-C. */
const PATIENCE_MS = 10_000;

const interrupted = new AbortController();
// Everything that goes on side by side listens to it.
setMaxListeners(0, interrupted.signal);
function interrupt(reason: Error): void {
  interrupted.abort(reason);
  AbortSignal.timeout(PATIENCE_MS).addEventListener('abort', () => process.exit(EXIT.interrupted));
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // For good: while a program of ours runs, a signal that nobody listens to any more ends us at once.
  process.on(signal, () => {
    // A second Ctrl-C ends at once: the engine's labels are the only state, nothing is lost.
    if (interrupted.signal.aborted) process.exit(EXIT.interrupted);
    interrupt(new Error(signal));
  });
}
// What was begun comes to rest when its reader goes away (`lab undo | head`), as at Ctrl-C.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  if (!interrupted.signal.aborted) interrupt(new ReaderGone());
});

process.exitCode = await runCli({
  words: process.argv.slice(2),
  version,
  surroundings,
  streams: { input: process.stdin, output: process.stdout, errors: process.stderr },
  clock: systemClock,
  signal: interrupted.signal,
  loadShell: async () => (await import('./adapters/shell/shell.ts')).shell(process.env),
});
