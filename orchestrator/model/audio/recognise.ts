import { periodOf, SAMPLE_RATE, type Signature, TONE_SAMPLES } from './signature.ts';
import { toneShare } from './tone-share.ts';

/** How much of a signature was found in a recording. */
export interface Recognition {
  /** The recording's length, in seconds. */
  readonly seconds: number;
  /** Seconds of the recording in which the signature was recognised. */
  readonly heard: number;
  /** `heard` as a share of the recording. */
  readonly share: number;
  /** The best match of any one second, 0 to 1. */
  readonly best: number;
  /** Where in the signature its period stood when that second began, in seconds. */
  readonly offset: number;
}

/**
 * A second matches when on average this share of its energy is in the tone due at that moment.
 * Over 3200 pairs on 16 kinds of line, the least that a true one reached in its best second was
 * 0.87, the most that another one reached was 0.63 (docs/audio.md).
 */
const MATCH = 0.8;

/** The steps, 1/64 s, at which a recording is looked at. */
const STEP = 125;
const BLOCK = 2 * STEP;
const STEPS_IN_TONE = TONE_SAMPLES / STEP;
const STEPS_IN_WINDOW = SAMPLE_RATE / STEP;
const STEPS_BETWEEN_WINDOWS = STEPS_IN_TONE;
/** Blocks that begin on these steps of a tone keep clear of the hops before and after it. */
const FIRST_INNER = 1;
const LAST_INNER = STEPS_IN_TONE - 3;

/** A recording as tones, each looked for once however many signatures have it. */
export interface Spectrum {
  /** The recording's length, in samples. */
  readonly length: number;
  /** For each step of the recording, the share of energy in a tone (Hz), 0 to 1. */
  readonly sharesOf: (hertz: number) => readonly number[];
}

/** Takes a recording apart, as far as somebody asks. */
export function spectrumOf(samples: Int16Array): Spectrum {
  const known = new Map<number, readonly number[]>();
  const steps = stepsOf(samples.length);
  const look = (hertz: number) =>
    Array.from({ length: steps }, (_, step) =>
      toneShare(samples.subarray(step * STEP, step * STEP + BLOCK), hertz),
    );
  return {
    length: samples.length,
    sharesOf: (hertz) => {
      const shares = known.get(hertz) ?? look(hertz);
      known.set(hertz, shares);
      return shares;
    },
  };
}

/** Looks for a signature in a recording that nobody looks for another one in. */
export function recognise(samples: Int16Array, signature: Signature): Recognition {
  return recogniseIn(spectrumOf(samples), signature);
}

/**
 * Looks for a signature in a recording, second by second and each at its own offset: lost packets,
 * a source that starts again and prompts before or after leave the other seconds untouched.
 */
export function recogniseIn(spectrum: Spectrum, signature: Signature): Recognition {
  const shares = signature.tones.map(spectrum.sharesOf);
  const matches = matchWindows(shares, stepsOf(spectrum.length), periodOf(signature) / STEP);
  const best = matches.reduce((a, b) => (b.match > a.match ? b : a), NO_MATCH);
  const seconds = spectrum.length / SAMPLE_RATE;
  const heard =
    coveredSteps(matches.filter((window) => window.match >= MATCH)) * (STEP / SAMPLE_RATE);
  return {
    seconds,
    heard,
    share: seconds === 0 ? 0 : heard / seconds,
    best: best.match,
    offset: (best.offset * STEP) / SAMPLE_RATE,
  };
}

interface WindowMatch {
  readonly start: number;
  readonly match: number;
  readonly offset: number;
}

const NO_MATCH: WindowMatch = { start: 0, match: 0, offset: 0 };

/** How many whole blocks there are, one a step. */
function stepsOf(samples: number): number {
  return Math.max(0, Math.floor((samples - BLOCK) / STEP) + 1);
}

/** The last window may lack the one block that would reach past the recording's end. */
function windowStarts(steps: number): readonly number[] {
  const last = steps + 1 - STEPS_IN_WINDOW;
  const count = last < 0 ? 0 : Math.floor(last / STEPS_BETWEEN_WINDOWS) + 1;
  return Array.from({ length: count }, (_, index) => index * STEPS_BETWEEN_WINDOWS);
}

/**
 * The best match of every window. The shares are those of the signature's tones, in its order;
 * `period` is how many steps they last. Windows overlap: what each shift of the signature has in
 * common with the recording is added up once for all of them.
 */
function matchWindows(
  shares: readonly (readonly number[])[],
  steps: number,
  period: number,
): readonly WindowMatch[] {
  const best = windowStarts(steps).map((start): WindowMatch => ({ ...NO_MATCH, start }));
  for (let shift = 0; shift < period; shift += 1) {
    const { sums, blocks } = runningSums(shares, steps, shift);
    for (const [index, { start, match: known }] of best.entries()) {
      const end = Math.min(start + STEPS_IN_WINDOW, steps);
      const match = between(sums, start, end) / between(blocks, start, end);
      if (match > known) best[index] = { start, match, offset: (shift + start) % period };
    }
  }
  return best;
}

/** Up to each step: the shares of the tones due there, and how many blocks they are of. */
function runningSums(shares: readonly (readonly number[])[], steps: number, shift: number) {
  const [sums, blocks] = [new Float64Array(steps + 1), new Float64Array(steps + 1)];
  let [sum, count] = [0, 0];
  for (let step = 0; step < steps; step += 1) {
    const at = shift + step;
    const place = at % STEPS_IN_TONE;
    if (place >= FIRST_INNER && place <= LAST_INNER) {
      sum += shares[Math.floor(at / STEPS_IN_TONE) % shares.length]?.[step] ?? 0;
      count += 1;
    }
    sums[step + 1] = sum;
    blocks[step + 1] = count;
  }
  return { sums, blocks };
}

function between(running: Float64Array, start: number, end: number): number {
  return (running[end] ?? 0) - (running[start] ?? 0);
}

/** Windows overlap: counts each step of the recording once. */
function coveredSteps(windows: readonly WindowMatch[]): number {
  let [covered, reached] = [0, 0];
  for (const { start } of windows) {
    const end = start + STEPS_IN_WINDOW;
    covered += end - Math.max(start, reached);
    reached = end;
  }
  return covered;
}
