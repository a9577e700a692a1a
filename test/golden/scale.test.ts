import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readSheet } from '../../orchestrator/actions/grade/sheet/read-sheet.ts';
import { scaleJsonSchema } from '../../orchestrator/model/definition/scale/scale-shape.ts';
import { allQuarters, questionOf } from '../../orchestrator/model/marking/scale.ts';
import { LAB } from './sample-lab.ts';
import { schemaFile } from './schema-file.ts';

const root = join(import.meta.dirname, '../..');

describe('the scale that is shipped', () => {
  it('is whole, and names every check that the corpus has labels for', async () => {
    const surroundings = { installFolder: root } as Parameters<typeof readSheet>[0]['surroundings'];
    const { scale } = await readSheet({ surroundings }, LAB);
    expect(allQuarters(scale)).toBe(80);
    const reference = join(root, 'test/corpus/reference/case.json');
    const { expect: labels } = JSON.parse(readFileSync(reference, 'utf8')) as {
      readonly expect: Readonly<Record<string, string>>;
    };
    for (const id of Object.keys(labels)) expect([id, questionOf(scale, id)]).not.toContain(null);
  });
});

describe('the schema that editors check scales against', () => {
  it('is the one of the form', async () => {
    const file = join(root, 'schemas/checks.schema.json');
    await expect(schemaFile(scaleJsonSchema())).toMatchFileSnapshot(file);
  });

  it('accepts the shipped one as editors read it, and refuses a misspelt one', () => {
    const text = readFileSync(join(root, 'labs/activity-1/checks.yaml'), 'utf8');
    const schema = readFileSync(join(root, 'schemas/checks.schema.json'), 'utf8');
    const accepts = new Ajv({ allowUnionTypes: true }).compile(JSON.parse(schema));
    expect(accepts(parse(text)), JSON.stringify(accepts.errors)).toBe(true);
    expect(accepts(parse(text.replace('points: 2.5', 'points: 2.3')))).toBe(false);
    expect(accepts(parse(text.replace('    points: 2.5', '    point: 2.5')))).toBe(false);
  });
});
