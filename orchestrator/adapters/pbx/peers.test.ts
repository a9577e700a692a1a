import { describe, expect, it } from 'vitest';
import { parsePeers, readPeers } from './peers.ts';

const SHOWN = `Name/username             Host                                    Dyn Forcerport Comedia    ACL Port     Status      Description
3101/u3101                192.168.3.11                             D  Auto (No)  No             5060     Unmonitored
3102/u3102                (Unspecified)                            D  Auto (No)  No             0        Unmonitored
2 sip peers [Monitored: 0 online, 0 offline Unmonitored: 1 online, 1 offline]
`;

describe('what `sip show peers` says', () => {
  it('gives every account with the address of its phone', () => {
    expect(parsePeers(SHOWN)).toEqual([
      { name: '3101', host: '192.168.3.11' },
      { name: '3102', host: null },
    ]);
  });

  it('is no peer at all when only the summary follows', () => {
    const none = `${SHOWN.split('\n')[0]}\n0 sip peers [Monitored: 0 online, 0 offline]\n`;
    expect(parsePeers(none)).toEqual([]);
  });

  it('is that there is no Asterisk to ask when the shell finds none', async () => {
    const run = async () => ({ code: 127, stdout: '', stderr: 'sh: 1: asterisk: not found' });
    expect(await readPeers(run)).toBe('not-installed');
  });

  it('is nothing when no Asterisk answers', () => {
    const text =
      'Unable to connect to remote asterisk (does /var/run/asterisk/asterisk.ctl exist?)';
    expect(parsePeers(text)).toBeNull();
  });
});
