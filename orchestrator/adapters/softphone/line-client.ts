import type { Duplex } from 'node:stream';
import type { Clock } from '../../base/clock.ts';
import { LabError, labError } from '../../base/lab-error.ts';
import { type PhoneEvent, phoneEvent } from '../../model/calls/phone-event.ts';
import { eventsOf, type Moment, type Timeline, timelineText } from '../../model/calls/timeline.ts';
import { deadline } from './deadline.ts';
import type { Condition } from './event-condition.ts';
import { commandMessage, lineMessage, withoutSecret } from './line-message.ts';
import { netstring, netstringReader } from './netstring.ts';

/** Which line a stream leads to, and the clock that its events are stamped with. */
export interface LineOptions {
  /** The line's name in messages: its extension, or station and slot. */
  readonly line: string;
  readonly clock: Clock;
}

/** How long to wait, from which moment of the timeline on, and what for, in words of no language. */
export interface WaitOptions {
  readonly since: number;
  readonly within: number;
  readonly reason: string;
  readonly signal?: AbortSignal | undefined;
}

const ANSWER_WITHIN = 20_000;
/** How many moments are told of a softphone that went away. */
const LAST_WORDS = 12;

/**
 * One softphone, driven over the byte stream of its control connection. Everything said and heard
 * is kept in its timeline. Disposing of it ends the stream; the softphone itself goes on.
 */
export class LineClient implements AsyncDisposable {
  readonly line: string;
  readonly clock: Clock;
  readonly #stream: Duplex;
  readonly #timeline: Moment[] = [];
  readonly #watchers = new Set<() => void>();
  readonly #replies = new Map<string, { readonly ok: boolean; readonly data: string }>();
  #tokens = 0;
  #end: LabError | null = null;

  constructor(stream: Duplex, { line, clock }: LineOptions) {
    this.line = line;
    this.clock = clock;
    this.#stream = stream;
    const read = netstringReader(line);
    stream.on('data', (bytes: Buffer) => this.#receive(() => read(bytes)));
    // For as long as the stream lives: destroying it may report an error of its own.
    stream.on('error', (error) => this.#finish(this.#gone(error)));
    for (const ending of ['end', 'close']) stream.once(ending, () => this.#finish(this.#gone()));
  }

  /** Everything said to and heard from the line so far. */
  get timeline(): Timeline {
    return this.#timeline;
  }

  /** The place in the timeline where the next moment will be: taken before a command, for waits. */
  get mark(): number {
    return this.#timeline.length;
  }

  /**
   * Gives a long command and returns its answer without colours. An answer says that the command was
   * understood, not that anything happened: believe events only.
   */
  async command(name: string, params = ''): Promise<string> {
    this.#tokens += 1;
    const token = String(this.#tokens);
    this.#note({
      kind: 'sent',
      at: this.clock.now(),
      command: name,
      params: withoutSecret(params),
    });
    if (this.#end === null) this.#stream.write(netstring(commandMessage(name, params, token)));
    const reply = await this.#until(() => this.#replies.get(token), ANSWER_WITHIN);
    this.#replies.delete(token);
    if (reply === undefined) {
      throw labError('softphone-silent', { line: this.line, command: name });
    }
    if (reply.ok) return reply.data;
    throw this.refusal(name, reply.data);
  }

  /** The error of a command that the softphone declined, noted in the timeline too. */
  refusal(command: string, answer: string): LabError {
    const reply = withoutSecret(answer);
    this.#note({ kind: 'refused', at: this.clock.now(), command, reply });
    return labError('softphone-refused', { line: this.line, command, reply });
  }

  /** Waits for an event since a mark; null when none came in time. */
  async watchFor<E extends PhoneEvent>(
    condition: Condition<E>,
    { since, within, signal }: Omit<WaitOptions, 'reason'>,
  ): Promise<E | null> {
    const seen = () => eventsOf(this.#timeline.slice(since)).find(condition);
    return (await this.#until(seen, within, signal)) ?? null;
  }

  /** Waits for an event since a mark; none in time is a `softphone-wait` error with the timeline. */
  async waitFor<E extends PhoneEvent>(condition: Condition<E>, options: WaitOptions): Promise<E> {
    const event = await this.watchFor(condition, options);
    if (event !== null) return event;
    throw labError('softphone-wait', {
      line: this.line,
      awaited: options.reason,
      timeline: timelineText(this.#timeline.slice(options.since)),
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#finish(this.#gone());
    if (this.#stream.closed) return;
    const closed = new Promise<void>((resolve) => this.#stream.once('close', resolve));
    this.#stream.destroy();
    await closed;
  }

  /** Looks now and after every message; undefined when `within` ms have passed. */
  async #until<T>(
    look: () => T | undefined,
    within: number,
    signal?: AbortSignal,
  ): Promise<T | undefined> {
    const found = look();
    if (found !== undefined) return found;
    if (this.#end !== null) throw this.#end;
    const watching = new AbortController();
    const awaited = new Promise<T>((resolve, reject) => {
      const watch = () => {
        const value = look();
        if (value !== undefined) resolve(value);
        else if (this.#end !== null) reject(this.#end);
      };
      this.#watchers.add(watch);
      watching.signal.addEventListener('abort', () => this.#watchers.delete(watch));
    });
    try {
      return await deadline(awaited, within, { clock: this.clock, signal });
    } finally {
      watching.abort();
    }
  }

  #receive(read: () => readonly Buffer[]): void {
    if (this.#end !== null) return;
    try {
      for (const message of read()) this.#take(message.toString());
    } catch (error) {
      this.#finish(error instanceof LabError ? error : this.#gone(error));
      this.#stream.destroy();
    }
    this.#wake();
  }

  #take(text: string): void {
    const message = lineMessage(text);
    if (message === null) {
      throw labError('softphone-garbled', { line: this.line, found: text.slice(0, 40) });
    }
    if (message.kind === 'reply') this.#replies.set(message.token, message);
    if (message.kind !== 'event') return;
    const at = this.clock.now();
    this.#note({ kind: 'seen', at, event: phoneEvent(message.event, at) });
  }

  #finish(end: LabError): void {
    if (this.#end !== null) return;
    this.#end = end;
    this.#note({ kind: 'gone', at: this.clock.now() });
    this.#wake();
  }

  #gone(cause?: unknown): LabError {
    const timeline = timelineText(this.#timeline.slice(-LAST_WORDS));
    return labError('softphone-gone', { line: this.line, timeline }, cause);
  }

  #note(moment: Moment): void {
    this.#timeline.push(moment);
  }

  #wake(): void {
    for (const watch of [...this.#watchers]) watch();
  }
}
