import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Layout } from '../numbering/layout.ts';
import type { Exchange } from './exchange.ts';
import { ladderOf } from './ladder.ts';
import type { SipMessage } from './sip-message.ts';

const LAYOUT: Layout = {
  ...{ lab: 'activity-1', base: '192.168', contexts: [] },
  stations: [
    { name: 'softphone1', host: 11, lines: [] },
    { name: 'softphone2', host: 12, lines: [] },
  ],
};

/** What tshark printed of a capture that was taken on a team's bridge. */
function dissection(name: string): string {
  return readFileSync(join(import.meta.dirname, 'fixtures', `${name}.dissection`), 'utf8');
}

const direct = ladderOf(dissection('direct'), LAYOUT);
const relayed = ladderOf(dissection('relayed'), LAYOUT);

function callsOf({ exchanges }: { readonly exchanges: readonly Exchange[] }) {
  return exchanges.filter(({ kind }) => kind === 'call');
}

/** A message on one line: `11 > 200 INVITE 10064`, by the last bytes of the addresses. */
function told({ from, to, method, status, reason, sound }: SipMessage): string {
  const [sender, receiver] = [from, to].map(({ address }) => address.split('.').at(-1));
  const asked = sound === null ? '' : ` ${sound.address.split('.').at(-1)}:${sound.port}`;
  return `${sender} > ${receiver} ${method ?? `${status} ${reason}`}${asked}`;
}

/** A dissected packet as tshark prints it. */
function packet(fields: Readonly<Record<string, string>>): string {
  const usual = {
    ...{ 'frame.number': '1', 'frame.time_relative': '0.5', 'ip.src': '10.0.0.1' },
    ...{ 'ip.dst': '10.0.0.2', 'udp.srcport': '5060', 'udp.dstport': '5060' },
    ...{ 'sip.Call-ID': 'a', 'sip.Method': 'BYE', 'sip.CSeq.seq': '2', 'sip.CSeq.method': 'BYE' },
  };
  const layers = Object.entries({ ...usual, ...fields }).map(([name, value]) => {
    return [name.replaceAll('.', '_'), value.split('|')];
  });
  return JSON.stringify({ timestamp: '0', layers: Object.fromEntries(layers) });
}

