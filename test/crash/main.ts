import { existsSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { labCommand } from '../docker/lab-command.ts';
import { archivesOf, remainsOfLab } from '../docker/left-behind.ts';
import { blowOf } from './blows.ts';
import { fullDisk, lostEngine, type Scene, sharedEngine } from './scenes.ts';
import { type Fate, strikes } from './strike.ts';
import { type StruckLab, struckTeam } from './struck-team.ts';

// Ends the built `lab` with `kill -9` at seeded instants (or its engine, or with a disk that is
// full) and tells what survived.
// Run: npm run test:crash -- [--count 200 --seed 1 --teams 4 --base 10.96 --by kill|engine|disk]

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    teams: { type: 'string', default: '4' },
    base: { type: 'string', default: '10.96' },
    by: { type: 'string', default: 'kill' },
  },
});
const [count = 0, seed = 0, teams = 1] = [values.count, values.seed, values.teams].map(Number);
const PREFIX = process.env.LAB_PREFIX ?? 'labcrash';
const WITHIN = 180_000;

const tell = (line: string) => void process.stdout.write(`${line}\n`);
const SCENES: Readonly<Record<string, () => Promise<Scene>>> = {
  kill: sharedEngine,
  engine: lostEngine,
  disk: fullDisk,
};

const open = SCENES[values.by];
if (open === undefined) throw new Error(`--by ${values.by}: ${Object.keys(SCENES).join(', ')}`);
const began = performance.now();
const fates: Fate[] = [];
const left = await played(await open());
const lost = fates.filter(({ faults }) => faults.length > 0);
const cut = fates.filter((fate) => fate.cut).length;
const minutes = ((performance.now() - began) / 60_000).toFixed(1);
tell(
  `${fates.length} strikes by ${values.by}, seed ${seed}, ${cut} of them at work: ${fates.length - lost.length} survived, ${lost.length} lost, ${left.length} left behind, ${minutes} min`,
);
for (const object of left) tell(`left behind: ${object}`);
process.exit(lost.length + left.length > 0 ? 1 : 0);

/** Strikes all teams side by side on one engine, takes them down, and tells what is left then. */
async function played(scene: Scene): Promise<readonly string[]> {
  await using _scene = scene;
  const environment = { ...scene.environment, LAB_PREFIX: PREFIX };
  const lab: StruckLab = {
    ...{ prefix: PREFIX, base: values.base, engine: scene.view },
    lab: (words, setting) => labCommand(words, { within: WITHIN, ...setting, environment }),
  };
  const together = Math.min(teams, scene.teams, count);
  const numbers = Array.from({ length: together }, (_, index) => index + 1);
  const blow = scene.blow?.(environment) ?? blowOf(environment);
  try {
    await Promise.all(numbers.map((team) => struck(lab, team, together, blow)));
  } finally {
    const down = await lab.lab(['down', '--all', '--purge', '--yes', '--json']);
    if (down.code !== 0) tell(down.stdout + down.stderr);
    for (const file of archivesOf(PREFIX)) if (existsSync(file)) rmSync(file);
  }
  return remainsOfLab(await scene.view(), PREFIX);
}

async function struck(
  lab: StruckLab,
  team: number,
  together: number,
  blow: ReturnType<typeof blowOf>,
): Promise<void> {
  const one = struckTeam(lab, team);
  const share = Math.floor(count / together) + (team <= count % together ? 1 : 0);
  for await (const fate of strikes(lab, one, { count: share, seed, blow })) {
    fates.push(fate);
    const { number, verb, before, at, cut, faults } = fate;
    const name = `${String(fates.length).padStart(3)}  team ${team} strike ${number}`;
    const how = `${verb} (${before}) at ${at} ms${cut ? '' : ', which had ended'}`;
    tell(`${name}  ${faults.length === 0 ? 'survived' : 'LOST'}  ${how}`);
    for (const fault of faults) tell(`       ${fault}`);
  }
}
