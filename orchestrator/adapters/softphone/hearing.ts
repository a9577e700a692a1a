import type { Duplex } from 'node:stream';
import type { Clock } from '../../base/clock.ts';
import { Ear } from './ear.ts';
import { netstringReader } from './netstring.ts';

/** Whose hearing it is, and the clock for its deadlines. */
export interface HearingOptions {
  readonly line: string;
  readonly clock: Clock;
}

/** How long an ear may take to open (ms), and who is given what it heard in the end. */
export interface EarRequest {
  readonly within: number;
  readonly over?: ((heard: Int16Array) => void) | undefined;
}

/**
 * What one line hears, over the stream of a `line hear` that rests while nobody listens: a command in
 * a container costs more than to listen for a whole call. Ears follow each other; each hears what
 * comes after it was opened. Disposing of it closes the stream.
 */
export class Hearing implements AsyncDisposable {
  readonly #options: HearingOptions;
  readonly #stream: Duplex;
  /** Those that the station has not begun to hear for yet, in the order of asking. */
  readonly #asked: Ear[] = [];
  #ear: Ear | null = null;
  #over = false;

  constructor(stream: Duplex, options: HearingOptions) {
    this.#options = options;
    this.#stream = stream;
    const read = netstringReader(options.line);
    stream.on('data', (bytes: Buffer) => this.#receive(() => read(bytes)));
    stream.on('error', () => this.#finish());
    for (const ending of ['end', 'close']) stream.once(ending, () => this.#finish());
  }

  /** The stream has ended: no ear can be opened any more. */
  get isOver(): boolean {
    return this.#over;
  }

  /** Opens an ear; a station that doesn't let it hear is `softphone-gone`. */
  async listen({ within, over }: EarRequest): Promise<Ear> {
    const ear: Ear = new Ear({
      ...this.#options,
      over: (heard) => {
        over?.(heard);
        this.#restAfter(ear);
      },
    });
    this.#ask(ear);
    try {
      await ear.ready(within);
    } catch (error) {
      await ear[Symbol.asyncDispose]();
      throw error;
    }
    return ear;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#finish();
    if (this.#stream.closed) return;
    const closed = new Promise<void>((resolve) => this.#stream.once('close', resolve));
    this.#stream.destroy();
    await closed;
  }

  #ask(ear: Ear): void {
    if (this.#over) {
      ear.finish();
      return;
    }
    this.#asked.push(ear);
    this.#stream.write('listen\n');
  }

  #restAfter(ear: Ear): void {
    if (this.#over || ear !== this.#ear || this.#asked.length > 0) return;
    this.#stream.write('rest\n');
  }

  #receive(read: () => readonly Buffer[]): void {
    try {
      for (const message of read()) this.#take(message);
    } catch {
      // Whatever talks there, it isn't `line hear`.
      this.#finish();
      this.#stream.destroy();
    }
  }

  /** An empty message is the answer to `listen`: what comes after it is new. */
  #take(message: Buffer): void {
    if (message.length > 0) this.#ear?.take(message);
    else this.#beginNext();
  }

  #beginNext(): void {
    const ear = this.#asked.shift();
    if (ear === undefined) return;
    this.#ear = ear;
    ear.begin();
    if (ear.isOver) this.#restAfter(ear);
  }

  #finish(): void {
    this.#over = true;
    for (const ear of this.#asked.splice(0)) ear.finish();
    this.#ear?.finish();
  }
}
