import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EngineView, engineView, NOTHING } from './engine-view.ts';
import { documentOf } from './lab-command.ts';
import { testLab } from './test-team.ts';

/** The line that a student forgot to close with a bracket: Asterisk reads no further. */
const UNSOUND = `[general]
hasvoicemail = yes
hassip = yes

[1102(template)
fullname = Utilisateur2
context = finance
`;

/** Intent: teams stand beside each other, begin where the teacher wants, and fail on their own. */
describe('several teams', () => {
  const test = testLab('teams', '10.82');
  const name = (team: number, part: string) => `${test.prefix}-${team}-${part}`;
  let engine: EngineView;

  const console = async (team: number, command: string) =>
    engine.run(name(team, 'pbx'), `asterisk -rx '${command}'`);
  const states = async (team: number) => {
    const { containers } = await engine.look(test.prefix);
    const own = Object.entries(containers).filter(([key]) => key.startsWith(name(team, '')));
    return own.map(([key, { state }]) => `${key} ${state}`);
  };
  const whole = (team: number) =>
    ['pbx', 'softphone1', 'softphone2'].map((part) => `${name(team, part)} running`);
  const teamsOf = (json: string) => documentOf<{ teams: readonly Team[] }>(json).teams;

  beforeAll(async () => {
    engine = await engineView();
    expect(await engine.look(test.prefix)).toEqual(NOTHING);
  });

  afterAll(async () => {
    await test[Symbol.asyncDispose]();
    expect(await engine.look(test.prefix)).toEqual(NOTHING);
  });

  it('begins at the stage "start" with stock files, no account and silent softphones', async () => {
    const { code, stdout, stderr } = await test.lab(['up', '--team', '4', '--stage', 'start']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('stage start');
    expect(stdout).toMatch(/serveurAsterisk-equipe4 .* in service/);
    expect(stdout.match(/not registered$/gm)).toHaveLength(4);
    expect(stdout).not.toContain('call.finance');
    const stock = await engine.run(
      name(4, 'pbx'),
      'diff -r -x .lab-seeded /usr/share/lab/pristine/etc/asterisk /etc/asterisk',
    );
    expect(stock).toBe('');
    expect(await console(4, 'sip show peers')).toContain('0 sip peers');
    const phone = await test.lab(['phone', '--team', '4', 'softphone1', 'status']);
    expect(phone).toMatchObject({ code: 0, stdout: expect.stringContaining('no account') });
  });

  it('keeps the files of a team that began at another stage, and says so in both languages', async () => {
    const words = ['up', '--team', '4', '--stage', 'solution'];
    const english = await test.lab(words);
    expect(english.code).toBe(0);
    expect(english.stdout).toContain('Team 4 keeps its own files, begun at stage start');
    expect(english.stdout).toContain('nothing to do');
    expect((await test.lab([...words, '--lang', 'fr'])).stdout).toMatch(/équipe 4.*start/i);
    expect(await console(4, 'sip show peers')).toContain('0 sip peers');
    expect((await test.lab(['down', '--team', '4'])).code).toBe(0);
    const back = await test.lab(words);
    expect(back.stdout).toContain('begun at stage start');
    expect(await console(4, 'sip show peers')).toContain('0 sip peers');
    expect((await test.lab(['down', '--team', '4'])).code).toBe(0);
  });

  it('brings one team up while the other fails, and the exit status tells', async () => {
    // Somebody else's container has the name that team 2 needs.
    await engine.client.createContainer({
      name: name(2, 'softphone1'),
      Cmd: ['true'],
      Image: (await engine.client.listImages({ filters: { label: ['lab.image'] } }))[0]?.Id ?? '',
    });
    const { code, stdout, stderr } = await test.lab(['up', '--team', '1,2', '--json']);
    expect(code).toBe(3);
    expect(teamsOf(stdout)).toMatchObject([
      { team: 1, checks: { mode: 'quick' } },
      { team: 2, error: { code: 'engine-refused' } },
    ]);
    expect(stderr).toContain(`create-container ${name(2, 'softphone1')}`);
    expect(await states(1)).toEqual(whole(1));
  });

  it('goes on where it was once the obstacle is gone, and leaves the good team alone', async () => {
    const before = (await engine.look(test.prefix)).containers[name(1, 'pbx')];
    await engine.client.getContainer(name(2, 'softphone1')).remove({ force: true });
    const { code, stdout } = await test.lab(['up', '--team', '1,2', '--json']);
    expect(code).toBe(0);
    expect(teamsOf(stdout)).toMatchObject([
      { team: 1, checks: null },
      { team: 2, checks: { mode: 'quick' } },
    ]);
    expect(await states(2)).toEqual(whole(2));
    expect((await engine.look(test.prefix)).containers[name(1, 'pbx')]).toEqual(before);
  });

  it('repeats what Asterisk said before it died of a file, and leaves the container for the mending', async () => {
    const [pbx, file] = [name(1, 'pbx'), '/etc/asterisk/users.conf'];
    await engine.run(pbx, `cp ${file} /root/sound && printf '%s' '${UNSOUND}' > ${file}`);
    await engine.run(pbx, 'service asterisk restart');
    const dead = await test.lab(['up', '--team', '1']);
    expect(dead.code).toBe(1);
    expect(dead.stdout).toContain('Asterisk of team 1 does not run');
    expect(dead.stdout).toMatch(/users\.conf/);
    expect(dead.stdout).toMatch(/line 5 of .*users\.conf/);
    const french = await test.lab(['up', '--team', '1', '--lang', 'fr']);
    expect(french.code).toBe(1);
    expect(french.stdout).toMatch(/line 5 of .*users\.conf/);
    expect(await states(1)).toEqual(whole(1));

    await engine.run(pbx, `cp /root/sound ${file} && service asterisk restart`);
    expect((await test.lab(['up', '--team', '1'])).code).toBe(0);
  });
});

interface Team {
  readonly team: number;
}
