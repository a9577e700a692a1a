import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { engineView } from './engine-view.ts';
import { pcap, udp } from './made-capture.ts';
import { testLab } from './test-team.ts';

/** Intent: what students hand in is read as it comes, or refused in words that they understand. */
describe('lab ladder on files of students', () => {
  const test = testLab('ladder', '10.95');
  const folder = mkdtempSync(join(tmpdir(), 'lab-ladder-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const ladderOf = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content);
    return test.lab(['ladder', join(folder, name)]);
  };

  it('draws a classic pcap, whosoever the addresses are', async () => {
    const { code, stdout } = await ladderOf('théo équipe 3.pcap', pcap(REGISTER, OK));
    expect(code).toBe(0);
    expect(stdout).toContain('Registration: 3101');
    expect(stdout).toMatch(/172\.20\.0\.11 +172\.20\.0\.200\n/);
    expect(stdout).toMatch(/0\.000 +│─+►│ +REGISTER +CSeq 1 REGISTER\n.*0\.001 +│◄─+│ +200 OK/);
  });

  it('draws what comes before the place where a file is cut off, and says so', async () => {
    const { code, stdout } = await ladderOf('cut.pcap', pcap(REGISTER, OK).subarray(0, -20));
    expect(code).toBe(0);
    expect(stdout).toContain('REGISTER');
    expect(stdout).not.toContain('200 OK');
    expect(stdout).toContain('ends in the middle of a packet');
  });

  it('says that there is no telephony in a capture', async () => {
    const { code, stdout } = await ladderOf('empty.pcap', pcap());
    expect(code).toBe(0);
    expect(stdout).toContain('empty.pcap has no SIP message in it');
  });

  it('refuses what is no capture, and leaves nothing behind', async () => {
    const refused = [
      await ladderOf('report.pcapng', 'Trame 1 : INVITE\n'),
      await ladderOf('nothing.pcapng', ''),
      await ladderOf('junk.pcapng', Buffer.from(`0a0d0d0a${'5a17c3'.repeat(100)}`, 'hex')),
      await test.lab(['ladder', folder]),
      await test.lab(['ladder', join(folder, 'absent.pcap')]),
    ];
    expect(refused.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2]);
    const said = refused.map(({ stderr }) => stderr.split('\n')[0]);
    expect(said).toEqual([
      expect.stringMatching(/report\.pcapng is not a capture of packets \(pcap or pcapng\)\.$/),
      expect.stringMatching(/nothing\.pcapng is empty/),
      expect.stringMatching(/junk\.pcapng is not a capture .* tshark says: /),
      expect.stringMatching(/can't be read \(EISDIR\)/),
      expect.stringMatching(/absent\.pcap can't be read \(ENOENT\)/),
    ]);
    expect((await (await engineView()).look(test.prefix)).containers).toEqual({});
  });
});

const REGISTER = udp('172.20.0.11', '172.20.0.200', sip('REGISTER sip:172.20.0.200 SIP/2.0'));
const OK = udp('172.20.0.200', '172.20.0.11', sip('SIP/2.0 200 OK'));

function sip(start: string): string {
  return [
    ...[start, 'Via: SIP/2.0/UDP 172.20.0.11:5060;branch=z9hG4bK1', 'CSeq: 1 REGISTER'],
    ...['From: <sip:3101@172.20.0.200>;tag=a', 'To: <sip:3101@172.20.0.200>', 'Call-ID: one'],
    ...['Content-Length: 0', '', ''],
  ].join('\r\n');
}
