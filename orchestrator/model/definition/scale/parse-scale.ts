import { bad, ok, type Result } from '../../../base/result.ts';
import { QUARTERS, type Scale, type ScaleQuestion } from '../../marking/scale.ts';
import { type Diagnostic, inReadingOrder } from '../diagnostic.ts';
import { shapeProblems } from '../shape/shape-problems.ts';
import { readLabText } from '../text/lab-text.ts';
import { scaleRuleProblems } from './scale-rules.ts';
import { type ScaleShape, scaleShape } from './scale-shape.ts';

/** What a lab has that its `checks.yaml` may speak of. */
export interface ScaleContext {
  /** The ids of its checks. */
  readonly checks: readonly string[];
  readonly stages: readonly string[];
}

/** Reads `checks.yaml`: a scale, or everything that is wrong with it, in reading order. */
export function parseScale(
  text: string,
  file: string,
  context: ScaleContext,
): Result<Scale, Diagnostic> {
  const read = readLabText(text, file);
  if (!read.ok) return read;
  const form = [...read.value.problems, ...shapeProblems(read.value, scaleShape)];
  if (form.length > 0) return bad(inReadingOrder(form));
  const shape = scaleShape.parse(read.value.data);
  const problems = scaleRuleProblems(shape, read.value, context);
  return problems.length > 0 ? bad(inReadingOrder(problems)) : ok(scaleOf(shape));
}

function scaleOf({ questions, checks }: ScaleShape): Scale {
  return {
    questions: Object.entries(questions).map(
      ([id, title]): ScaleQuestion => ({
        ...{ id, title },
        checks: Object.entries(checks)
          .filter(([, { question }]) => question === id)
          .map(([check, { points, stages, fail, ...rest }]) => ({
            id: check,
            quarters: quarters(points),
            atStage: Object.fromEntries(
              Object.entries(stages).map(([stage, own]) => [stage, quarters(own)]),
            ),
            title: rest.title,
            consequenceOf: rest.consequenceOf,
            files: rest.files,
            suspects: rest.suspects,
            says: rest.says,
            failures: fail.map(({ when, fr, en }) => ({ when: when ?? null, text: { fr, en } })),
            selftest: rest.selftest,
          })),
      }),
    ),
  };
}

function quarters(points: string): number {
  return Number(points) * QUARTERS;
}
