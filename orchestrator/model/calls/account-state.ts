/** An account that a line has, and whether the exchange knows it is there. */
export interface AccountState {
  /** `sip:3101@192.168.3.200`. */
  readonly address: string;
  readonly registration: 'registered' | 'failed' | 'pending' | 'none';
  /** Calls are placed from the current account. */
  readonly current: boolean;
}

const WORDS: Readonly<Record<string, AccountState['registration']>> = {
  OK: 'registered',
  ERR: 'failed',
  zzz: 'pending',
};

/** Reads what `reginfo` prints: `> sip:3101@192.168.3.200    OK  Asterisk PBX 16.28 Expires 60s`. */
export function parseAccounts(text: string): readonly AccountState[] {
  return text.split('\n').flatMap((row) => {
    const [, mark, address, word = ''] = /^(>)?\s+(sips?:\S+)\s*(\S+)?/.exec(row) ?? [];
    if (address === undefined) return [];
    return [{ address, registration: WORDS[word] ?? 'none', current: mark === '>' }];
  });
}
