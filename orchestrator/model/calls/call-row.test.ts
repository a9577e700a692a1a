import { describe, expect, it } from 'vitest';
import { parseCalls } from './call-row.ts';

describe('the calls of a line', () => {
  it('are read with their state and age', () => {
    const text = [
      '--- Active calls (2) ---',
      '> [line 1]  1:02:03  ESTABLISHED             sip:3102@192.168.3.200',
      '  [line 2]  0:00:00   INCOMING             sip:3201@192.168.3.200',
    ].join('\n');
    const [first, second] = ['sip:3102@192.168.3.200', 'sip:3201@192.168.3.200'];
    expect(parseCalls(text)).toEqual([
      { line: 1, seconds: 3723, state: 'ESTABLISHED', peer: first, current: true },
      { line: 2, seconds: 0, state: 'INCOMING', peer: second, current: false },
    ]);
  });

  it('are read in the newer form that has an id', () => {
    const text = '> [line 1, id 9befbd0563f6cb88]  0:00:00    RINGING             sip:3102@x';
    expect(parseCalls(text)).toMatchObject([{ line: 1, state: 'RINGING', peer: 'sip:3102@x' }]);
  });

  it('are none when there are none', () => {
    expect(parseCalls('--- Active calls (0) ---')).toEqual([]);
  });
});
