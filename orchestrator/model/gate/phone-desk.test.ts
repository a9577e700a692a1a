import { describe, expect, it } from 'vitest';
import { teamNumber } from '../numbering/team-number.ts';
import { type DeskLine, keysOf, type PhoneDesk, phoneDesk, press, withLine } from './phone-desk.ts';

const idle = (slot: number): DeskLine => ({
  slot,
  extension: `3${slot}01`,
  registered: true,
  calls: [],
});
const open: PhoneDesk = {
  ...withLine(
    withLine(phoneDesk({ team: teamNumber(3), station: 'softphone1', tongue: 'fr' }), idle(2)),
    idle(1),
  ),
  state: 'open',
};

/** Presses key after key; what was asked for, and the menu at the end. */
function typed(text: string, desk = open) {
  const wishes = [];
  for (const key of keysOf(text)) {
    const pressed = press(desk, key);
    desk = pressed.desk;
    if (pressed.wish !== null) wishes.push(pressed.wish);
  }
  return { desk, wishes };
}

describe('the menu of a softphone', () => {
  it('takes a number after d, digits after s, accounts after u, each with Enter', () => {
    expect(typed('d3102\r').wishes).toEqual([{ do: 'dial', number: '3102' }]);
    expect(typed('s12 34#\r').wishes).toEqual([{ do: 'send', digits: '1234#' }]);
    expect(typed('u3201 secret\r').wishes).toEqual([{ do: 'use', words: ['3201', 'secret'] }]);
    expect(typed('ax').wishes).toEqual([{ do: 'answer' }, { do: 'hangup' }]);
  });

  it('lets one correct what was typed, and think again with Escape or an empty line', () => {
    expect(typed('d319\u007f\u007f02\r').wishes).toEqual([{ do: 'dial', number: '302' }]);
    expect(typed('d3\u001b').desk.question).toBeNull();
    expect(typed('d\r').wishes).toEqual([]);
    expect(typed(`d${'1'.repeat(500)}`).desk.question?.typed).toHaveLength(80);
  });

  it('is left with q, Ctrl-C or Ctrl-D, which also leave while a number is typed', () => {
    for (const keys of ['q', 'Q', '\u0003', '\u0004', 'd31\u0003'])
      expect(typed(keys).wishes).toEqual([{ do: 'quit' }]);
    expect(typed('dq').wishes).toEqual([]);
  });

  it('passes over arrows and keys that say nothing', () => {
    expect(typed('\u001b[A\u001bOB\u001b[15~zé').wishes).toEqual([]);
    expect(typed('\u001b[A').desk).toEqual(open);
  });

  it('changes its language with l and its line with Tab', () => {
    expect(typed('l').desk.tongue).toBe('en');
    expect(typed('\t').desk.chosen).toBe(1);
    expect(typed('\t\t').desk.chosen).toBe(0);
  });

  it('gives the keys to a line that rings, unless the chosen one is in a call', () => {
    const call = { line: 1, seconds: 0, state: 'INCOMING', peer: 'sip:3102@x', current: true };
    const rings = { ...idle(2), calls: [call] };
    expect(withLine(open, rings).chosen).toBe(1);
    const talks = withLine(open, { ...idle(1), calls: [{ ...call, state: 'ESTABLISHED' }] });
    expect(withLine(talks, rings).chosen).toBe(0);
  });

  it('takes the softphone in hand again with Enter, when somebody else had it', () => {
    expect(typed('d\r', { ...open, state: 'away' }).wishes).toEqual([{ do: 'open' }]);
    expect(typed('\rd', { ...open, state: 'opening' }).wishes).toEqual([]);
  });
});
