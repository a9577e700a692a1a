import * as z from 'zod';
import { matching, named } from '../shape/lab-shape.ts';

const POINTS = /^(?:[0-9]|1[0-9]|20)(?:\.(?:00?|25|50?|75))?$/;
const CHECK = /^[a-z]+(?:\.[a-z0-9-]+)+$/;

const sentence = matching('scale-text-form', /^[^\p{C}\p{Zl}\p{Zp}]{1,600}$/u);
const text = z.strictObject({ fr: sentence, en: sentence });
const points = matching('scale-points-form', POINTS, 'number')
  .meta({ type: ['string', 'number'], minimum: 0, maximum: 20, multipleOf: 0.25 })
  .describe('In steps of 0.25');
const file = matching('lab-file-name-form', /^[a-z0-9][a-z0-9_.-]*\.conf$/);
const check = matching('scale-check-form', CHECK);

const failure = z.strictObject({
  when: z
    .record(z.string(), z.string().meta({ type: ['string', 'number'] }))
    .optional()
    .describe(
      'Facts that must hold: code, cause, or any of the reason’s own; * stands for anything',
    ),
  fr: sentence,
  en: sentence,
});

const entry = z.strictObject({
  question: z.string().describe('The question of the sheet'),
  points: points.describe('0: shown, and worth nothing'),
  stages: z
    .record(z.string(), points)
    .default({})
    .describe('Other points where a team is at this stage'),
  title: text.describe('What is tried'),
  consequenceOf: z.array(check).default([]).describe('The checks that can spoil this one'),
  files: z.array(file).default([]).describe('Where what it judges is written'),
  suspects: z
    .array(file)
    .default([])
    .describe('Files that its fault may lie in alone, the likeliest first'),
  says: z
    .array(z.string())
    .default([])
    .describe('Words that the files must have, or nobody has tried it: nothing is carried forward'),
  fail: z
    .array(failure)
    .min(1, { error: 'lab-empty' })
    .describe('What is told when it did not pass: the first that holds; the last always does'),
  selftest: z.strictObject({
    fails: z.array(z.string()).min(1, { error: 'lab-empty' }).describe('Labs that must fail it'),
    passes: z.array(z.string()).min(1, { error: 'lab-empty' }).describe('Labs that must pass it'),
  }),
});

/** The form of `checks.yaml`. The schema for editors is made from it. */
export const scaleShape = z.strictObject({
  questions: z
    .record(z.string(), text)
    .refine((record) => Object.keys(record).length > 0, { error: 'lab-empty' })
    .describe('The questions of the sheet, in their order'),
  checks: named(entry, [], CHECK, 'scale-check-form').describe(
    'What each check earns; all points make 20',
  ),
});

/** A `checks.yaml` that has the right form. */
export type ScaleShape = z.output<typeof scaleShape>;

/** The schema that editors check `checks.yaml` against, made from the form. */
export function scaleJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(scaleShape, { io: 'input', target: 'draft-7' });
  return { $schema, title: 'How a lab is marked', ...schema };
}
