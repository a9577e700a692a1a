import * as z from 'zod';
import type { FoundValue } from '../../../base/problems/input-problems.ts';
import type { ProblemCode, Problems } from '../../../base/problems.ts';
import { isPrivateBase } from '../../numbering/layout.ts';

/** The codes of problems that only say: this value has not the form that its key asks for. */
export type FormCode = {
  [C in ProblemCode]: [FoundValue, Problems[C]] extends [Problems[C], FoundValue] ? C : never;
}[ProblemCode];

const NAME = /^[a-z][a-z0-9-]{0,39}$/;
// These reach Asterisk and baresip files as they are: no newline, `;`, `[`, `=`, `,`, `<`, quotes.
const SAFE_TEXT =
  /^[\p{Script=Latin}0-9](?:[\p{Script=Latin}0-9 _.-]{0,38}[\p{Script=Latin}0-9_.-])?$/u;
const SAFE_SECRET = /^[\p{Script=Latin}0-9_.-]{1,40}$/u;

/** Section names that mean something else to Asterisk. */
const RESERVED_CONTEXTS: readonly string[] = ['general', 'globals', 'default', 'zonemessages'];
/** Names that other containers of a team have. */
const RESERVED_STATIONS: readonly string[] = ['pbx', 'probe', 'lock', 'archive'];

const name = matching('lab-name-form', NAME);
const title = matching('lab-title-form', /^[^\p{C}\p{Zl}\p{Zp}]{1,120}$/u);
const secret = matching('lab-secret-unsafe', SAFE_SECRET, 'number');
const pin = matching('lab-pin-form', /^[0-9]{1,10}$/, 'integer');
const extension = matching('lab-number-form', /^X[0-9]{3}$/);

const user = z.strictObject({
  number: extension,
  name: matching('lab-text-unsafe', SAFE_TEXT).optional(),
  secret: secret.optional(),
  pin: pin.optional(),
});

const context = z.strictObject({
  numbers: matching('lab-numbers-form', /^X[0-9]$/).describe('Where its numbers begin: X1'),
  users: z.array(z.union([extension, user])).min(1, { error: 'lab-empty' }),
  voicemail: extension.describe('The number that consults voicemail: X199'),
  pin: pin.describe('The PIN of every mailbox here that has no other'),
});

const station = z.strictObject({
  address: whole(1, 254).describe('The last byte of its address'),
  lines: z.array(extension).describe('The account that each line gets at first'),
});

const truth = matching('lab-truth-form', /^(?:true|false)$/, 'boolean').transform(
  (word) => word === 'true',
);

const stage = z.strictObject({
  installed: truth
    .default(true)
    .describe('Asterisk is installed; false: that is left to the students'),
  files: z.array(matching('lab-file-name-form', /^[a-z0-9][a-z0-9_.-]*\.conf$/)),
  contexts: z
    .array(name)
    .optional()
    .describe('The contexts whose numbers can be called; all of them unless it says so'),
});

const limits = z.strictObject({
  memory: matching('lab-memory-form', /^[1-9][0-9]{0,5}[KMG]$/),
  pids: whole(1, 100_000),
  cpus: matching('lab-cpus-form', /^(?:[1-9][0-9]?(?:\.[0-9]{1,2})?|0\.[1-9][0-9]?)$/, 'number'),
  shares: whole(2, 262_144)
    .default(1024)
    .describe('Its weight where processors are short; others have 1024'),
  disk: matching('lab-memory-form', /^[1-9][0-9]{0,5}[KMG]$/)
    .optional()
    .describe(
      'What it may write, in its own layer and in each volume, where the engine can limit it',
    ),
});

/** The form of a lab file. The schema for editors is made from it. */
export const labShape = z.strictObject({
  lab: name,
  title: z.strictObject({ fr: title, en: title }),
  base: matching('lab-base-not-private', isPrivateBase)
    .meta({ type: ['string', 'number'] })
    .describe('The first two bytes of every team network'),
  flavour: name.describe('The folder of templates'),
  ring: whole(1, 300).default(20).describe('Seconds until voicemail answers'),
  ringTolerance: whole(0, 60).default(3).describe('Seconds by which a check lets the ring differ'),
  secret: secret.describe('The secret of every user that has no other'),
  contexts: named(context, RESERVED_CONTEXTS),
  stations: named(station, RESERVED_STATIONS),
  stages: named(stage, []),
  limits: z.strictObject({ pbx: limits, softphone: limits }),
  policies: z
    .strictObject({
      contextsSeparate: demand('Contexts may not call each other'),
      patternsOnly: demand('A number that nobody has yet must be reached like the others'),
      callerKnown: demand('Voicemail may not ask who calls for the box'),
      boxesInVoicemail: demand('A box that only users.conf declares is none'),
    })
    .prefault({}),
});

/** A lab file that has the right form. */
export type LabShape = z.output<typeof labShape>;

/** Something that a lab may ask for beyond a working exchange; it doesn't unless it says so. */
function demand(what: string) {
  return truth.default(false).describe(what);
}

/** Text of a form; editors are told the pattern, and that bare numbers are welcome. */
export function matching(
  error: FormCode,
  form: RegExp | ((text: string) => boolean),
  bare?: 'integer' | 'number' | 'boolean',
) {
  const text =
    form instanceof RegExp ? z.string().regex(form, { error }) : z.string().refine(form, { error });
  return bare === undefined ? text : text.meta({ type: ['string', bare] });
}

function whole(least: number, most: number) {
  return z
    .string()
    .refine((text) => /^[0-9]{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: 'lab-whole-number' satisfies ProblemCode,
      params: { least, most },
    })
    .meta({ type: 'integer', minimum: least, maximum: most })
    .transform(Number);
}

/** A map from names to values of one form; it says something. */
export function named<T extends z.ZodType>(
  value: T,
  reserved: readonly string[],
  form: RegExp = NAME,
  error: FormCode = 'lab-name-form',
) {
  const key = matching(error, form).refine((word) => !reserved.includes(word), {
    error: 'lab-name-reserved' satisfies FormCode,
  });
  return z.record(key, value).refine((record) => Object.keys(record).length > 0, {
    error: 'lab-empty' satisfies ProblemCode,
  });
}
