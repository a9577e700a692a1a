import { describe, expect, it } from 'vitest';
import { listenAddress } from './listen-address.ts';

describe('where the gate listens', () => {
  it('is a port, with the address before it when it isn’t for all', () => {
    const all = { host: undefined, port: 2200 };
    expect(listenAddress(':2200')).toEqual(all);
    expect(listenAddress('2200')).toEqual(all);
    expect(listenAddress('127.0.0.1:22')).toEqual({ host: '127.0.0.1', port: 22 });
    expect(listenAddress('[::1]:2200')).toEqual({ host: '::1', port: 2200 });
    expect(listenAddress('prof-pc:2200')).toEqual({ host: 'prof-pc', port: 2200 });
  });

  it('is nothing else', () => {
    const wrong = ['', ':', 'here', '127.0.0.1', ':65536', ':22x', '::1:22', 'a b:22', '-1'];
    for (const text of wrong) expect(() => listenAddress(text), text).toThrow('listen-wrong');
  });
});
