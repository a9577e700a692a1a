// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Asterisk writes its variables so.
import { describe, expect, it } from 'vitest';
import { exchangeModel } from '../exchange-model.ts';
import { bySpecificity, takesNumber } from './pattern.ts';
import { traceCall } from './trace-call.ts';

const USERS = `[general]
hassip = yes
hasvoicemail = yes
[3101]
context = finance
[3102]
context = finance
`;
const VOICEMAIL = '[finance]\n3101 => 1234,A\n3102 => 1234,B\n';

/** The kinds of a call's steps with their lines, as `match 2, rings 2`. */
function way(plan: string, to: string, users = USERS): string {
  const texts = { 'users.conf': users, 'extensions.conf': plan, 'voicemail.conf': VOICEMAIL };
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, Buffer.from(text)]));
  return traceCall(exchangeModel(files), '3101', to)
    .steps.filter(({ kind }) => kind !== 'account')
    .map(({ kind, place }) => (place === null ? kind : `${kind} ${place.line}`))
    .join(', ');
}

describe('a pattern', () => {
  it.each([
    ['_31XX', '3102', true],
    ['_31xx', '3102', true],
    ['31XX', '3102', false],
    ['_31XX.', '3102', false],
    ['_31X!', '3102', true],
    ['_31XX!', '3102', true],
    ['_310[12]', '3102', true],
    ['_310[3-5]', '3102', false],
    ['_320Z', '3200', false],
    ['_31N9', '3199', true],
    ['_3.', '3', false],
  ])('%s takes %s: %s', (pattern, number, expected) => {
    expect(takesNumber(pattern, number)).toBe(expected);
  });

  // The order that `dialplan show 3199@finance` printed.
  it('goes before wider ones', () => {
    const seen = ['3199', '_31NX', '_31ZX', '_31XX', '_3.', '_3!', '_XXXX'];
    expect(seen.toReversed().toSorted(bySpecificity)).toEqual(seen);
  });
});

describe('a call through the dial plan', () => {
  it.each([
    [
      'rings, then voicemail',
      'exten => _31XX,1,Dial(SIP/${EXTEN},20)\nsame => n,Voicemail(${EXTEN}@finance)',
      '3102',
      'match 2, rings 2, voicemail 3',
    ],
    ['rings without end', 'exten => _31XX,1,Dial(SIP/${EXTEN})', '3102', 'match 2, rings 2'],
    [
      'takes own lines before included ones',
      'include => more\nexten => _31XX,1,Dial(SIP/${EXTEN},20)\n[more]\nexten => 3199,1,Answer()',
      '3199',
      'match 3, rings-nobody 3, over',
    ],
    [
      'leaves a missing priority to the next pattern that has it',
      'exten => 3199,2,VoiceMailMain(@finance)\nexten => _31XX,1,NoOp()',
      '3199',
      'match 3, runs 3, mailbox-asked 2',
    ],
    [
      'ends at a gap',
      'exten => 3102,1,Answer()\nexten => 3102,3,Hangup()',
      '3102',
      'match 2, runs 2, gap 3',
    ],
    [
      'jumps by label and condition',
      'exten => 3102,1,GotoIf($["${CALLERID(num)}" = "3101"]?me:other)\nsame => n(other),Hangup()\nsame => n(me),Goto(more,s,1)\n[more]\nexten => s,1,Voicemal(x)',
      '3102',
      'match 2, jumps 2, jumps 4, application-unknown 6',
    ],
    [
      'comes back from a subroutine',
      'exten => 3102,1,Gosub(sub,s,1)\nsame => n,Hangup()\n[sub]\nexten => s,1,Return()',
      '3102',
      'match 2, jumps 2, jumps 5, hangs-up 3',
    ],
    ['ends a circle', 'exten => 3102,1,Goto(1)', '3102', /^match 2(?:, jumps 2){100}, loop$/],
    ['finds nothing', 'exten => 31XX,1,Dial(SIP/${EXTEN},20)', '3102', 'no-match'],
    [
      'knows variables by their case alone',
      'exten => _31XX,1,Dial(SIP/${exten},20)',
      '3102',
      'match 2, rings-nobody 2, over',
    ],
  ])('%s', (_, plan, to, expected) => {
    const found = way(`[finance]\n${plan}`, to);
    if (typeof expected === 'string') expect(found).toBe(expected);
    else expect(found).toMatch(expected);
  });

  it('tells a caller, a context, a file that is not there', () => {
    expect(way('[finance]', '3102', '[general]')).toBe('account-absent');
    expect(way('[Finance]', '3102')).toBe('context-absent 5');
    expect(way('[finance', '3102')).toBe('file-refused 1');
    expect(way('[finance]', '3102', '[3101')).toBe('file-refused 1');
  });

  it('counts n on over a whole context, as Asterisk does', () => {
    const plan = '[finance]\nexten => 3101,1,Answer()\nexten => 3102,n,Hangup()';
    expect(way(plan, '3102')).toBe('no-match');
  });
});
