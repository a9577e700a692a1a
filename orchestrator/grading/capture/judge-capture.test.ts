import { describe, expect, it } from 'vitest';
import { bestCapture } from './best-capture.ts';
import { CALLING_TEAM, callDissection, callWithout, captured } from './fake-capture.ts';
import { judgeCapture } from './judge-capture.ts';

const judged = (dissection: string, plan = CALLING_TEAM) => {
  const { verdict, parts } = judgeCapture(captured(dissection), plan);
  const { file: _file, ...params } = verdict.params as Readonly<Record<string, unknown>>;
  const held = parts.filter((part) => part.held).map(({ part }) => part);
  return { said: `${verdict.verdict} ${verdict.code}`, params, held };
};

const REGISTERS = /"sip_CSeq_method":\["REGISTER"\]/;
const BYE = /"sip_CSeq_method":\["BYE"\]/;
const FROM_PHONE_2 = /^ +\d+\.\d+ +\d+\.\d+ +10\.45\.3\.12 /;
const VOICES = /^ +\d+\.\d+ +\d+\.\d+ +10\.45/;
const SECOND_LEG = /1765e55c/;
const FIRST_LEG = /9d42e1ab/;

describe('a capture of a whole call', () => {
  it('passes, and names the packets of each part by their numbers in Wireshark', () => {
    const { verdict, parts } = judgeCapture(captured(callDissection()), CALLING_TEAM);
    expect(verdict).toEqual({
      ...{ verdict: 'pass', code: 'capture-whole' },
      params: { file: 'call.pcapng', from: '3101', to: '3102' },
    });
    expect(parts.map(({ part, frames }) => [part, frames])).toEqual([
      ['registration', [3, 4]],
      ['setup', [48, 56, 64]],
      ['voice', []],
      ['end', [387, 391]],
    ]);
  });

  it.each([
    ['at the phone that calls', SECOND_LEG],
    ['at the phone that is called', FIRST_LEG],
  ])('passes when it was taken %s', (_, unseen) => {
    expect(judged(callWithout(unseen)).said).toBe('pass capture-whole');
  });

  it('passes when the voices go through the exchange', () => {
    const relayed = callDissection()
      .replace(/^ +7\.605447.*$/m, voice('10.45.3.11 10010', '10.45.3.200 14544'))
      .replace(/^ +7\.578766.*$/m, voice('10.45.3.200 14544', '10.45.3.11 10010'));
    expect(judged(relayed).said).toBe('pass capture-whole');
  });

  it('passes when phones show that they know the challenge: registered at the first try', () => {
    expect(judged(callWithout(/"sip_Status-Code":\["401"\].*REGISTER/)).said).toContain('pass');
  });

  it('passes when every packet was captured twice', () => {
    const lines = callDissection().split('\n');
    expect(judged(lines.flatMap((line) => [line, line]).join('\n')).said).toBe(
      'pass capture-whole',
    );
  });

  it('passes at stations with any address of the team', () => {
    expect(judged(callDissection().replaceAll('10.45.3.11', '10.45.3.77')).said).toContain('pass');
  });
});

/** A row of tshark's table of voices. */
function voice(from: string, to: string): string {
  return `     7.605447     10.720718      ${from}      ${to} 0xDED6328C            g711U   157     0 (0.0%)   4.1  20.0  86.6   0.2   3.8  12.5`;
}

