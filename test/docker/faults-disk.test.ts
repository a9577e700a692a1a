import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEngine } from '../../orchestrator/adapters/engine/embedded/start-engine.ts';
import { shell } from '../../orchestrator/adapters/shell/shell.ts';
import { type EngineView, engineView, NOTHING, type SeenLab, testEngine } from './engine-view.ts';
import { labCommand } from './lab-command.ts';
import { privateEngine } from './private-engine.ts';
import { testLab } from './test-team.ts';

const asRoot = process.platform === 'linux' && process.getuid?.() === 0;

/** A disk of its own, so small that it is soon full. */
async function smallDisk(folder: string, size: string): Promise<AsyncDisposable> {
  const { run } = shell(process.env);
  mkdirSync(folder, { recursive: true });
  await run('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'lab-test', folder]);
  return { [Symbol.asyncDispose]: async () => void (await run('umount', ['-R', folder])) };
}

/** Intent: where a disk is full, that is said; nothing is removed for it and nothing half-made stays. */
/** What is the same although the PBX was stopped for its archive, and started again. */
function sinceWhenever({ containers, ...others }: SeenLab) {
  const ids = Object.entries(containers).map(([name, { id, state }]) => [name, id, state]);
  return { ...others, ids };
}

describe.runIf(asRoot)('a disk that is full', () => {
  const test = testLab('disk', '10.68');
  const folder = mkdtempSync(join(tmpdir(), 'lab-disk-'));
  let engine: EngineView;

  beforeAll(async () => {
    engine = await engineView();
    expect(await engine.look(test.prefix)).toEqual(NOTHING);
  });

  afterAll(async () => {
    await test[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });

  it('keeps a team from being reset or purged: its work can’t be archived', async () => {
    const started = await test.lab(['up', '--team', '3', '--stage', 'start']);
    expect(started).toMatchObject({ code: 0, stderr: '' });
    const pbx = `${test.prefix}-3-pbx`;
    await engine.run(pbx, 'head -c 2000000 /dev/urandom >/root/notes');
    const before = await engine.look(test.prefix);
    const state = join(folder, 'state');
    await using _disk = await smallDisk(state, '1m');
    const { kind, ...place } = await testEngine();
    expect(kind).toBe('unix');
    const url = 'path' in place ? `unix://${place.path}` : '';
    for (const [words, full, mend] of [
      ['reset --team 3 --yes', 'The disk is full: the archive', 'make room (df -h'],
      ['down --team 3 --purge --yes --lang fr', 'Le disque est plein', 'faites de la place'],
    ] as const) {
      const { code, stdout, stderr } = await test.lab([...words.split(' '), '--engine', url], {
        environment: { LAB_STATE: state },
      });
      expect({ code, stdout }).toEqual({
        code: 3,
        stdout: expect.not.stringContaining('Archived'),
      });
      expect(stderr).toContain(full);
      expect(stderr).toContain(`→ ${mend}`);
      expect(readdirSync(join(state, 'archives'))).toEqual([]);
    }
    expect(sinceWhenever(await engine.look(test.prefix))).toEqual(sinceWhenever(before));
    expect(await engine.run(pbx, 'wc -c </root/notes')).toBe('2000000\n');
  });

  it('keeps images from being loaded or built, and says so', async () => {
    const file = join(folder, 'images.tar');
    expect(await labCommand(['images', 'save', file])).toMatchObject({ code: 0 });
    const disk = join(folder, 'disk');
    await using _disk = await smallDisk(disk, '120m');
    const own = privateEngine(join(disk, 'lab'));
    const words = ['--engine', `unix://${own.paths.socket}`];
    // The packages of a base are unpacked where temporary files go: here, on the same disk.
    const environment = { LAB_STATE: own.state, TMPDIR: join(disk, 'tmp') };
    const setting = { environment, within: 300_000 };
    try {
      mkdirSync(environment.TMPDIR);
      await startEngine(own.paths, own.tools);
      const load = await labCommand(['images', 'load', file, ...words], setting);
      expect(load).toMatchObject({ code: 3, stderr: expect.stringMatching(/^The disk is full/m) });
      expect(load.stderr).toMatch(/\n {2}→ make room/);
      const french = ['images', 'build', '--yes', '--lang', 'fr'];
      const build = await labCommand([...french, ...words], setting);
      expect(build).toMatchObject({
        code: 3,
        stderr: expect.stringMatching(/^Le disque est plein/m),
      });
      expect(build.stderr).toMatch(/\n {2}→ faites de la place/);
      const left = await labCommand(['images', 'list', '--json', ...words], setting);
      expect(JSON.parse(left.stdout)).toMatchObject({ images: [] });
      for (const place of [join(own.state, 'scratch'), environment.TMPDIR]) {
        expect(readdirSync(place)).toEqual([]);
      }
    } finally {
      await own.remove();
    }
  });
});
