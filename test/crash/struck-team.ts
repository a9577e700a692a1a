import { rmSync, statSync } from 'node:fs';
import { shell } from '../../orchestrator/adapters/shell/shell.ts';
import type { EngineView } from '../docker/engine-view.ts';
import type { CommandResult, CommandSetting } from '../docker/lab-command.ts';
import { archivesOf, strayOf } from '../docker/left-behind.ts';

/** The lab that is struck: the tool on an engine, and a view of that engine past the tool. */
export interface StruckLab {
  readonly prefix: string;
  readonly base: string;
  readonly engine: () => Promise<EngineView>;
  readonly lab: (words: readonly string[], setting?: CommandSetting) => Promise<CommandResult>;
}

/** What a team makes of its lab: a line at the end of each of these files. */
const WORK = [
  '/etc/asterisk/users.conf',
  '/etc/asterisk/own.conf',
  '/root/notes.txt',
  '/var/spool/asterisk/voicemail/finance/3102/Work/msg0000.txt',
];

/** Archives beyond these are let go of, so that hundreds of strikes don't fill the disk. */
const KEPT_ARCHIVES = 3;

interface Status {
  readonly teams: readonly {
    readonly stage: string | null;
    readonly network: boolean;
    readonly pbx: { readonly state: string };
    readonly stations: readonly {
      readonly container: string;
      readonly state: string;
      readonly lines: readonly { readonly extension: string; readonly registered: boolean }[];
    }[];
  }[];
}

/** One team of a struck lab: what is done to it, and what is seen of it. */
export function struckTeam({ prefix, base, engine, lab }: StruckLab, team: number) {
  const own = ['--team', String(team)];
  const name = `${prefix}-${team}`;
  const pbx = `${name}-pbx`;

  /** Runs a verb on this team. */
  const verb = (words: string) => lab([...words.split(' '), ...own, ...baseFor(words, base)]);

  /** What a person can see: the stage, what runs, which lines are registered; and what the engine has. */
  const observed = async (): Promise<{ readonly stage: string; readonly seen: string }> => {
    const { stdout } = await lab(['status', ...own, '--json']);
    const [found] = (JSON.parse(stdout) as Status).teams;
    const { containers, networks, volumes } = await (await engine()).look(prefix);
    const ours = (one: string) => one === name || one.startsWith(`${name}-`);
    const running = Object.entries(containers)
      .filter(([one]) => ours(one))
      .map(([one, { state }]) => `${one} ${state}`);
    const stations = found?.stations.map(({ container, state, lines }) => ({
      ...{ container, state },
      lines: lines.map(({ extension, registered }) => `${extension} ${registered}`),
    }));
    const seen = { network: found?.network, pbx: found?.pbx.state, stations, running };
    const others = { networks: networks.filter(ours), volumes: volumes.filter(ours) };
    return { stage: found?.stage ?? '', seen: JSON.stringify({ ...seen, ...others }) };
  };

  /** Takes away, past the tool, what there is of the team; its work too, or not. */
  const remove = async (what: 'all' | 'objects') => {
    const { client, look } = await engine();
    const { containers, networks, volumes } = await look(prefix);
    const ours = (one: string) => one === name || one.startsWith(`${name}-`);
    const doomed = Object.entries(containers).filter(([one]) => ours(one));
    await Promise.all(doomed.map(([, { id }]) => client.getContainer(id).remove({ force: true })));
    await Promise.all(networks.filter(ours).map((one) => client.getNetwork(one).remove()));
    if (what === 'objects') return;
    await Promise.all(volumes.filter(ours).map((one) => client.getVolume(one).remove()));
  };

  const doWork = async (line: string) => {
    const script = WORK.map((file) => `mkdir -p $(dirname ${file}); echo '${line}' >>${file}`);
    await (await engine()).run(pbx, `${script.join('\n')}\nchown -R asterisk: /var/spool/asterisk`);
  };

  /** What the tool left of this team that it can't name. */
  const stray = async () => strayOf(await engine(), name);

  return {
    team,
    own,
    verb,
    observed,
    remove,
    doWork,
    stray,
    ...keptWork({ prefix, engine }, team),
  };
}

/** Where a team's lines of work are: in its PBX, and in its archives. */
function keptWork({ prefix, engine }: Pick<StruckLab, 'prefix' | 'engine'>, team: number) {
  const archives = () =>
    archivesOf(prefix)
      .filter((file) => file.includes(`${prefix}-team${team}-`))
      .map((file) => ({ file, at: statSync(file).mtimeMs }))
      .sort((one, other) => other.at - one.at);

  /** The files whose line is neither in the team's PBX nor in an archive made since. */
  const lost = async (line: string, since: number): Promise<readonly string[]> => {
    const { run } = shell(process.env);
    const grep = `grep -lxF '${line}' ${WORK.join(' ')}`;
    const kept = await (await engine()).run(`${prefix}-${team}-pbx`, grep);
    const missing = WORK.filter((file) => !kept.split('\n').includes(file));
    const found = missing.map(async (file) => {
      const whole = archives().filter(({ file, at }) => at >= since && file.endsWith('.tar.gz'));
      const copies = whole.map((archive) =>
        run('tar', ['-xzOf', archive.file, file.slice(1)], { mayFail: true }),
      );
      const texts = (await Promise.all(copies)).map(({ stdout }) => stdout.split('\n'));
      return texts.some((text) => text.includes(line)) ? [] : [file];
    });
    return (await Promise.all(found)).flat();
  };

  const prune = () => {
    for (const { file } of archives().slice(KEPT_ARCHIVES)) rmSync(file, { force: true });
  };
  return { archives, lost, prune };
}

/** A team that is struck. */
export type StruckTeam = ReturnType<typeof struckTeam>;

/** Verbs that make a network take the base that it is made of. */
export function baseFor(words: string, base: string): readonly string[] {
  return /^(up|reset|catch-up|restore|undo)\b/.test(words) ? ['--base', base] : [];
}
