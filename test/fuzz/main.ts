import { parseArgs } from 'node:util';
import { engineView } from '../docker/engine-view.ts';
import { labCommand } from '../docker/lab-command.ts';
import { gradeHostile } from './grade-hostile.ts';
import { hostileHandIn, KIND_NAMES } from './hostile-hand-in.ts';

// Grades hostile hand-ins with the built `lab`, some at a time, and tells what became of each.
// Run: npm run fuzz -- [--count 200 --seed 1 --first 0 --jobs 4 --base 10.98 --kinds exec,goto-self]

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
    jobs: { type: 'string', default: '4' },
    kinds: { type: 'string', default: '' },
    base: { type: 'string', default: '10.98' },
  },
});
const [count, seed, first] = [values.count, values.seed, values.first].map(Number);
const PREFIX = process.env.LAB_PREFIX ?? 'labfuzz';
/** A run is a process of its own, so that one that crashes takes few with it. */
const TOGETHER = 8;
const WITHIN = 30 * 60_000;

const { look } = await engineView();
const tell = (line: string) => void process.stdout.write(`${line}\n`);
const lab = (words: readonly string[]) =>
  labCommand([...words, '--jobs', values.jobs, '--base', values.base, '--seed', '7'], {
    environment: { LAB_PREFIX: PREFIX },
    within: WITHIN,
  });

const wrong: string[] = [];
let longest = 0;
const kinds = values.kinds === '' ? KIND_NAMES : values.kinds.split(',');
const asked = Array.from({ length: count ?? 0 }, (_, at) => {
  const round = Math.floor(at / kinds.length) * KIND_NAMES.length;
  return (first ?? 0) + round + KIND_NAMES.indexOf(kinds[at % kinds.length] ?? '');
});
for (let at = 0; at < asked.length; at += TOGETHER) {
  const some = asked.slice(at, at + TOGETHER).map((index) => hostileHandIn(index, seed ?? 1));
  const last = at + some.length;
  const { code, fates, stderr } = await gradeHostile(some, lab);
  for (const { name, ms, points, verdicts, error } of fates) {
    longest = Math.max(longest, ms);
    tell(`${name}  ${(ms / 1000).toFixed(1)} s  ${points}  ${error ?? JSON.stringify(verdicts)}`);
    if (points === null && error === null) wrong.push(`${name}: no mark`);
  }
  if (code > 3) wrong.push(`${at}-${last - 1}: exit status ${code}: ${stderr.slice(-2000)}`);
  if (fates.length !== some.length)
    wrong.push(`${at}-${last - 1}: ${fates.length} of ${some.length}`);
  const left = Object.keys((await look(PREFIX)).containers).filter((one) => one.includes('-room-'));
  if (left.length > 0) wrong.push(`${at}-${last - 1}: left behind ${left.join(', ')}`);
}
tell(
  `${count} hand-ins, seed ${seed}: longest ${(longest / 1000).toFixed(1)} s, ${wrong.length} wrong`,
);
for (const line of wrong) tell(line);
process.exit(wrong.length > 0 ? 1 : 0);
