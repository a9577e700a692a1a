import { describe, expect, it } from 'vitest';
import { parseAccounts } from './account-state.ts';

describe('the accounts of a line', () => {
  it('are read with their state, whatever the exchange calls itself', () => {
    const text = [
      '--- User Agents (4) ---',
      '> sip:3101@192.168.3.200                     OK  Asterisk PBX 16.28.0~dfsg Expires 60s',
      '  sip:3102@192.168.3.200                     ERR  Expires 0s',
      '  sip:3201@192.168.3.200:5070                zzz  Expires 0s',
      '  sip:3202@192.168.3.200                  ',
    ].join('\n');
    expect(parseAccounts(text)).toEqual([
      { address: 'sip:3101@192.168.3.200', registration: 'registered', current: true },
      { address: 'sip:3102@192.168.3.200', registration: 'failed', current: false },
      { address: 'sip:3201@192.168.3.200:5070', registration: 'pending', current: false },
      { address: 'sip:3202@192.168.3.200', registration: 'none', current: false },
    ]);
  });

  it('are none when there are none', () => {
    expect(parseAccounts('--- User Agents (0) ---')).toEqual([]);
  });
});
