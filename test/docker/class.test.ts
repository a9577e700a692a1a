import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lineOffences } from '../golden/event-lines.ts';
import { type EngineView, engineView, NOTHING } from './engine-view.ts';
import { documentOf } from './lab-command.ts';
import { testLab } from './test-team.ts';

/** A machine with 160 MB of memory left, whatever it really has. */
const SHORT_OF_MEMORY = [
  "import os from 'node:os'",
  "import { syncBuiltinESMExports } from 'node:module'",
  'os.freemem = () => 160e6',
  'syncBuiltinESMExports()',
].join(';');

/** Intent: a class is worked on side by side; what ails one team is that team's alone, and is told. */
describe('several teams at once', () => {
  const test = testLab('class', '10.61');
  const name = (team: number, part: string) => `${test.prefix}-${team}-${part}`;
  let engine: EngineView;

  beforeAll(async () => {
    engine = await engineView();
    expect(await engine.look(test.prefix)).toEqual(NOTHING);
  });

  afterAll(async () => {
    await test[Symbol.asyncDispose]();
    expect(await engine.look(test.prefix)).toEqual(NOTHING);
  });

  it('are refused as a whole where memory is short, with the command for those that fit', async () => {
    const environment = {
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(SHORT_OF_MEMORY)}`,
    };
    const refused = await test.lab(['up', '--team', '1-3', '--stage', 'start'], { environment });
    expect(refused).toMatchObject({ code: 3, stdout: '' });
    expect(refused.stderr).toMatch(/These 3 teams need 0\.23 GB of memory.* 0\.16 GB free/);
    expect(refused.stderr).toMatch(
      /→ start 2 teams: lab up --team 1-2 --stage start --base 10\.61$/m,
    );
    const french = await test.lab(['up', '--all', '--lang', 'fr'], { environment });
    expect(french.code).toBe(3);
    expect(french.stderr).toMatch(/Ces 8 équipes ont besoin de .* rien n’a été commencé/);
    expect(french.stderr).toMatch(/→ démarrez 2 équipes : lab up --team 1-2/);
    expect(await engine.look(test.prefix)).toEqual(NOTHING);
  });

  it('tell what happens in lines of JSON, and one that fails keeps no other', async () => {
    // Somebody else's container has the name that team 2 needs.
    const [image] = await engine.client.listImages({ filters: { label: ['lab.image'] } });
    const foreign = { name: name(2, 'pbx'), Cmd: ['true'], Image: image?.Id ?? '' };
    const container = await engine.client.createContainer(foreign);
    const words = ['up', '--team', '1-3', '--stage', 'start', '--json'];
    const { code, stdout, stderr } = await test.lab(words);
    await container.remove({ force: true });
    expect(code).toBe(3);
    expect(lineOffences(stdout)).toEqual([]);
    const events = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { type?: string; team?: number; well?: boolean });
    const ended = events.filter(({ type }) => type === 'team-ended');
    expect(new Map(ended.map(({ team, well }) => [team, well]))).toEqual(
      new Map([
        [1, true],
        [2, false],
        [3, true],
      ]),
    );
    expect(documentOf<{ teams: readonly object[] }>(stdout).teams).toMatchObject([
      { team: 1, pbx: { state: 'in-service' } },
      { team: 2, error: { code: 'engine-refused' } },
      { team: 3, pbx: { state: 'in-service' } },
    ]);
    expect(stderr).toMatch(/^team 2: .*create-container/m);
    const { containers } = await engine.look(test.prefix);
    for (const team of [1, 3]) expect(containers[name(team, 'pbx')]?.state).toBe('running');
  });

  it('end in a table, where one whose Asterisk is dead stands beside the others', async () => {
    expect((await test.lab(['up', '--team', '2', '--stage', 'start'])).code).toBe(0);
    const broken = "printf '[unsound\\n' > /etc/asterisk/users.conf; service asterisk restart";
    await engine.run(name(2, 'pbx'), broken);
    const { code, stdout } = await test.lab(['up', '--team', '1-3', '--lang', 'fr']);
    expect(code).toBe(1);
    const rows = stdout.trimEnd().split('\n').slice(-4);
    expect(rows).toEqual([
      expect.stringMatching(/^ {2}équipe +état +lignes +durée/),
      expect.stringMatching(/^ {2}1 +en service +0 sur 4/),
      expect.stringMatching(/^ {2}2 +Asterisk /),
      expect.stringMatching(/^ {2}3 +en service +0 sur 4/),
    ]);
    const reset = await test.lab(['reset', '--team', '1-3', '--yes', '--json']);
    expect(reset.code).toBe(0);
    expect(lineOffences(reset.stdout)).toEqual([]);
    const { teams } = documentOf<{ teams: readonly { archive: string }[] }>(reset.stdout);
    for (const { archive } of teams) rmSync(archive);
  });

  it('have their limits on the engine and in the kernel', async () => {
    const mebibyte = 2 ** 20;
    for (const [part, memory, pids, shares] of [
      ['pbx', 128, 150, 512],
      ['softphone1', 64, 64, 1024],
    ] as const) {
      const { HostConfig } = await engine.client.getContainer(name(3, part)).inspect();
      expect(HostConfig).toMatchObject({
        ...{ Memory: memory * mebibyte, MemorySwap: memory * mebibyte },
        ...{ PidsLimit: pids, CpuShares: shares },
      });
      const kept = await engine.run(
        name(3, part),
        'cd /sys/fs/cgroup; cat memory.max pids.max memory/memory.limit_in_bytes pids/pids.max 2>/dev/null',
      );
      expect(kept).toBe(`${memory * mebibyte}\n${pids}\n`);
    }
  });
});
