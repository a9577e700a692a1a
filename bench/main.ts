import { readFile, writeFile } from 'node:fs/promises';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../orchestrator/base/clock.ts';
import { COMMANDS } from '../orchestrator/cli/commands.ts';
import { tellFailure } from '../orchestrator/cli/tell-failure.ts';
import { type BenchLab, benchLab, INSTALL_FOLDER, TEAM } from './bench-lab.ts';
import { borrowEngine } from './borrowed-engine.ts';
import { type ComposeProgram, composePackage } from './compose-package.ts';
import { cliStarts } from './contestants/cli-start.ts';
import { composeReaches, composeUp } from './contestants/compose-up.ts';
import { floorUp } from './contestants/floor-up.ts';
import { idleMemory } from './contestants/idle-memory.ts';
import { labCheck, labQuickCheck } from './contestants/lab-check.ts';
import { labGrades } from './contestants/lab-grade.ts';
import { labReset } from './contestants/lab-reset.ts';
import { labUp } from './contestants/lab-up.ts';
import { climbs, judged } from './figures.ts';
import { labProcess } from './lab-process.ts';
import { page, tables } from './page.ts';
import { interleaved, type Samples } from './rounds.ts';

// Measures `lab` against what stands in its way, prints medians as ratios, writes docs/performance.md.
// Run: npm run bench [-- --rounds 5 --base 10.99]. Another LAB_PREFIX than the bench's own can be given.

const PAGE = join(INSTALL_FOLDER, 'docs', 'performance.md');
const COMPOSE_FOLDER = join(INSTALL_FOLDER, 'node_modules', '.cache', 'lab-bench', 'compose');

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    base: { type: 'string', default: '10.99' },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new RangeError('--rounds takes a whole number');

const interrupted = new AbortController();
for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // For good: while a program of ours runs, a signal that nobody listens to any more ends us at once.
  process.on(event, () => {
    if (interrupted.signal.aborted) process.exit(130);
    interrupted.abort(new Error(event));
  });
}
const { signal } = interrupted;

try {
  await bench();
} catch (error) {
  process.exitCode = signal.aborted ? 130 : 1;
  if (signal.aborted) say(`stopped: ${signal.reason}`);
  else tellFailure(error, { language: 'en', errors: process.stderr });
}

async function bench(): Promise<void> {
  await using _engine = await borrowEngine(say, signal);
  const lab = await benchLab(process.env.LAB_PREFIX ?? 'lab-bench', values.base);
  // What a killed bench has left would be in the way.
  await lab.clear();
  try {
    const compose = await composeOf(lab);
    const samples = { ...(await ups(lab, compose)), ...(await standing(lab)) };
    const figures = tables(judged(samples), climbs(samples));
    process.stdout.write(`\n${figures}\n`);
    await writePage(lab, compose, figures);
  } finally {
    await lab.clear();
  }
}

async function composeOf({ shell, endpoint }: BenchLab): Promise<ComposeProgram> {
  const compose: ComposeProgram = composeReaches(endpoint)
    ? await composePackage(shell, COMPOSE_FOLDER)
    : { ok: false, reason: 'this engine wants certificates' };
  if (!compose.ok) say(`Compose is left out: ${compose.reason}`);
  return compose;
}

/** What begins with nothing in the engine. */
function ups(lab: BenchLab, compose: ComposeProgram): Promise<Samples> {
  const contestants = [
    labUp(lab, signal),
    floorUp(lab, signal),
    ...(compose.ok ? [composeUp(lab, compose.program, signal)] : []),
  ];
  return interleaved(contestants, { rounds, signal, tell: say });
}

/** What is measured on a team that is up. */
async function standing(lab: BenchLab): Promise<Samples> {
  const options = { rounds, signal, tell: say };
  await labProcess(lab, ['up', '--team', String(TEAM), '--base', lab.base, '--yes'], { signal });
  const memory = await interleaved([idleMemory(lab)], options);
  const starts = await interleaved(cliStarts(lab, signal), { ...options, rounds: 3 * rounds });
  const verbs = await interleaved(
    [
      ...(has('check') ? [labCheck(lab, signal), labQuickCheck(lab, signal)] : []),
      ...(has('reset') ? [labReset(lab, signal)] : []),
    ],
    options,
  );
  const grades = await labGrades(lab, signal);
  const graded = await interleaved(grades.contestants, {
    ...options,
    rounds: Math.ceil(rounds / 2),
  });
  await grades.clear();
  return { ...memory, ...starts, ...verbs, ...graded };
}

function has(verb: string): boolean {
  const found = COMMANDS.some(({ name }) => name === verb);
  if (!found) say(`lab ${verb} is left out: this lab has no such verb`);
  return found;
}

async function writePage(lab: BenchLab, compose: ComposeProgram, figures: string): Promise<void> {
  const { name, version } = lab.connection.info;
  const [processor] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const machine = `${cpus().length} × ${processor?.model.trim()}, ${memory} GiB, Linux ${release()}, Node.js ${process.versions.node}`;
  const circumstances = {
    date: systemClock.date().toISOString().slice(0, 10),
    machine,
    engine: `${name} ${version}`,
    compose: compose.ok ? compose.version : `left out: ${compose.reason}`,
    rounds,
  };
  const before = await readFile(PAGE, 'utf8').catch(() => '');
  await writeFile(PAGE, page(circumstances, figures, before));
  say(`wrote ${PAGE}`);
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
