import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readSheet } from '../../orchestrator/actions/grade/sheet/read-sheet.ts';
import { originalOf, readMutants } from '../../orchestrator/actions/selftest/read-mutants.ts';
import { quickMutants } from '../../orchestrator/actions/selftest/select-mutants.ts';
import { mutantsJsonSchema } from '../../orchestrator/model/definition/mutants/mutants-shape.ts';
import { scaleChecks } from '../../orchestrator/model/marking/scale.ts';
import { PAPER_FILES } from '../../orchestrator/model/mutants/mutant.ts';
import { handIn } from '../../orchestrator/model/mutants/papers/hand-in.ts';
import { ALL_TEAMS, teamNumber } from '../../orchestrator/model/numbering/team-number.ts';
import { LAB } from './sample-lab.ts';
import { schemaFile } from './schema-file.ts';

const root = join(import.meta.dirname, '../..');
const corpus = join(root, 'test/corpus');
const CASES = readdirSync(corpus).filter((name) => existsSync(join(corpus, name, 'case.json')));
const surroundings = { installFolder: root } as Parameters<typeof readSheet>[0]['surroundings'];
const sheet = await readSheet({ surroundings }, LAB);
const { mutants: MUTANTS, papers } = await readMutants({ surroundings }, { lab: LAB, sheet });

const of = (id: string) => MUTANTS.find((mutant) => mutant.id === id);

/** The files of a mutant for a team, as they are handed in. */
function filesOf(id: string, team: (typeof ALL_TEAMS)[number]): ReadonlyMap<string, Uint8Array> {
  const mutant = of(id);
  return mutant === undefined
    ? new Map()
    : handIn(mutant, { ...originalOf(LAB, team), papers }).files;
}

/** What a file says, without comments, blanks and the case of applications; encodings stay. */
function said(content: Uint8Array): string {
  const bytes = Buffer.from(content);
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = wide ? bytes.toString('utf16le') : bytes.toString();
  const saved = text.startsWith('\uFEFF') ? (wide ? 'UTF-16' : 'UTF-8 with a mark') : 'UTF-8';
  const lines = text
    .slice(saved === 'UTF-8' ? 0 : 1)
    .split('\n')
    .map((line) =>
      line
        .replace(/;[^\r]*/, '')
        .replace(/\s*(=>?)\s*|\s*(,)\s*/g, '$1$2')
        .replace(/DIAL\(/, 'Dial(')
        .replace(/ +(\r?)$/, '$1'),
    )
    .filter((line) => line.trim() !== '');
  return [saved, ...lines].join('\n');
}

describe('the labs that the grader is tried on', () => {
  it('are the whole corpus and as many again', () => {
    expect(CASES.length).toBe(67);
    expect(CASES.filter((name) => of(name) === undefined)).toEqual([]);
    const own = MUTANTS.filter(({ id }) => !CASES.includes(id));
    expect(own.filter(({ expect: label }) => label !== null).length).toBeGreaterThanOrEqual(15);
    expect(own.filter(({ expect: label }) => label === null).length).toBeGreaterThanOrEqual(10);
  });

  it.each(CASES)('say for team 3 what the corpus says: %s', (name) => {
    const files = filesOf(name, teamNumber(3));
    for (const [file, content] of files) {
      const path = join(corpus, name, file);
      expect(said(content), file).toBe(
        existsSync(path) ? said(readFileSync(path)) : said(Buffer.from('')),
      );
    }
  });

  it.each(CASES)('are labelled as the corpus is: %s', (name) => {
    const label = JSON.parse(readFileSync(join(corpus, name, 'case.json'), 'utf8')) as Label;
    const mutant = of(name);
    expect(mutant?.expect?.root ?? []).toEqual(label.root ?? []);
    // The corpus knows nothing of Q2.2, which nothing at all can't earn either.
    const lost = (mutant?.expect?.questions ?? []).filter((id) => id !== 'Q2.2');
    expect(lost).toEqual(label.questions ?? []);
    const { fails = [], passes = [] } = mutant?.expect ?? {};
    for (const check of fails.filter((id) => id in label.expect))
      expect(`${check} ${label.expect[check]}`).toBe(`${check} fail`);
    for (const check of passes) expect(`${check} ${label.expect[check]}`).toBe(`${check} pass`);
    const failing = Object.keys(label.expect).filter((id) => label.expect[id] === 'fail');
    const known = [...fails, ...(mutant?.expect?.root ?? [])];
    expect(failing.filter((id) => !known.includes(id))).toEqual([]);
  });

  it('are different labs of every team', () => {
    for (const mutant of MUTANTS) {
      const { id } = mutant;
      const texts = ALL_TEAMS.map((team) => handIn(mutant, { ...originalOf(LAB, team), papers }));
      expect([id, ...texts.flatMap(({ idle }) => idle)]).toEqual([id]);
    }
  });

  it('say of each wrong one what the cause is, and where', () => {
    const own: readonly string[] = Object.values(PAPER_FILES);
    const wrong = MUTANTS.filter(
      // Papers have no place in what Asterisk reads.
      ({ expect: label, edits }) => label !== null && edits.some(({ file }) => !own.includes(file)),
    );
    expect(wrong.filter(({ cause, place }) => cause.length === 0 || place === null)).toEqual([]);
  });

  it('are, in the quick form, a few in which every check must fail and must pass', () => {
    const quick = quickMutants(MUTANTS, sheet.scale);
    const valid = quick.filter((mutant) => mutant.expect === null);
    expect(quick.length).toBeLessThanOrEqual(24);
    expect(valid.length).toBeGreaterThanOrEqual(7);
    const wrong = quick.filter((mutant) => mutant.expect !== null).map(({ id }) => id);
    const untried = scaleChecks(sheet.scale).filter(
      ({ selftest }) =>
        selftest.fails.some((id) => of(id)?.expect != null) &&
        !selftest.fails.some((id) => wrong.includes(id)),
    );
    expect(untried.map(({ id }) => id)).toEqual([]);
  });
});

describe('the schema that editors check mutants against', () => {
  it('is the one of the form', async () => {
    const file = join(root, 'schemas/mutants.schema.json');
    await expect(schemaFile(mutantsJsonSchema())).toMatchFileSnapshot(file);
  });

  it('accepts the shipped ones as editors read them, and refuses a misspelt one', () => {
    const text = readFileSync(join(root, 'labs/activity-1/mutants.yaml'), 'utf8');
    const schema = readFileSync(join(root, 'schemas/mutants.schema.json'), 'utf8');
    const accepts = new Ajv({ allowUnionTypes: true }).compile(JSON.parse(schema));
    expect(accepts(parse(text)), JSON.stringify(accepts.errors)).toBe(true);
    expect(accepts(parse(text.replace('edits:', 'edit:')))).toBe(false);
    expect(accepts(parse(text.replace('encode: utf16', 'encode: utf8')))).toBe(false);
  });
});

interface Label {
  readonly expect: Readonly<Record<string, string>>;
  readonly root?: readonly string[];
  readonly questions?: readonly string[];
}
