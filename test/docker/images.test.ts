import { appendFileSync, cpSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEngine } from '../../orchestrator/adapters/engine/embedded/start-engine.ts';
import { shell } from '../../orchestrator/adapters/shell/shell.ts';
import { INSTALL_FOLDER, labCommand } from './lab-command.ts';
import { type PrivateEngine, privateEngine } from './private-engine.ts';

const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
const NAMES = ['pbx', 'softphone-sim', 'probe', 'pbx-bare'];

/** Intent: an image is what its folder says, and a lab needs nothing else — no registry, no network. */
describe('the images', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lab-images-'));
  const copy = join(folder, 'copy');

  afterAll(() => rmSync(folder, { recursive: true }));

  const copied = async () => {
    const main = join(copy, 'dist', 'main.js');
    const { run } = shell({ ...process.env, LANG: 'C.UTF-8', LC_ALL: '' });
    const { stdout } = await run(process.execPath, [main, 'images', 'list', '--json']);
    return currentNames(stdout);
  };

  it('are listed, one current image of each kind, tagged by what is in its folder', async () => {
    const { code, stdout } = await labCommand(['images', 'list', '--json']);
    expect(code).toBe(0);
    expect(currentNames(stdout)).toEqual([...NAMES].sort());
    for (const { tag, size } of current(stdout)) {
      expect(tag).toMatch(/^lab\/[a-z-]+:[0-9a-f]{12}$/);
      expect(size).toBeGreaterThan(20_000_000);
    }
  });

  it('are not built again when nothing has changed', async () => {
    const { code, stdout } = await labCommand(['images', 'build', '--json']);
    expect(code).toBe(0);
    const { images } = JSON.parse(stdout) as { readonly images: readonly { built: boolean }[] };
    expect(images.map(({ built }) => built)).toEqual([false, false, false, false]);
  });

  it('are stale, each alone, when a file of their folder changes, but not with its README', async () => {
    for (const part of ['dist', 'images', 'labs', 'templates', 'package.json']) {
      cpSync(join(INSTALL_FOLDER, part), join(copy, part), { recursive: true });
    }
    symlinkSync(join(INSTALL_FOLDER, 'node_modules'), join(copy, 'node_modules'));
    expect(await copied()).toEqual([...NAMES].sort());
    appendFileSync(join(copy, 'images/probe/README.md'), '\nMore words.\n');
    expect(await copied()).toEqual([...NAMES].sort());
    appendFileSync(join(copy, 'images/pbx/rootfs/usr/local/sbin/pbx-ready'), '\n# changed\n');
    expect(await copied()).toEqual(['probe', 'softphone-sim']);
  });
});

/** Intent: one file carries everything to a room without a network. */
describe.runIf(asRoot)('images on a machine without any network', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lab-images-'));
  let engine: PrivateEngine;
  const file = join(folder, 'images.tar');
  const words = () => ['--engine', `unix://${engine.paths.socket}`];
  const environment = { LAB_PREFIX: 'labtest-images' };

  beforeAll(async () => {
    engine = privateEngine();
    await startEngine(engine.paths, engine.tools);
  });

  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await engine.remove();
  });

  it('come out of a file that another machine saved, and bring a team up', async () => {
    expect(await labCommand(['images', 'save', file])).toMatchObject({ code: 0 });
    expect(statSync(file).size).toBeGreaterThan(100_000_000);
    const before = await labCommand(['images', 'list', ...words(), '--json']);
    expect(JSON.parse(before.stdout)).toMatchObject({ images: [] });
    expect(await labCommand(['images', 'load', file, ...words()])).toMatchObject({ code: 0 });
    const after = await labCommand(['images', 'list', ...words(), '--json']);
    expect(currentNames(after.stdout)).toEqual([...NAMES].sort());
    const up = ['up', '--team', '3', '--base', '10.89', ...words()];
    const { code, stdout, stderr } = await labCommand(up, { environment });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('✔ call.finance');
    const down = ['down', '--team', '3', ...words()];
    expect(await labCommand(down, { environment })).toMatchObject({ code: 0 });
  });

  it('are refused in words when a file holds none', async () => {
    const wrong = join(INSTALL_FOLDER, 'package.json');
    const { code, stderr } = await labCommand(['images', 'load', wrong, ...words()]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/\n {2}→ /);
  });
});

interface ListedImage {
  readonly tag: string;
  readonly size: number;
  readonly current: boolean;
}

function current(json: string): readonly ListedImage[] {
  const { images } = JSON.parse(json) as { readonly images: readonly ListedImage[] };
  return images.filter((image) => image.current);
}

function currentNames(json: string): readonly string[] {
  return current(json)
    .map(({ tag }) => /^lab\/([^:]+):/.exec(tag)?.[1] ?? tag)
    .sort();
}
