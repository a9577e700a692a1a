import type { Clock } from '../../base/clock.ts';
import { labError } from '../../base/lab-error.ts';
import { deadline } from './deadline.ts';

/** Which line an ear belongs to, and the clock for its deadlines. */
export interface EarOptions {
  readonly line: string;
  readonly clock: Clock;
  /** Is given all that was heard, once nobody listens any more. */
  readonly over?: ((heard: Int16Array) => void) | undefined;
}

/** How long to listen for something (ms), from which sample on. */
export interface ListenOptions {
  readonly since: number;
  readonly within: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Hears what a line hears, while it hears it: samples at 8 kHz, signed 16 bits. Where nothing is
 * sent to the line nothing is heard, not even silence. Disposing of it stops listening.
 */
export class Ear implements AsyncDisposable {
  readonly #options: EarOptions;
  readonly #watchers = new Set<() => void>();
  #bytes = Buffer.from(new ArrayBuffer(65_536));
  #length = 0;
  #ready = false;
  #over = false;
  #told = false;

  constructor(options: EarOptions) {
    this.#options = options;
  }

  /** Every sample heard so far. */
  get heard(): Int16Array {
    const samples = Math.floor(this.#length / 2);
    return new Int16Array(this.#bytes.buffer, this.#bytes.byteOffset, samples);
  }

  /** Where the next sample will be: taken before something is done, to listen from there on. */
  get mark(): number {
    return Math.floor(this.#length / 2);
  }

  /** Nobody listens with it any more. */
  get isOver(): boolean {
    return this.#over;
  }

  /** Waits until it can hear; a station that doesn't let it is `softphone-gone`. */
  async ready(within: number): Promise<void> {
    const ready = await this.#wait(() => this.#ready, within);
    if (!ready) throw this.#gone();
  }

  /** Listens until what was heard satisfies; false when the time is over. Looks at every new packet. */
  async until(
    enough: (heard: Int16Array) => boolean,
    { since, within, signal }: ListenOptions,
  ): Promise<boolean> {
    return this.#wait(() => enough(this.heard.subarray(since)), within, signal);
  }

  /** From now on it can hear. */
  begin(): void {
    this.#ready = true;
    this.#wake();
  }

  /** Is given the next bytes of what the line hears; a sample may come in two halves. */
  take(chunk: Buffer): void {
    if (this.#over) return;
    const length = this.#length + chunk.length;
    if (length > this.#bytes.length) {
      const larger = Buffer.from(new ArrayBuffer(Math.max(length, 2 * this.#bytes.length)));
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    chunk.copy(this.#bytes, this.#length);
    this.#length = length;
    this.#wake();
  }

  /** From now on nothing more comes. */
  finish(): void {
    this.#over = true;
    this.#wake();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.finish();
    this.#told ||= this.#tell();
  }

  async #wait(met: () => boolean, within: number, signal?: AbortSignal): Promise<boolean> {
    if (met()) return true;
    if (this.#over) throw this.#gone();
    const watching = new AbortController();
    const awaited = new Promise<true>((resolve, reject) => {
      const watch = () => {
        if (met()) resolve(true);
        else if (this.#over) reject(this.#gone());
      };
      this.#watchers.add(watch);
      watching.signal.addEventListener('abort', () => this.#watchers.delete(watch));
    });
    try {
      return (await deadline(awaited, within, { clock: this.#options.clock, signal })) ?? false;
    } finally {
      watching.abort();
    }
  }

  #tell(): true {
    this.#options.over?.(this.heard);
    return true;
  }

  #wake(): void {
    for (const watch of [...this.#watchers]) watch();
  }

  #gone() {
    return labError('softphone-gone', { line: this.#options.line, timeline: 'hearing' });
  }
}
