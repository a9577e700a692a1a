import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFreeHost } from './addresses.ts';
import { isPrivateBase, type Layout, MOST_LINES } from './layout.ts';
import { ALL_TEAMS, teamNumber } from './team-number.ts';
import { type TeamPlan, teamPlan, usersOf } from './team-plan.ts';

const SHEET: Layout = {
  lab: 'activity-1',
  base: '192.168',
  contexts: [
    { name: 'finance', digit: 1, voicemail: '199', users: [user('101', 1), user('102', 2)] },
    { name: 'compta', digit: 2, voicemail: '299', users: [user('201', 3), user('202', 4)] },
  ],
  stations: [
    { name: 'softphone1', host: 11, lines: ['101', '201'] },
    { name: 'softphone2', host: 12, lines: ['102', '202'] },
  ],
};

function user(suffix: string, count: number) {
  return { suffix, fullName: `Utilisateur${count}`, secret: 'password', pin: '1234' };
}

/** Labs as authors may write them: contexts, accounts and stations in any number. */
const layouts: fc.Arbitrary<Layout> = fc
  .record({
    base: fc.constantFrom('192.168', '10.0', '10.77', '10.255', '172.16', '172.31'),
    digits: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }),
    accounts: fc.integer({ min: 1, max: 12 }),
    hosts: fc.uniqueArray(fc.integer({ min: 1, max: 254 }).filter(isFreeHost), { maxLength: 12 }),
    name: fc.stringMatching(/^[a-z][a-z0-9-]{0,38}$/),
  })
  .map(({ base, digits, accounts, hosts, name }) => ({
    lab: 'any',
    base,
    contexts: digits.map((digit) => ({
      name: `context${digit}`,
      digit,
      voicemail: `${digit}99`,
      users: Array.from({ length: accounts }, (_, index) =>
        user(`${digit}${String(index).padStart(2, '0')}`, index),
      ),
    })),
    stations: hosts.map((host, index) => ({
      name: `${name}${index}`.slice(-40).replace(/^[^a-z]+/, 's'),
      host,
      lines: [],
    })),
  }));

/** Everything of a plan that must be its team's alone. */
function belongings(plan: TeamPlan): readonly string[] {
  const { network, pbx, stations, contexts } = plan;
  return [
    network.name,
    network.subnet,
    network.gateway,
    network.range,
    pbx.container,
    pbx.hostName,
    pbx.address,
    ...Object.values(pbx.volumes),
    ...stations.flatMap(({ container, hostName, address }) => [container, hostName, address]),
    ...contexts.flatMap(({ pattern, voicemail }) => [pattern, voicemail]),
    ...usersOf(plan).flatMap(({ extension, user: name }) => [extension, name]),
  ];
}

function engineNames(plan: TeamPlan): readonly string[] {
  const { network, pbx, stations } = plan;
  const containers = stations.map(({ container }) => container);
  return [network.name, pbx.container, ...Object.values(pbx.volumes), ...containers];
}

describe('the plan of the course sheet', () => {
  const plan = teamPlan(teamNumber(3), SHEET, { prefix: 'lab' });

  it('gives team 3 the network, addresses and host names of the sheet', () => {
    expect(plan.network).toMatchObject({ subnet: '192.168.3.0/24', gateway: '192.168.3.254' });
    expect(plan.pbx).toMatchObject({
      address: '192.168.3.200',
      hostName: 'serveurAsterisk-equipe3',
    });
    expect(plan.stations.map(({ hostName, address }) => `${hostName} ${address}`)).toEqual([
      'softphone1-equipe3 192.168.3.11',
      'softphone2-equipe3 192.168.3.12',
    ]);
  });

  it('gives team 3 the numbers, users and mailboxes of the sheet', () => {
    expect(plan.contexts.map(({ name, pattern, voicemail }) => [name, pattern, voicemail])).toEqual(
      [
        ['finance', '_31XX', '3199'],
        ['compta', '_32XX', '3299'],
      ],
    );
    expect(
      usersOf(plan).map((account) => [account.extension, account.user, account.fullName]),
    ).toEqual([
      ['3101', 'u3101', 'Utilisateur1'],
      ['3102', 'u3102', 'Utilisateur2'],
      ['3201', 'u3201', 'Utilisateur3'],
      ['3202', 'u3202', 'Utilisateur4'],
    ]);
    expect(usersOf(plan).every(({ mailbox, extension }) => mailbox === extension)).toBe(true);
    expect(usersOf(plan).map(({ pin }) => pin)).toEqual(['1234', '1234', '1234', '1234']);
  });

  it('moves to another base when asked, and nothing but addresses changes', () => {
    const moved = teamPlan(teamNumber(3), SHEET, { prefix: 'lab', base: '10.77' });
    expect(moved.network.subnet).toBe('10.77.3.0/24');
    const back = JSON.stringify(moved).replaceAll('10.77', '192.168');
    expect(back).toBe(JSON.stringify(plan));
  });

  it('cannot be changed by whoever is handed it', () => {
    expect(() => Object.assign(plan.contexts[0] ?? {}, { pattern: 'x' })).toThrow(TypeError);
    expect(() => (plan.stations as unknown[]).push({})).toThrow(TypeError);
  });
});

