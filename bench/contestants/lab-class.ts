import { rm } from 'node:fs/promises';
import { systemClock } from '../../orchestrator/base/clock.ts';
import { ALL_TEAMS } from '../../orchestrator/model/numbering/team-number.ts';
import { type BenchLab, TEAM } from '../bench-lab.ts';
import { labProcess } from '../lab-process.ts';
import { type Contestant, timed } from '../rounds.ts';

/** What is read of the lines that a verb prints for several teams: events, then its document. */
interface Line {
  readonly type?: string;
  readonly team?: number;
  readonly check?: string;
  readonly verdict?: { readonly verdict: string };
  readonly teams?: readonly { readonly archive?: string | null }[];
}

const nothing = async () => undefined;

/** `lab up --all` from Enter until the last team's last line is registered, and to its end. */
export function labUpAll(lab: BenchLab, signal: AbortSignal): Contestant {
  const registrations = lab.decision.plan.contexts.map(({ name }) => `register.${name}`);
  const wanted = ALL_TEAMS.flatMap((team) => registrations.map((check) => `${team} ${check}`));
  return {
    name: 'lab up --all',
    clear: lab.clear,
    run: async () => {
      const started = systemClock.now();
      const seen = new Map<string, number>();
      const onLine = (text: string) => {
        const { type, team, check, verdict } = parsed(text);
        if (type !== 'check' || verdict?.verdict !== 'pass') return;
        seen.set(`${team} ${check}`, systemClock.now() - started);
      };
      await labProcess(lab, upWords(lab), { onLine, signal });
      const checked = systemClock.now() - started;
      const moments = wanted.flatMap((name) => seen.get(name) ?? []);
      if (moments.length < wanted.length) throw new Error('not every line was registered');
      return { 'up --all: registered': Math.max(...moments), 'up --all: checked': checked };
    },
  };
}

/** `lab reset --all` from Enter to its end, on eight teams that are up. Its archives are removed. */
export function labResetAll(lab: BenchLab, signal: AbortSignal): Contestant {
  return {
    name: 'lab reset --all',
    clear: lab.clear,
    run: async () => {
      await labProcess(lab, upWords(lab), { signal });
      let said = '';
      const ms = await timed(async () => {
        said = await labProcess(lab, ['reset', '--all', '--yes', '--json'], { signal });
      });
      const { teams = [] } = parsed(said.trim().split('\n').at(-1) ?? '');
      if (teams.length < ALL_TEAMS.length) throw new Error(`not every team was reset:\n${said}`);
      for (const { archive } of teams) if (archive) await rm(archive, { force: true });
      return { 'reset --all': ms };
    },
  };
}

/** What is asked of eight teams that are up: all their checks, those of one alone, how they are. */
export function labStanding(lab: BenchLab, signal: AbortSignal): readonly Contestant[] {
  const verb = (figure: string, words: readonly string[]): Contestant => ({
    name: `lab ${figure}`,
    clear: nothing,
    run: async () => ({ [figure]: await timed(() => labProcess(lab, words, { signal })) }),
  });
  return [
    verb('check --all', ['check', '--all', '--json']),
    verb('check, others up', ['check', '--team', String(TEAM), '--json']),
    verb('status', ['status', '--json']),
  ];
}

function upWords({ base }: BenchLab): readonly string[] {
  return ['up', '--all', '--base', base, '--yes', '--json'];
}

/** A line as JSON; what is none says nothing. */
function parsed(line: string): Line {
  if (!line.startsWith('{')) return {};
  return JSON.parse(line) as Line;
}
