import { QUARTERS, TOTAL } from '../../marking/scale.ts';
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import { nearest } from '../nearest.ts';
import type { LabText } from '../text/lab-text.ts';
import { printable } from '../text/printable.ts';
import type { Path } from '../text/yaml-tree.ts';
import type { ScaleContext } from './parse-scale.ts';
import type { ScaleShape } from './scale-shape.ts';

/** Everything in which a `checks.yaml` of the right form contradicts itself or its lab. */
export function scaleRuleProblems(
  shape: ScaleShape,
  text: LabText,
  context: ScaleContext,
): readonly Diagnostic[] {
  const entries = Object.entries(shape.checks);
  const own = entries.flatMap(([id, check]) => [
    ...unknownCheck(id, context.checks, text, ['checks', id], 'key'),
    ...unknownQuestion(check.question, Object.keys(shape.questions), text, id),
    ...check.consequenceOf.flatMap((other, index) =>
      unknownCheck(other, Object.keys(shape.checks), text, ['checks', id, 'consequenceOf', index]),
    ),
    ...unknownStages(check.stages, context.stages, text, id),
    ...lastText(check.fail, text, id),
  ]);
  if (own.length > 0) return own;
  const circle = circleOf(shape.checks);
  if (circle !== null) {
    const path = ['checks', circle[0] ?? '', 'consequenceOf'];
    return [diagnostic(text.keyAt(path), 'scale-cycle', { checks: circle })];
  }
  return sumProblems(shape, text);
}

function unknownCheck(
  id: string,
  known: readonly string[],
  text: LabText,
  path: Path,
  at: 'key' | 'value' = 'value',
): readonly Diagnostic[] {
  if (known.includes(id)) return [];
  const facts = { check: printable(id), known, nearest: nearest(id, known) };
  const place = at === 'key' ? text.keyAt(path) : text.valueAt(path);
  return [diagnostic(place, 'scale-check-unknown', facts)];
}

function unknownQuestion(
  question: string,
  known: readonly string[],
  text: LabText,
  id: string,
): readonly Diagnostic[] {
  if (known.includes(question)) return [];
  const facts = { question: printable(question), known, nearest: nearest(question, known) };
  return [diagnostic(text.valueAt(['checks', id, 'question']), 'scale-question-unknown', facts)];
}

function unknownStages(
  stages: Readonly<Record<string, string>>,
  known: readonly string[],
  text: LabText,
  id: string,
): readonly Diagnostic[] {
  return Object.keys(stages)
    .filter((stage) => !known.includes(stage))
    .map((stage) => {
      const facts = { stage: printable(stage), known, nearest: nearest(stage, known) };
      return diagnostic(text.keyAt(['checks', id, 'stages', stage]), 'stage-unknown', facts);
    });
}

/** Whatever happens, there is something to tell: the last text asks for nothing. */
function lastText(
  fail: ScaleShape['checks'][string]['fail'],
  text: LabText,
  id: string,
): readonly Diagnostic[] {
  if (fail.at(-1)?.when === undefined) return [];
  const path = ['checks', id, 'fail', fail.length - 1];
  return [diagnostic(text.valueAt(path), 'scale-last-text', { check: id })];
}

/** The checks of a circle in which each is a consequence of the next; null where there is none. */
function circleOf(checks: ScaleShape['checks']): readonly string[] | null {
  const cleared = new Set<string>();
  const follow = (id: string, path: readonly string[]): readonly string[] | null => {
    if (path.includes(id)) return path.slice(path.indexOf(id));
    if (cleared.has(id)) return null;
    for (const other of checks[id]?.consequenceOf ?? []) {
      const found = follow(other, [...path, id]);
      if (found !== null) return found;
    }
    cleared.add(id);
    return null;
  };
  for (const id of Object.keys(checks)) {
    const found = follow(id, []);
    if (found !== null) return found;
  }
  return null;
}

/** All points make 20, also at each stage that has points of its own. */
function sumProblems({ checks }: ScaleShape, text: LabText): readonly Diagnostic[] {
  const entries = Object.values(checks);
  const stages = [...new Set(entries.flatMap((check) => Object.keys(check.stages)))];
  return [null, ...stages].flatMap((stage) => {
    const quarters = entries.reduce((sum, check) => {
      const points = stage === null ? check.points : (check.stages[stage] ?? check.points);
      return sum + Number(points) * QUARTERS;
    }, 0);
    if (quarters === TOTAL * QUARTERS) return [];
    const facts = { found: String(quarters / QUARTERS), total: TOTAL, stage: stage ?? '' };
    return [diagnostic(text.keyAt(['checks']), 'scale-sum', facts)];
  });
}
