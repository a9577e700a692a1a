import { describe, expect, it } from 'vitest';
import { followLiveState, type LiveState, MOST_LOOK, readLiveState } from './live-state.ts';

function part(name: string, text: string): string {
  return `${name} ${Buffer.byteLength(text)}\n${text}\n`;
}

async function seen(parts: Readonly<Record<string, string>>): Promise<LiveState | null> {
  const printed = Object.entries({ ...parts, end: '' }).map(([name, text]) => part(name, text));
  return readLiveState(async () => ({ stdout: Buffer.from(printed.join('')), stderr: '' }));
}

describe('what a look printed', () => {
  it('lists files by their names, whatever is in them', async () => {
    const files = '12 -34 users.conf\u00005 6 x\n99999999999999 1 y';
    const messages = 'finance/3101/INBOX/msg0000.txt\u0000finance/31\n01/INBOX/msg0000.txt';
    const found = await seen({ now: '12.5', files, messages });
    expect(found?.files).toEqual([
      { path: 'users.conf', changed: 12, modified: -34 },
      { path: 'x\n99999999999999 1 y', changed: 5, modified: 6 },
    ]);
    expect(found).toMatchObject({ now: 12.5, messages: messages.split('\0') });
  });

  it('leaves out rows that are none, and times that nobody can have', async () => {
    const files = `x 1 a\u00001 2\u000099999999999999 1 b\u00001 ${'9'.repeat(400)} c`;
    const found = await seen({ now: 'x', begun: 'soon', loaded: '1e300', files });
    expect(found).toMatchObject({ now: 0, files: [], begun: null, loaded: null });
  });

  it('is none where it isn’t whole', async () => {
    const read = async () => ({ stdout: Buffer.from('now 9999999\n1'), stderr: '' });
    expect(await readLiveState(read)).toBeNull();
  });

  it('is not followed without an end', async () => {
    let chunks = 0;
    const endless = async function* () {
      for (;;) {
        chunks++;
        yield chunks === 1 ? Buffer.from('now 999999999\n') : Buffer.alloc(2 ** 20, 'y');
      }
    };
    const pipe = Object.assign(endless(), { destroy: () => undefined });
    for await (const look of followLiveState(async () => pipe)) expect(look).toBeNull();
    expect(chunks).toBeLessThan(MOST_LOOK / 2 ** 20 + 3);
  });
});
