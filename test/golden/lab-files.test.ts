import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLab } from '../../orchestrator/adapters/files/labs.ts';
import { readTemplates } from '../../orchestrator/adapters/files/templates.ts';
import { parseLab } from '../../orchestrator/model/definition/parse-lab.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(import.meta.dirname, 'lab-files/fixtures');
const cases = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -'.yaml'.length));

/** One line a problem, as `12:5 code {facts}`; an accepted file says so. */
async function verdict(name: string): Promise<string> {
  const { text } = await readLab(join(folder, `${name}.yaml`), join(root, 'labs'));
  const parsed = parseLab(text, `${name}.yaml`, await readTemplates(join(root, 'templates')));
  if (parsed.ok) return 'accepted\n';
  return parsed.problems
    .map(
      ({ line, column, code, params }) => `${line}:${column} ${code} ${JSON.stringify(params)}\n`,
    )
    .join('');
}

describe('lab files with mistakes', () => {
  it('has cases to judge', () => {
    expect(cases.length).toBeGreaterThan(50);
  });

  it.each(cases)('%s is told all its problems, each with its place', async (name) => {
    const said = await verdict(name);
    await expect(said).toMatchFileSnapshot(join(folder, `${name}.expected.txt`));
    expect(said === 'accepted\n').toBe(name === 'good');
    // Nothing that a file says may move the cursor of the terminal that shows it.
    expect(said).not.toMatch(/[^\P{C}\n]|[\u2028\u2029]/u);
  });
});
