import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCauses } from '../../orchestrator/actions/grade/sheet/read-causes.ts';
import { CAUSE_RULES } from '../../orchestrator/grading/diagnosis/cause-rules.ts';

it('has a text in both languages for every rule of the diagnosis', async () => {
  const surroundings = { installFolder: join(import.meta.dirname, '../..') };
  const texts = await readCauses({ surroundings } as Parameters<typeof readCauses>[0]);
  expect(Object.keys(texts).sort()).toEqual(Object.keys(CAUSE_RULES).sort());
});
