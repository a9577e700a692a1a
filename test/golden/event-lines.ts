import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';

const schemas = join(import.meta.dirname, '../../schemas');
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictRequired: false });
for (const name of ['status', 'check', 'up', 'plan', 'down', 'reset', 'restore', 'event']) {
  const file = `${name}.schema.json`;
  ajv.addSchema(JSON.parse(readFileSync(join(schemas, file), 'utf8')), file);
}

/** What the schemas say against lines of events and the document after them; empty: nothing. */
export function lineOffences(printed: string): readonly string[] {
  const lines = printed.trimEnd().split('\n');
  return lines.flatMap((line, index) => {
    const last = index === lines.length - 1;
    const found = JSON.parse(line) as { readonly schema?: string };
    const [, name = 'event'] = /^lab-([a-z]+)\/1$/.exec(found.schema ?? '') ?? [];
    if (last === (name === 'event')) return [`line ${index + 1} of ${lines.length} is a ${name}`];
    const validate = ajv.getSchema(`${name}.schema.json`);
    return validate?.(found) ? [] : [`${line}: ${ajv.errorsText(validate?.errors)}`];
  });
}
