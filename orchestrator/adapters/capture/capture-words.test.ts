import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { captureWords } from './capture-words.ts';

const BEGINNING = 'tcpdump: listening on br-607d9207754f, link-type EN10MB (Ethernet)\n';
const COUNTS =
  '865 packets captured\n877 packets received by filter\n12 packets dropped by kernel\n';

describe('what the capture says', () => {
  it('tells that it has begun, and in the end how many packets it took and missed', async () => {
    const errors = new PassThrough();
    const words = captureWords(errors);
    errors.write(BEGINNING.slice(0, 15));
    errors.write(BEGINNING.slice(15));
    expect(await words.begun).toBe(true);
    errors.end(COUNTS);
    expect(await words.ended).toMatchObject({ packets: 865, dropped: 12 });
  });

  it('counts one packet too', async () => {
    const errors = new PassThrough();
    const words = captureWords(errors);
    errors.end(
      `${BEGINNING}1 packet captured\n1 packet received by filter\n1 packet dropped by kernel\n`,
    );
    expect(await words.ended).toMatchObject({ packets: 1, dropped: 1 });
  });

  it('tells why it never began', async () => {
    const errors = new PassThrough();
    const words = captureWords(errors);
    errors.end('tcpdump: br-0: No such device exists\n(No such device exists)\n');
    expect(await words.begun).toBe(false);
    expect((await words.ended).said).toBe(
      'tcpdump: br-0: No such device exists (No such device exists)',
    );
  });

  it('has no counts when it was ended by force', async () => {
    const errors = new PassThrough();
    const words = captureWords(errors);
    errors.write(BEGINNING);
    errors.destroy();
    expect(await words.ended).toMatchObject({ packets: null, dropped: null });
  });
});