describe('the plans of a class', () => {
  it('share nothing between any two teams, whatever the lab', () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        const owned = ALL_TEAMS.flatMap((team) => [
          ...new Set(belongings(teamPlan(team, layout, { prefix: 'lab' }))),
        ]);
        expect(owned.filter((thing, index) => owned.indexOf(thing) !== index)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('give no address, container, number or user twice inside a team', () => {
    fc.assert(
      fc.property(layouts, fc.constantFrom(...ALL_TEAMS), (layout, team) => {
        const plan = teamPlan(team, layout, { prefix: 'lab' });
        const { gateway } = plan.network;
        const addresses = [gateway, plan.pbx.address, ...plan.stations.map((s) => s.address)];
        const numbers = usersOf(plan).map(({ extension }) => extension);
        const voicemails = plan.contexts.map(({ voicemail }) => voicemail);
        for (const things of [addresses, engineNames(plan), [...numbers, ...voicemails]]) {
          expect(new Set(things).size).toBe(things.length);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('keep every address inside the subnet and outside what the engine hands out', () => {
    fc.assert(
      fc.property(layouts, fc.constantFrom(...ALL_TEAMS), (layout, team) => {
        const plan = teamPlan(team, layout, { prefix: 'lab' });
        const net = plan.network.subnet.replace(/0\/24$/, '');
        expect(plan.network.range).toBe(`${net}224/28`);
        for (const address of [plan.pbx.address, ...plan.stations.map((s) => s.address)]) {
          const host = Number(address.slice(net.length));
          expect(address).toBe(`${net}${host}`);
          expect(host >= 1 && host < 224).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('keep to the limits of kernels and engines, with the longest names that labs may have', () => {
    fc.assert(
      fc.property(layouts, fc.constantFrom(...ALL_TEAMS), (layout, team) => {
        const plan = teamPlan(team, layout, { prefix: 'lab-test-12345' });
        for (const host of [plan.pbx.hostName, ...plan.stations.map((s) => s.hostName)]) {
          expect(Buffer.byteLength(host)).toBeLessThanOrEqual(63);
          expect(host).toMatch(/^[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?$/);
        }
        for (const name of engineNames(plan)) expect(name).toMatch(/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the lines of a station', () => {
  it('never share a port, up to as many lines as a lab file may have', () => {
    const lines = Array.from({ length: MOST_LINES }, () => '101');
    const layout = { ...SHEET, stations: [{ name: 'softphone1', host: 11, lines }] };
    const station = teamPlan(teamNumber(1), layout, { prefix: 'lab' }).stations[0];
    const ports = (station?.lines ?? []).flatMap(({ sipPort, controlPort, rtpPorts }) => [
      sipPort,
      controlPort,
      ...Array.from({ length: rtpPorts.last - rtpPorts.first + 1 }, (_, i) => rtpPorts.first + i),
    ]);
    expect(ports.length).toBeGreaterThan(2 * MOST_LINES);
    expect(new Set(ports).size).toBe(ports.length);
    expect(Math.max(...ports)).toBeLessThan(32_768);
  });
});

describe('a base', () => {
  it.each(['10.0', '10.77', '10.255', '172.16', '172.31', '192.168'])('may be %s', (base) => {
    expect(isPrivateBase(base)).toBe(true);
  });

  it.each([
    '8.8',
    '172.15',
    '172.32',
    '192.169',
    '10.256',
    '10',
    '10.7.7',
    '010.7',
    '10.07',
    ' 10.7',
    '10.7\n',
    '-10.7',
    '1e1.7',
    '',
  ])('may not be %j', (base) => {
    expect(isPrivateBase(base)).toBe(false);
  });
});