describe('the ladder of a capture', () => {
  it('names the participants of a team by their addresses, whatever the base of its network', () => {
    expect(direct.teams).toEqual([3]);
    const named = direct.participants.map(({ address, role, station }) => [address, role, station]);
    expect(named).toEqual([
      ['10.100.3.11', 'station', 'softphone1'],
      ['10.100.3.200', 'pbx', null],
      ['10.100.3.12', 'station', 'softphone2'],
    ]);
  });

  it('names nobody where no PBX of a plan takes part', () => {
    const { participants, teams } = ladderOf(
      packet({ 'ip.src': '192.168.3.11', 'ip.dst': '192.168.3.12' }),
      LAYOUT,
    );
    expect(teams).toEqual([]);
    expect(participants.map(({ role }) => role)).toEqual(['unknown', 'unknown']);
  });

  it('puts both sides of the PBX to one call, caller first, in the order of time', () => {
    const [call] = callsOf(direct);
    expect([call?.from, call?.to, call?.callIds.length]).toEqual(['3101', '3102', 2]);
    expect(call?.messages.map(told)).toMatchInlineSnapshot(`
      [
        "11 > 200 INVITE 11:10064",
        "200 > 11 401 Unauthorized",
        "11 > 200 ACK",
        "11 > 200 INVITE 11:10064",
        "200 > 11 100 Trying",
        "200 > 12 INVITE 200:18968",
        "12 > 200 180 Ringing",
        "200 > 11 180 Ringing",
        "12 > 200 200 Answering 12:10016",
        "200 > 12 ACK",
        "200 > 11 200 OK 200:16682",
        "200 > 12 INVITE 11:10064",
        "12 > 200 200 OK 12:10016",
        "200 > 12 ACK",
        "11 > 200 ACK",
        "200 > 11 INVITE 12:10016",
        "11 > 200 200 OK 11:10064",
        "200 > 11 ACK",
        "12 > 200 BYE",
        "200 > 12 200 OK",
        "200 > 11 INVITE 200:16682",
        "11 > 200 200 OK 11:10064",
        "200 > 11 ACK",
        "200 > 11 BYE",
        "11 > 200 200 OK",
      ]
    `);
  });

  it('puts each voice to the call that asked for it, phone to phone or through the PBX', () => {
    const voices = (exchange: Exchange | undefined) =>
      exchange?.streams.map(({ from, to }) => `${from.address}>${to.address}`);
    expect(callsOf(direct).map(voices)).toEqual([
      ['10.100.3.12>10.100.3.11', '10.100.3.11>10.100.3.12'],
      [],
      ['10.100.3.11>10.100.3.200', '10.100.3.200>10.100.3.11'],
    ]);
    expect(callsOf(relayed).map(({ streams }) => streams.length)).toEqual([4, 4, 0, 2]);
    expect([direct.streams, relayed.streams]).toEqual([[], []]);
  });

  it('tells two calls apart that go on at the same time', () => {
    const [one, other] = callsOf(relayed);
    expect([one?.from, one?.to, other?.from, other?.to]).toEqual(['3101', '3102', '3201', '3202']);
    expect(one?.messages.map(({ callId }) => callId)).not.toContain(other?.callIds[1]);
    const last = one?.messages.at(-1)?.time ?? 0;
    expect(other?.messages[0]?.time).toBeLessThan(last);
  });

  it('has a call that was given up and one that went to voicemail', () => {
    const [, , cancelled, recorded] = callsOf(relayed);
    expect(cancelled?.messages.map(told).slice(-8)).toEqual([
      '12 > 200 CANCEL',
      '200 > 12 487 Request Terminated',
      '12 > 200 ACK',
      '200 > 12 200 OK',
      '200 > 11 CANCEL',
      '11 > 200 200 OK',
      '11 > 200 487 Request Terminated',
      '200 > 11 ACK',
    ]);
    expect(recorded?.messages.map(told)).toContain('12 > 200 486 Rejected');
  });

  it('keeps registrations a phone each, and what is neither apart from both', () => {
    const kinds = direct.exchanges.map(({ kind, from }) => `${kind} ${from}`);
    expect(kinds.filter((kind) => kind === 'other null')).toHaveLength(1);
    expect(kinds).toContain('registration 3202');
    const [registration] = direct.exchanges;
    expect(registration?.messages.map(told)).toEqual([
      '11 > 200 REGISTER',
      '200 > 11 401 Unauthorized',
      '11 > 200 REGISTER',
      '200 > 11 200 OK',
    ]);
  });

  it('joins the legs of a caller whose number the PBX shows as another', () => {
    const other = dissection('direct').replaceAll(
      /("sip_Call-ID":\["6bf1.*?"sip_from_user":\[")3101/g,
      '$10612345678',
    );
    expect(callsOf(ladderOf(other, LAYOUT))[0]?.callIds).toHaveLength(2);
  });

  it('keeps a voice that nobody in the capture asked for', () => {
    const { exchanges, streams } = ladderOf(
      dissection('direct').replaceAll(/^.*sip_Call-ID.*$/gm, ''),
      LAYOUT,
    );
    expect(exchanges).toEqual([]);
    expect(streams).toHaveLength(4);
    expect(streams[0]).toMatchObject({ codecs: ['PCMU'], packets: 205, lost: 0 });
  });

  it('knows a call by its end where the capture began in the middle of it', () => {
    const [call] = ladderOf(packet({}), LAYOUT).exchanges;
    expect([call?.kind, call?.from, call?.to]).toEqual(['call', null, null]);
  });

  it('takes the innermost addresses of a tunnel, IPv6 and TCP, and tells what was sent again', () => {
    const [message] = callsOf(
      ladderOf(
        packet({
          ...{ 'ip.src': '10.0.0.1|172.16.0.1', 'ip.dst': '10.0.0.2|172.16.0.2' },
          'sip.resend': '1',
        }),
        LAYOUT,
      ),
    )[0]?.messages ?? [undefined];
    expect(message).toMatchObject({
      from: { address: '172.16.0.1' },
      to: { address: '172.16.0.2' },
      again: true,
    });
    const six = packet({ 'ipv6.src': '::1', 'tcp.srcport': '40000' })
      .replace(/"ip_src":\[.*?\],/, '')
      .replace(/"udp_srcport":\[.*?\],/, '');
    expect(ladderOf(six, LAYOUT).exchanges[0]?.messages[0]?.from).toEqual({
      address: '::1',
      port: 40_000,
    });
  });

  it('reads what it can of a dissection that was cut off or is none', () => {
    const whole = dissection('direct');
    const half = ladderOf(whole.slice(0, whole.length / 2), LAYOUT, true);
    expect(half.cut).toBe(true);
    expect(callsOf(half).length).toBeGreaterThan(0);
    for (const text of ['', 'nonsense\n', '{"timestamp":', '{"timestamp":"0"}']) {
      expect(ladderOf(text, LAYOUT).exchanges).toEqual([]);
    }
  });
});