describe('a capture from which something is missing', () => {
  it.each([
    [
      ...(['has voices in one direction', FROM_PHONE_2, 'partial capture-one-way'] as const),
      { missing: ['voice'], from: '10.45.3.11', to: '10.45.3.12' },
    ],
    ['has no voice', VOICES, 'partial capture-no-voice', { missing: ['voice'] }],
    ['has no end', BYE, 'partial capture-no-end', { missing: ['end'], lacks: 'BYE' }],
    [
      ...(['has a BYE that nobody answered', /"sip_Status-Code":\["200"\].*"BYE"/] as const),
      ...(['partial capture-no-end', { missing: ['end'], lacks: '200' }] as const),
    ],
    [
      ...(['has no registration', REGISTERS, 'partial capture-no-registration'] as const),
      { missing: ['registration'], lacks: 'REGISTER' },
    ],
    [
      ...(['has registrations that were refused', /"200"\].*"REGISTER"/] as const),
      ...([
        'partial capture-no-registration',
        { missing: ['registration'], lacks: '200' },
      ] as const),
    ],
    [
      ...(['has no ACK', /"sip_Method":\["ACK"\]/, 'partial capture-no-setup'] as const),
      { missing: ['setup'], lacks: 'ACK' },
    ],
    ['has registrations alone', /"(?:INVITE|ACK|BYE)"/, 'fail capture-no-call', {}],
    ['has no telephony', /sip_|10\.45/, 'fail capture-no-sip', {}],
  ])('%s', (_, without, said, params) => {
    expect(judged(callWithout(without))).toMatchObject({ said, params });
  });

  it('is half right when it begins in the middle of the call: a re-INVITE sets nothing up', () => {
    const early = /"frame_time_relative":\["(?:[0-6]\.|7\.5[0-6])/;
    const found = judged(callWithout(early));
    expect(found).toMatchObject({
      said: 'partial capture-no-setup',
      params: { missing: ['registration', 'setup'], lacks: 'INVITE' },
    });
    expect(found.held).toEqual(['voice', 'end']);
  });

  it('is wrong with one part alone', () => {
    const only = callWithout(/"(?:REGISTER|BYE)"|^ +\d/);
    expect(judged(only)).toMatchObject({
      said: 'fail capture-no-voice',
      params: { missing: ['registration', 'voice', 'end'] },
      held: ['setup'],
    });
  });

  it('says that packets were cut where what is missing stood behind the cut', () => {
    const cut = callDissection()
      .replaceAll(/("sip_Method":\["INVITE"\].*"frame_cap_len":\[)"\d+"/g, '$1"96"')
      .replaceAll(/"sip_Call-ID":\["[^"]*"\],("sip_Method":\["INVITE"\])/g, '$1');
    expect(judged(cut)).toMatchObject({
      said: 'partial capture-packets-cut',
      params: { packets: 6, missing: ['setup', 'voice'] },
    });
  });

  it('does not count a voice of a moment', () => {
    const short = callDissection().replaceAll(/ 15[78] {5}0 /g, '   3     0 ');
    expect(judged(short).said).toBe('partial capture-no-voice');
  });
});

describe("a capture that is not the team's own", () => {
  it("names the team whose it is, though the team's own phones registered", () => {
    const other = callDissection().replaceAll('10.45.3.', '10.45.5.');
    expect(judged(other)).toMatchObject({
      said: 'fail capture-other-team',
      params: { team: 5, found: '10.45.5.11' },
    });
    const both = callWithout(/"(?:INVITE|ACK|BYE)"/) + other;
    expect(judged(both).said).toBe('fail capture-other-team');
  });

  it('names an address of another network', () => {
    expect(judged(callDissection().replaceAll('10.45.3.', '192.168.3.'))).toMatchObject({
      said: 'fail capture-other-network',
      params: { found: '192.168.3.11', expected: '10.45.3.0/24' },
    });
  });

  it('is wrong when the call passes by the exchange', () => {
    const direct = callWithout(SECOND_LEG).replaceAll('10.45.3.200', '10.45.3.12');
    expect(judged(direct).said).toBe('fail capture-no-pbx');
  });

  it("is wrong when the number that was dialled is not the team's", () => {
    expect(judged(callDissection().replaceAll('"3102"', '"5102"'))).toMatchObject({
      said: 'fail capture-other-numbers',
      params: { found: '5102', expected: '31XX, 32XX' },
    });
  });

  it('is half right when it is a call to voicemail', () => {
    expect(judged(callWithout(SECOND_LEG).replaceAll('"3102"', '"3199"'))).toMatchObject({
      said: 'partial capture-to-voicemail',
      params: { number: '3199', missing: [] },
    });
  });
});

describe('several captures', () => {
  it('count by the best one, which is named', () => {
    const captures = [
      captured(callWithout(BYE), 'c.pcapng'),
      captured(callDissection(), 'b.pcapng'),
      { file: 'a.docx', bytes: 3, hash: 'sha256:1', state: 'no-capture' } as const,
    ];
    const { verdict, evidence } = bestCapture(captures, CALLING_TEAM);
    expect(verdict).toMatchObject({ verdict: 'pass', params: { file: 'b.pcapng' } });
    expect(evidence.map(({ file, found }) => `${file} ${found.verdict}`)).toEqual([
      ...['a.docx fail', 'b.pcapng pass', 'c.pcapng partial'],
    ]);
  });

  it('say so when there is none', () => {
    const { verdict } = bestCapture([], CALLING_TEAM);
    expect(verdict).toEqual({
      ...{ verdict: 'skipped', code: 'not-handed-in', params: { what: 'capture' } },
    });
  });

  it.each([
    [{ state: 'no-capture' }, 'fail capture-no-capture'],
    [{ state: 'unreadable', said: 'damaged' }, 'fail capture-unreadable'],
    [{ state: 'too-large', most: 1 }, 'fail capture-too-large'],
    [{ state: 'too-heavy' }, 'timeout capture-too-heavy'],
    [
      {
        state: 'lost',
        why: { verdict: 'inconclusive', code: 'pbx-lost', params: { said: '' } },
      },
      'inconclusive pbx-lost',
    ],
  ] as const)('that can not be read say why: %j', (state, said) => {
    const file = { file: 'a.pcapng', bytes: 1, hash: '', ...state };
    const { verdict } = bestCapture([file], CALLING_TEAM);
    expect(`${verdict.verdict} ${verdict.code}`).toBe(said);
  });
});
