import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LabError } from '../../base/lab-error.ts';
import { knownLabs, readLab } from './labs.ts';
import { readTemplates } from './templates.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'labs-'));
  await mkdir(join(folder, 'activity-1'));
  await writeFile(join(folder, 'activity-1/lab.yaml'), 'lab: activity-1\n');
  await mkdir(join(folder, 'not-a-lab'));
  await mkdir(join(folder, 'odd/lab.yaml'), { recursive: true });
  await writeFile(join(folder, 'own.yaml'), Buffer.from([0x6c, 0xe9]));
  await mkdir(join(folder, 'templates/flavour/etc'), { recursive: true });
  await writeFile(join(folder, 'templates/flavour/etc/a.conf.hbs'), '{{a}}');
  await writeFile(join(folder, 'templates/README.md'), 'not a template');
});

afterAll(() => rm(folder, { recursive: true }));

async function problemOf(nameOrPath: string): Promise<unknown> {
  try {
    return await readLab(nameOrPath, folder);
  } catch (error) {
    return error instanceof LabError ? error.problem : error;
  }
}

describe('the labs of a folder', () => {
  it('are those that have a lab file', async () => {
    expect(await knownLabs(folder)).toEqual(['activity-1']);
    expect(await knownLabs(join(folder, 'nowhere'))).toEqual([]);
  });
});

describe('reading a lab', () => {
  it('finds it by its name, its folder or its file', async () => {
    const file = join(folder, 'activity-1/lab.yaml');
    const found = { file, text: 'lab: activity-1\n' };
    expect(await readLab('activity-1', folder)).toEqual(found);
    expect(await readLab(join(folder, 'activity-1'), '/nowhere')).toEqual(found);
    expect(await readLab(file, '/nowhere')).toEqual(found);
  });

  it('marks bytes that are not UTF-8 instead of failing', async () => {
    expect(await readLab(join(folder, 'own.yaml'), folder)).toMatchObject({ text: 'l\uFFFD' });
  });

  it('lists the known labs when there is none of that name', async () => {
    expect(await problemOf('activity-2')).toEqual({
      code: 'lab-not-found',
      params: { name: 'activity-2', known: ['activity-1'], nearest: 'activity-1' },
    });
    expect(await problemOf('')).toMatchObject({ code: 'lab-not-found' });
    expect(await problemOf(join(folder, 'not-a-lab'))).toMatchObject({ code: 'lab-not-found' });
    expect(await problemOf(join(folder, 'odd'))).toMatchObject({ code: 'lab-not-found' });
  });
});

describe('reading templates', () => {
  it('finds them at any depth, by their path', async () => {
    expect([...(await readTemplates(join(folder, 'templates')))]).toEqual([
      ['flavour/etc/a.conf.hbs', '{{a}}'],
    ]);
  });
});
