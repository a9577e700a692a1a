import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labCommand } from './lab-command.ts';
import { privateEngine, remainsOf } from './private-engine.ts';

/** Intent: a room without a network gets everything on a stick, and the lab works there. */
describe('lab bundle', () => {
  const engine = privateEngine();
  const room = mkdtempSync(join(tmpdir(), 'lab-bundle-'));
  const file = join(room, 'lab.run');
  const installed = join(room, 'lab');
  const home = join(room, 'home');

  /** Nothing of this machine: no home, no npm's or engine's cache, no way out. */
  const elsewhere = (...words: string[]) => {
    const variables = [`HOME=${home}`, `LAB_STATE=${engine.state}`, 'LANG=C.UTF-8'];
    const environment = ['-i', ...variables, 'PATH=/usr/sbin:/usr/bin:/sbin:/bin'];
    const alone = ['unshare', '--net', 'sh', '-c', 'ip link set lo up; exec "$@"', 'sh'];
    const options = { within: 120_000, mayFail: true };
    return engine.run('env', [...environment, ...alone, ...words], options);
  };

  beforeAll(async () => {
    mkdirSync(home);
    const { code, stdout } = await labCommand(['bundle', file]);
    expect({ code, stdout }).toMatchObject({ code: 0 });
    expect(stdout).toContain('sh lab.run');
  });

  afterAll(async () => {
    await engine.remove();
    expect(await remainsOf(engine)).toEqual([]);
    rmSync(room, { recursive: true });
  });

  it('installs itself, once, and never over what is not its own', async () => {
    const occupied = join(room, 'occupied');
    mkdirSync(occupied);
    writeFileSync(join(occupied, 'thesis.txt'), 'mine');
    expect((await elsewhere('sh', file, occupied)).status).toBe(3);
    expect(readFileSync(join(occupied, 'thesis.txt'), 'utf8')).toBe('mine');
    const first = await elsewhere('sh', file, installed);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toContain(`${installed}/lab up --team 3`);
    expect((await elsewhere('sh', file, installed)).status).toBe(0);
  });

  it('installs nothing out of a file that was cut or changed on the way', async () => {
    const whole = readFileSync(file);
    const broken = join(room, 'broken.run');
    const target = join(room, 'never');
    const changed = Buffer.from(whole);
    changed.writeUInt8(changed.readUInt8(changed.length - 9) ^ 1, changed.length - 9);
    for (const content of [whole.subarray(0, whole.length - 9), changed]) {
      writeFileSync(broken, content);
      const { status, stdout, stderr } = await elsewhere('sh', broken, target);
      expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
      expect(stderr).toContain(broken);
    }
    rmSync(broken);
  });

  it('brings a team up on an engine that has no image, without a network', async () => {
    const up = await elsewhere(join(installed, 'lab'), 'up', '--team', '3');
    expect(up).toMatchObject({ status: 0 });
    expect(up.stdout).toMatch(/softphone1-equipe3 +192\.168\.3\.11 +3101 +finance +registered/);
    const list = await elsewhere(join(installed, 'lab'), 'sheet', '--team', '3', '--lang', 'fr');
    expect(list.stdout).toContain('192.168.3.200');
  });
});
