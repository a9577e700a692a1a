import * as z from 'zod';
import { CAPTURE_PARTS, ENCODINGS } from '../../mutants/mutant.ts';
import { matching, named } from '../shape/lab-shape.ts';

const ID = /^[WV][0-9]{2,3}$/;
const FAULTS = /^[1-9]$/;

const sentence = matching('scale-text-form', /^[^\p{C}\p{Zl}\p{Zp}]{1,200}$/u);
const file = matching('lab-file-name-form', /^[a-z0-9][a-z0-9_.-]*\.conf$/);
const edited = matching(
  'lab-file-name-form',
  /^(?:[a-z0-9][a-z0-9_.-]*\.conf|answers\.yaml|call\.pcap)$/,
);
const check = matching('scale-check-form', /^[a-z]+(?:\.[a-z0-9-]+)+$/);

const edit = z.strictObject({
  file: edited.describe('The file of /etc/asterisk that is changed, answers.yaml or call.pcap'),
  in: z.string().optional().describe('Only in this section, for replace and delete'),
  replace: z.string().optional().describe('Every occurrence of this text becomes `by`'),
  by: z.string().optional(),
  delete: z.string().optional().describe('Every line that has this text goes'),
  drop: z.string().optional().describe('This whole section goes'),
  move: z.string().optional().describe('This section goes behind `after`'),
  after: z.string().optional(),
  content: z.string().optional().describe('The whole file; it need not exist'),
  encode: z.enum(ENCODINGS, { error: 'mutant-encoding' }).optional().describe('How it is saved'),
  lacks: z
    .enum(CAPTURE_PARTS, { error: 'mutant-capture-part' })
    .optional()
    .describe('This part of the call is away from call.pcap'),
  of: z
    .enum(['another-team'], { error: 'mutant-capture-of' })
    .optional()
    .describe('call.pcap is of another team'),
});

const expectation = z.strictObject({
  root: z.array(check).min(1, { error: 'lab-empty' }).describe('The checks to blame'),
  questions: z.array(z.string()).describe('Where marks are lost, and nowhere else'),
  fails: z.array(check).default([]).describe('Other checks that fail, as consequences'),
  passes: z.array(check).default([]).describe('Consequences of the root that pass all the same'),
});

const mutant = z.strictObject({
  about: z.strictObject({ fr: sentence, en: sentence }),
  edits: z.array(edit).min(1, { error: 'lab-empty' }),
  papers: z
    .boolean()
    .default(false)
    .describe('It hands in papers/answers.yaml and papers/call.pcap; edits of these say so, too'),
  expect: expectation.optional().describe('Without it, the lab is worth full marks'),
  faults: matching('mutant-faults-form', FAULTS, 'integer')
    .transform(Number)
    .default(1)
    .describe('How many mistakes it has'),
  cause: z
    .array(z.string())
    .default([])
    .describe('Words of which one must be in what the student is told'),
  place: z
    .strictObject({
      file,
      line: z.string().optional().describe('A text; the first line that has it is meant'),
      section: z.string().optional(),
    })
    .optional(),
});

/** The form of `mutants.yaml`. The schema for editors is made from it. */
export const mutantsShape = z.strictObject({
  mutants: named(mutant, [], ID, 'mutant-id-form').describe(
    'Labs that the grader is tried on: W is wrong, V valid but different',
  ),
});

/** A `mutants.yaml` that has the right form. */
export type MutantsShape = z.output<typeof mutantsShape>;

/** The schema that editors check `mutants.yaml` against, made from the form. */
export function mutantsJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(mutantsShape, { io: 'input', target: 'draft-7' });
  return { $schema, title: 'Labs that the grader is tried on', ...schema };
}
