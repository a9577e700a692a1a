import { type Recognition, recognise } from './recognise.ts';
import type { Signature } from './signature.ts';

/** One end of a call: what it recorded, the signature it played and the one it should have heard. */
export interface EndOfCall {
  readonly heard: Int16Array;
  readonly own: Signature;
  readonly other: Signature;
}

/** What one end heard: `hears` the other end, `echoes` when its own voice came back. */
interface HeardAudio {
  readonly hears: boolean;
  readonly echoes: boolean;
  readonly other: Recognition;
  readonly own: Recognition;
}

/** The evidence of a call's audio: proven both ways, or which end lacks what. */
export interface TwoWayAudio {
  readonly twoWay: boolean;
  readonly a: HeardAudio;
  readonly b: HeardAudio;
}

/** An end hears the other when the other's signature was recognised for this long in all. */
const LEAST_HEARD_SECONDS = 1;

/**
 * Audio is two-way only if each end heard the other's signature and not its own: an echo, a loop
 * or an announcement can't pass for the other person.
 */
export function twoWayAudio(a: EndOfCall, b: EndOfCall): TwoWayAudio {
  const [heardByA, heardByB] = [heardAudio(a), heardAudio(b)];
  const proven = [heardByA, heardByB].every((end) => end.hears && !end.echoes);
  return { twoWay: proven, a: heardByA, b: heardByB };
}

function heardAudio({ heard, own, other }: EndOfCall): HeardAudio {
  const [fromOther, fromOwn] = [recognise(heard, other), recognise(heard, own)];
  return {
    hears: fromOther.heard >= LEAST_HEARD_SECONDS,
    echoes: fromOwn.heard > 0,
    other: fromOther,
    own: fromOwn,
  };
}
