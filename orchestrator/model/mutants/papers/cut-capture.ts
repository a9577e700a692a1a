import type { CapturePart } from '../mutant.ts';
import { captureOf, type Datagram, datagramOf, isSip, packetsOf } from './packets.ts';

/** The methods of the messages that make a part, their answers included. */
const METHODS: Partial<Record<CapturePart, readonly string[]>> = {
  registration: ['REGISTER'],
  setup: ['INVITE', 'ACK'],
  end: ['BYE'],
};

/** The same capture without one of its parts. `voice-back` is the voice of whoever spoke second. */
export function cutCapture(capture: Buffer, part: CapturePart): Buffer {
  const { header, packets } = packetsOf(capture);
  const voices = packets.flatMap(({ frame }) => {
    const datagram = datagramOf(frame);
    return datagram === null || isSip(datagram) ? [] : [datagram];
  });
  const first = voices[0]?.from;
  const goes = (datagram: Datagram) => {
    if (isSip(datagram)) return METHODS[part]?.includes(methodOf(datagram)) === true;
    if (part === 'voice-back') return first?.equals(datagram.from) === false;
    return part === 'voice';
  };
  const kept = packets.filter(({ frame }) => {
    const datagram = datagramOf(frame);
    return datagram === null || !goes(datagram);
  });
  return captureOf({ header, packets: kept });
}

function methodOf({ payload }: Datagram): string {
  return /^CSeq:\s*\d+ (\w+)/im.exec(payload.toString('latin1'))?.[1] ?? '';
}
