import { SAMPLE_RATE } from './signature.ts';
import { SILENCE_LEVEL, toneShare } from './tone-share.ts';

/** Sound is looked at in blocks of 20 ms, the length of an RTP packet. */
const BLOCK = SAMPLE_RATE / 50;

/** The tone that voicemail plays before it records (`beep.gsm` of Asterisk's core sounds). */
const BEEP_HZ = 700;

/** A block belongs to a beep when this share of its energy is in the tone. */
const BEEP_SHARE = 0.8;

/** So many blocks in a row are a beep: a fifth of a second of its 0.44 s. No speech holds one tone so long. */
const BEEP_BLOCKS = 10;

/** How many seconds of some samples are sound, whatever it is, and not silence. */
export function soundSeconds(samples: Int16Array): number {
  return blocksOf(samples).filter(isLoud).length * (BLOCK / SAMPLE_RATE);
}

/** How many seconds are sound that can't be a part of voicemail's beep. */
export function greetingSeconds(samples: Int16Array): number {
  const greeting = blocksOf(samples).filter((block) => isLoud(block) && !isOfBeep(block));
  return greeting.length * (BLOCK / SAMPLE_RATE);
}

/** True when voicemail's beep is in some samples. */
export function hasBeep(samples: Int16Array): boolean {
  let run = 0;
  for (const block of blocksOf(samples)) {
    run = isOfBeep(block) ? run + 1 : 0;
    if (run >= BEEP_BLOCKS) return true;
  }
  return false;
}

function isOfBeep(block: Int16Array): boolean {
  return toneShare(block, BEEP_HZ) >= BEEP_SHARE;
}

function blocksOf(samples: Int16Array): readonly Int16Array[] {
  return Array.from({ length: Math.floor(samples.length / BLOCK) }, (_, index) =>
    samples.subarray(index * BLOCK, (index + 1) * BLOCK),
  );
}

function isLoud(block: Int16Array): boolean {
  const energy = block.reduce((sum, sample) => sum + sample * sample, 0);
  return energy >= block.length * SILENCE_LEVEL ** 2;
}
