import { describe, expect, it } from 'vitest';
import type { LiveState } from '../../adapters/pbx/live/live-state.ts';
import { changedAt, serverFacts } from './server-facts.ts';

const DAY = Date.UTC(2026, 10, 25) / 1000;

/** An exchange as it is when its first files are in place. */
function live(changes: Partial<LiveState> = {}): LiveState {
  return {
    now: DAY + 600,
    installed: true,
    peers: [],
    calls: 0,
    messages: [],
    files: [
      { path: '.lab-seeded', changed: DAY + 300, modified: DAY },
      { path: 'extensions.conf', changed: DAY, modified: DAY },
      { path: 'users.conf', changed: DAY, modified: DAY },
    ],
    begun: DAY,
    loaded: DAY + 10,
    running: null,
    digests: null,
    ...changes,
  };
}

const SAVED = { path: 'extensions.conf', changed: DAY + 60, modified: DAY - 9_999 };
const TEXT = '[finance]\nexten => 3101,1,Answer()\n';

/** Asterisk runs a dial plan without what the file says. */
function unread(changed: number): LiveState {
  return live({
    files: [{ ...SAVED, changed }],
    running: {
      files: new Map([['extensions.conf', Buffer.from(TEXT)]]),
      exchange: {
        users: '',
        dialplan: "[ Context 'finance' created by 'pbx_config' ]\n\n-= 0 extensions =-\n",
        mailboxes: '',
        accounts: new Map(),
        pins: new Map(),
      },
    },
  });
}

describe('what a look into an exchange tells', () => {
  it('is nothing when nobody could look', () => {
    expect(serverFacts(null)).toEqual({
      ...{ calls: null, messages: null, changed: null },
      notReloaded: [],
    });
  });

  it('counts messages, and those that nobody has heard', () => {
    const messages = ['finance/3101/INBOX/msg0000.txt', 'finance/3101/Old/msg0000.txt'];
    expect(serverFacts(live({ messages })).messages).toEqual({ all: 2, unheard: 1 });
  });

  it('dates the newest change of the team, which nobody can set back', () => {
    expect(changedAt(live())).toBeNull();
    expect(changedAt(live({ files: [SAVED] }))).toBe(DAY + 60);
    expect(serverFacts(live({ files: [SAVED] })).changed).toBe('2026-11-25T00:01:00.000Z');
  });

  it('names a file that was saved and that Asterisk has not read since', () => {
    expect(serverFacts(unread(DAY + 60)).notReloaded).toEqual([
      { file: 'extensions.conf', saved: '2026-11-25T00:01:00.000Z' },
    ]);
  });

  it('blames nobody for a file that nobody touched after Asterisk read it', () => {
    expect(serverFacts(unread(DAY + 5)).notReloaded).toEqual([]);
  });
});
