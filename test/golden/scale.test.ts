import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readScale } from '../../orchestrator/actions/grade/read-scale.ts';
import { allQuarters, questionOf } from '../../orchestrator/model/marking/scale.ts';
import { LAB } from './sample-lab.ts';

const installFolder = join(import.meta.dirname, '../..');

it('is whole for the lab that is shipped, and names every check that the corpus has labels for', async () => {
  const surroundings = { installFolder } as Parameters<typeof readScale>[0]['surroundings'];
  const scale = await readScale({ surroundings }, LAB);
  expect(allQuarters(scale)).toBe(80);
  const reference = join(installFolder, 'test/corpus/reference/case.json');
  const { expect: labels } = JSON.parse(readFileSync(reference, 'utf8')) as {
    readonly expect: Readonly<Record<string, string>>;
  };
  for (const id of Object.keys(labels)) expect([id, questionOf(scale, id)]).not.toContain(null);
});
