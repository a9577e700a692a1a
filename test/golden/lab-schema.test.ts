import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { labJsonSchema } from '../../orchestrator/model/definition/shape/lab-json-schema.ts';
import { schemaFile } from './schema-file.ts';

const root = join(import.meta.dirname, '../..');

describe('the schema that editors check lab files against', () => {
  it('is the one of the shape', async () => {
    const file = join(root, 'schemas/lab.schema.json');
    await expect(schemaFile(labJsonSchema())).toMatchFileSnapshot(file);
    expect(JSON.parse(schemaFile(labJsonSchema()))).toEqual(labJsonSchema());
  });

  it('is named by activity 1, accepts it as editors read it, and refuses a misspelt one', () => {
    const text = readFileSync(join(root, 'labs/activity-1/lab.yaml'), 'utf8');
    const [, named] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
    const schema = readFileSync(join(root, 'labs/activity-1', named ?? ''), 'utf8');
    const accepts = new Ajv({ allowUnionTypes: true }).compile(JSON.parse(schema));
    expect(accepts(parse(text)), JSON.stringify(accepts.errors)).toBe(true);
    expect(accepts(parse(text.replace('ring:', 'rings:')))).toBe(false);
    expect(accepts(parse(text.replace('[X101, X102]', '[3101, X102]')))).toBe(false);
    expect(accepts(parse(text.replace('ring: 20', 'ring: 2000')))).toBe(false);
  });
});
