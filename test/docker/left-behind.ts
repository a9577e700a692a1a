import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../orchestrator/base/clock.ts';
import { pollUntil } from '../../orchestrator/base/poll-until.ts';
import { type EngineView, everythingNamed } from './engine-view.ts';
import { type PrivateEngine, remainsOf } from './private-engine.ts';

/** What ends by itself after a command (a loop that looks whether it is still needed) has ended by then. */
const SOON = 5_000;

/** The names that the tool gives: what else there is of a lab, nobody would find again. */
const NAMED = /-[1-8](-(pbx|softphone\d+|etc|home|voicemail))?$/;

/** What runs in a team's containers while no command is at work there. */
const AT_HOME = [
  /^\/usr\/bin\/tini -g -- \/usr\/local\/s?bin\/(pbx-boot|station) $/,
  /^\/bin\/sh \/usr\/local\/s?bin\/(pbx-boot|station) $/,
  /^sleep infinity $/,
  /^\/usr\/sbin\/asterisk -p -U asterisk $/,
  /^baresip -f \/lines\/\d{1,2} $/,
];

/** Every process that isn't the question's own, every guest's line and every line in hand. */
const AT_WORK = `for pid in /proc/[0-9]*; do
  [ "$pid" = "/proc/$$" ] && continue
  words=$(tr '\\0\\n' '  ' 2>/dev/null <"$pid/cmdline") && [ -n "$words" ] && echo "$words"
done
ls -d /lines/1?? /lines/*/held 2>/dev/null; true`;

/** Everything of a lab in the engine that its own commands can't name or have left at work. */
export async function strayOf(engine: EngineView, prefix: string): Promise<readonly string[]> {
  const look = async () => {
    const { names, running } = await everythingNamed(engine, `${prefix}-`);
    const strays = names.filter((name) => !NAMED.test(name));
    const inside = running.map(async (container) => {
      const words = (await engine.run(container, AT_WORK).catch(() => '')).split('\n');
      return words
        .filter((word) => word !== '' && !AT_HOME.some((known) => known.test(word)))
        .map((word) => `${container}: ${word}`);
    });
    return [...strays, ...(await Promise.all(inside)).flat()];
  };
  const none = (found: readonly string[]) => found.length === 0;
  return (await pollUntil(look, none, { clock: systemClock, within: SOON })).seen;
}

/** Where archives are kept. */
export function archiveFolder(): string {
  const { LAB_STATE, XDG_STATE_HOME = join(homedir(), '.local/state') } = process.env;
  return join(LAB_STATE ?? join(XDG_STATE_HOME, 'lab'), 'archives');
}

/** The archives, whole or half-written, of a lab's teams. */
export function archivesOf(prefix: string): readonly string[] {
  const folder = archiveFolder();
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files
    .filter((name) => name.startsWith(`${prefix}-team`))
    .map((name) => join(folder, name));
}

/**
 * Everything that is left of a lab when its tests are through: objects, files of its teams, and
 * commands that still run.
 */
export async function remainsOfLab(engine: EngineView, prefix: string): Promise<readonly string[]> {
  const look = async () => [
    ...(await everythingNamed(engine, `${prefix}-`)).names,
    ...archivesOf(prefix),
    ...commandsOf(prefix),
  ];
  const none = (found: readonly string[]) => found.length === 0;
  return (await pollUntil(look, none, { clock: systemClock, within: SOON })).seen;
}

/** The processes of this machine that work for a lab, found without the tool's own code. */
function commandsOf(prefix: string): readonly string[] {
  if (!existsSync('/proc/self/environ')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => readProcess(pid, 'environ').split('\0').includes(`LAB_PREFIX=${prefix}`))
    .map((pid) => `process ${pid}: ${readProcess(pid, 'cmdline').replaceAll('\0', ' ')}`)
    .filter((words) => words.includes('/dist/main.js '));
}

/** What /proc says of a process; nothing, when it has ended or is somebody else's. */
function readProcess(pid: string, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

/** Everything that is left on the machine of an engine that was removed. */
export async function remainsOfEngine(engine: PrivateEngine): Promise<readonly string[]> {
  return [...(await remainsOf(engine)), ...(existsSync(engine.state) ? [engine.state] : [])];
}
