import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CAPTURE_PARTS, type Edit, type Mutant } from '../mutant.ts';
import { handIn } from './hand-in.ts';
import { datagramOf, isSip, packetsOf } from './packets.ts';

const folder = join(import.meta.dirname, '../../../..', 'labs/activity-1/papers');
const papers = {
  answers: readFileSync(join(folder, 'answers.yaml'), 'utf8'),
  capture: readFileSync(join(folder, 'call.pcap')),
};
const mutant = (...edits: Edit[]): Mutant => ({
  ...{ id: 'W201', about: { fr: 'x', en: 'x' }, edits, papers: true, expect: null },
  ...{ faults: 1, cause: [], place: null },
});
const of = (edits: Edit[], team = 5, base = '10.67') =>
  handIn(mutant(...edits), { solution: new Map(), papers, base, team });

/** What a capture says in SIP and who speaks, as text. */
function seen(capture: Uint8Array | undefined): string {
  const { packets } = packetsOf(Buffer.from(capture ?? []));
  return packets
    .flatMap(({ frame }) => datagramOf(frame) ?? [])
    .map(
      (one) =>
        `${[...one.from].join('.')} ${isSip(one) ? one.payload.toString('latin1') : 'voice'}`,
    )
    .join('\n');
}

describe('the papers of a lab', () => {
  it("become each team's own", () => {
    const { attachments, idle } = of([]);
    const text = seen(attachments.captures[0]?.bytes);
    expect(text).toContain('10.67.5.11 INVITE sip:5102@10.67.5.200');
    expect(text).not.toMatch(/192\.168|sip:3\d{3}\b/);
    expect(Buffer.from(attachments.answers[0]?.bytes ?? []).toString()).toContain('/finance/5102/');
    expect(idle).toEqual([]);
  });

  it('keep the lengths that messages say of themselves', () => {
    for (const { frame } of packetsOf(Buffer.from(of([]).attachments.captures[0]?.bytes ?? []))
      .packets) {
      const datagram = datagramOf(frame);
      if (datagram === null || !isSip(datagram)) continue;
      const [head = '', body = ''] = datagram.payload.toString('latin1').split('\r\n\r\n');
      const [, length] = /^Content-Length:\s*(\d+)/im.exec(head) ?? [];
      expect(Number(length ?? 0)).toBe(body.length);
    }
  });

  it.each(CAPTURE_PARTS)('lose this part of a capture alone: %s', (part) => {
    const made = of([{ file: 'call.pcap', kind: 'lacks', lacks: part }]);
    const text = seen(made.attachments.captures[0]?.bytes);
    expect(made.idle).toEqual([]);
    const left = {
      registration: /CSeq: \d+ REGISTER/.test(text),
      setup: /CSeq: \d+ INVITE/.test(text),
      voice: / voice/.test(text),
      'voice-back': new Set(text.match(/\S+ voice/g)).size > 1,
      end: /CSeq: \d+ BYE/.test(text),
    };
    const gone = part === 'voice' ? ['voice', 'voice-back'] : [part];
    const expected = CAPTURE_PARTS.map((one) => [one, !gone.includes(one)]);
    expect(left).toEqual(Object.fromEntries(expected));
  });

  it('are of another team, or of nobody where the lab hands none in', () => {
    const other = of([{ file: 'call.pcap', kind: 'of', of: 'another-team' }]);
    expect(seen(other.attachments.captures[0]?.bytes)).toContain('sip:6102@10.67.6.200');
    const none = handIn(
      { ...mutant(), papers: false },
      { solution: new Map(), papers, base: '10.67', team: 5 },
    );
    expect(none.attachments).toEqual({ captures: [], answers: [], reports: [] });
  });

  it('are spoilt by no edit that takes away what is not there', () => {
    const twice: Edit = { file: 'call.pcap', kind: 'lacks', lacks: 'end' };
    expect(of([twice, { ...twice }]).idle).toEqual([1]);
    expect(of([{ ...twice, file: 'answers.yaml' }]).idle).toEqual([0]);
  });
});
