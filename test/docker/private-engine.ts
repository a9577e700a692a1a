import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { embeddedPaths } from '../../orchestrator/adapters/engine/embedded/paths.ts';
import { purgeEngine } from '../../orchestrator/adapters/engine/embedded/stop-engine.ts';
import { shell } from '../../orchestrator/adapters/shell/shell.ts';
import { systemClock } from '../../orchestrator/base/clock.ts';

/** All engines that this test file has opened. */
export const openedEngines = new Set<PrivateEngine>();

/** An embedded engine of the tests' own, with a throw-away state folder. */
export function privateEngine(state = mkdtempSync(join(tmpdir(), 'lab-engine-'))) {
  const paths = embeddedPaths(state);
  const commands = shell(process.env);
  const tools = { clock: systemClock, shell: commands, patience: 3_000 };
  const engine = {
    state,
    paths,
    tools,
    run: commands.run,
    remove: async () => {
      await purgeEngine(paths, tools);
      rmSync(state, { recursive: true });
    },
  };
  openedEngines.add(engine);
  return engine;
}

/** The engine of one test file. */
export type PrivateEngine = ReturnType<typeof privateEngine>;

/** Asks an engine something; the answer's JSON, or an error when it says no. */
export function ask<T>(
  { paths }: PrivateEngine,
  method: string,
  path: string,
  body?: Readable | object,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const stream = body !== undefined && 'pipe' in body ? (body as Readable) : undefined;
    const type = stream ? 'application/x-tar' : 'application/json';
    const asked = request(
      { socketPath: paths.socket, method, path, headers: { 'content-type': type }, agent: false },
      (answer) => {
        let text = '';
        answer.on('data', (chunk) => {
          text += chunk;
        });
        answer.on('end', () => {
          if ((answer.statusCode ?? 500) >= 400) reject(new Error(`${method} ${path}: ${text}`));
          else resolve((text.startsWith('{') || text.startsWith('[') ? parse(text) : text) as T);
        });
      },
    );
    asked.on('error', reject);
    if (stream) stream.pipe(asked);
    else asked.end(body === undefined ? '' : JSON.stringify(body));
  });
}

/** A build or an import answers with one JSON object a line; the last one tells. */
function parse(text: string): unknown {
  return JSON.parse(text.trim().split('\n').at(-1) ?? '');
}

/** The process ids whose cgroup or words name the engine, found without the tool's own code. */
export function processesOf({ paths }: PrivateEngine): number[] {
  const read = (pid: string, name: string) => {
    try {
      return readFileSync(`/proc/${pid}/${name}`, 'utf8');
    } catch {
      return '';
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      const words = read(pid, 'cmdline');
      // A zombie has no words any more.
      return words !== '' && (words + read(pid, 'cgroup')).match(`${paths.root}|${paths.cgroup}`);
    })
    .map(Number);
}

/** Everything of the engine that is left on the machine, outside its data folder. */
export async function remainsOf(engine: PrivateEngine): Promise<string[]> {
  const { paths, run } = engine;
  const mounts = readFileSync('/proc/mounts', 'utf8').split('\n');
  const { stdout: cgroups } = await run('find', ['/sys/fs/cgroup', '-name', paths.cgroup]);
  const { stdout: namespaces } = await run('ip', ['netns', 'list']);
  const files = [paths.namespaceFile, paths.socket, paths.pidFile, paths.exec];
  return [
    ...processesOf(engine).map((pid) => `process ${pid}`),
    ...mounts.filter((line) => line.includes(paths.root) || line.includes(paths.namespace)),
    ...cgroups.split('\n').filter((line) => line !== ''),
    ...namespaces.split('\n').filter((line) => line.startsWith(paths.namespace)),
    ...files.filter((path) => existsSync(path)),
  ];
}

/** The machine's own packet rules and network devices, without their counters. */
export async function hostNetwork({ run }: PrivateEngine): Promise<string> {
  const { stdout: rules } = await run('iptables-save', []);
  const { stdout: links } = await run('ip', ['-brief', 'link']);
  const steady = rules.split('\n').filter((line) => !line.startsWith('#'));
  return [...steady.map((line) => line.replace(/\[\d+:\d+\]/, '')), links].join('\n');
}
