import { readFile, writeFile } from 'node:fs/promises';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../orchestrator/base/clock.ts';
import { tellFailure } from '../orchestrator/cli/tell-failure.ts';
import { type BenchLab, benchLab, INSTALL_FOLDER, TEAM } from './bench-lab.ts';
import { borrowEngine } from './borrowed-engine.ts';
import { type ComposeProgram, composePackage } from './compose-package.ts';
import { cliStarts } from './contestants/cli-start.ts';
import { compose, composeReaches, composeRenew, composeUp } from './contestants/compose-up.ts';
import { floorUp } from './contestants/floor-up.ts';
import { idleMemory } from './contestants/idle-memory.ts';
import { labCheck, labQuickCheck } from './contestants/lab-check.ts';
import { labResetAll, labStanding, labUpAll } from './contestants/lab-class.ts';
import { labGrades } from './contestants/lab-grade.ts';
import { labReset } from './contestants/lab-reset.ts';
import { labUp } from './contestants/lab-up.ts';
import { climbs, judged } from './figures.ts';
import { labProcess } from './lab-process.ts';
import { page, tables } from './page.ts';
import { interleaved, type Samples } from './rounds.ts';

// Measures `lab` against what stands in its way, prints medians as ratios, writes docs/performance.md.
// Run: npm run bench [-- --rounds 5 --base 10.99 --only team,grade,class]; with --only no page is
// written. Another LAB_PREFIX than the bench's own can be given.

const PAGE = join(INSTALL_FOLDER, 'docs', 'performance.md');
const COMPOSE_FOLDER = join(INSTALL_FOLDER, 'node_modules', '.cache', 'lab-bench', 'compose');

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    base: { type: 'string', default: '10.99' },
    only: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new RangeError('--rounds takes a whole number');

/** What takes most of a minute is measured less often. */
const fewer = Math.ceil(rounds / 2);

const PARTS = { team: ofTeam, grade: ofGrading, class: ofClass } as const;
const parts = (values.only?.split(',') ?? Object.keys(PARTS)).map((word) => {
  const part = (Object.keys(PARTS) as (keyof typeof PARTS)[]).find((known) => known === word);
  if (part === undefined) throw new RangeError(`--only takes ${Object.keys(PARTS).join(', ')}`);
  return part;
});

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
    const program = await composeOf(lab);
    const samples: Record<string, readonly number[]> = {};
    for (const part of parts) Object.assign(samples, await PARTS[part](lab, program));
    const figures = tables(judged(samples), climbs(samples));
    process.stdout.write(`\n${figures}\n`);
    if (values.only === undefined) await writePage(lab, program, figures);
  } finally {
    await lab.clear();
  }
}

async function composeOf({ shell, endpoint }: BenchLab): Promise<ComposeProgram> {
  const found: ComposeProgram = composeReaches(endpoint)
    ? await composePackage(shell, COMPOSE_FOLDER)
    : { ok: false, reason: 'this engine wants certificates' };
  if (!found.ok) say(`Compose is left out: ${found.reason}`);
  return found;
}

/** One team, from nothing, and once it is up. */
async function ofTeam(lab: BenchLab, found: ComposeProgram): Promise<Samples> {
  const options = { rounds, signal, tell: say };
  const one = [lab.decision];
  const ups = await interleaved(
    [
      labUp(lab, signal),
      floorUp(lab, one, { name: 'floor', signal }),
      ...composeWith(found, lab, one).map((own) => composeUp(lab, own, 'compose')),
    ],
    options,
  );
  await labProcess(lab, ['up', '--team', String(TEAM), '--base', lab.base, '--yes'], { signal });
  const memory = await interleaved([idleMemory(lab)], options);
  const starts = await interleaved(cliStarts(lab, signal), { ...options, rounds: 3 * rounds });
  const verbs = await interleaved(
    [labCheck(lab, signal), labQuickCheck(lab, signal), labReset(lab, signal)],
    options,
  );
  await lab.clear();
  return { ...ups, ...memory, ...starts, ...verbs };
}

/** Hand-ins of one team and of eight. */
async function ofGrading(lab: BenchLab): Promise<Samples> {
  const grades = await labGrades(lab, signal);
  const options = { rounds: fewer, signal, tell: say };
  const graded = await interleaved(grades.contestants, options);
  await grades.clear();
  return graded;
}

/** Eight teams at once. */
async function ofClass(lab: BenchLab, found: ComposeProgram): Promise<Samples> {
  const options = { rounds: fewer, signal, tell: say };
  const all = lab.decisions;
  const together = composeWith(found, lab, all);
  const ups = await interleaved(
    [
      labUpAll(lab, signal),
      floorUp(lab, all, { name: 'floor of eight', signal }),
      ...together.map((own) => composeUp(lab, own, 'compose, eight')),
    ],
    options,
  );
  const renewed = await interleaved(
    [labResetAll(lab, signal), ...together.map((own) => composeRenew(lab, own, 'compose, eight'))],
    options,
  );
  await labProcess(lab, ['up', '--all', '--base', lab.base, '--yes', '--json'], { signal });
  const standing = await interleaved(labStanding(lab, signal), options);
  await lab.clear();
  return { ...ups, ...renewed, ...standing };
}

/** Compose for these teams, where it is there at all. */
function composeWith(found: ComposeProgram, lab: BenchLab, decisions: BenchLab['decisions']) {
  return found.ok ? [compose(lab, decisions, { program: found.program, signal })] : [];
}

async function writePage(lab: BenchLab, found: ComposeProgram, figures: string): Promise<void> {
  const { name, version } = lab.connection.info;
  const [processor] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const machine = `${cpus().length} × ${processor?.model.trim()}, ${memory} GiB, Linux ${release()}, Node.js ${process.versions.node}`;
  const circumstances = {
    date: systemClock.date().toISOString().slice(0, 10),
    machine,
    engine: `${name} ${version}`,
    compose: found.ok ? found.version : `left out: ${found.reason}`,
    rounds,
    fewer,
  };
  const before = await readFile(PAGE, 'utf8').catch(() => '');
  await writeFile(PAGE, page(circumstances, figures, before));
  say(`wrote ${PAGE}`);
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
