import { execPipe } from '../../adapters/docker/exec.ts';
import { calls } from '../../adapters/softphone/call-control.ts';
import type { Phone } from '../../adapters/softphone/dialogues/phone.ts';
import type { Ear } from '../../adapters/softphone/ear.ts';
import { Hearing } from '../../adapters/softphone/hearing.ts';
import type { LineClient } from '../../adapters/softphone/line-client.ts';
import { accounts, register } from '../../adapters/softphone/register.ts';
import { sipUser } from '../../model/calls/sip-user.ts';
import type { LinePlan, StationPlan } from '../../model/numbering/team-plan.ts';
import { recallAccount, rememberAccount } from '../phones/account-memory.ts';
import { type OpenPhone, openPhone, type PhoneAccess, startLines } from '../phones/open-phones.ts';

/** What a softphone says when nobody gives it a voice; the station's image has it. */
const SILENCE = '/usr/share/lab/silence.wav';

/** The account line of an account that the line has and nobody knows the secret of. */
const UNKNOWN = '';

/** How long an ear may take to open (ms). */
const EAR_WITHIN = 5_000;

/** Which line of which station. */
type LinePlace = Pick<OpenPhone, 'station' | 'line'>;

/** Whose a line is. */
export interface LineOwners {
  /** The account line that the plan has for an extension. */
  readonly planned: (extension: string) => string | null;
  /** Nobody else has ever used it: nothing is lost with it. */
  readonly areOurs: boolean;
}

/** How a line was found. */
interface FoundLine {
  readonly had: string | null;
  readonly byHand: boolean;
  readonly busy: boolean;
}

/**
 * One line of a team's station while a check has it. It remembers which account the line had, so
 * that it can be given back as it was.
 */
export class LiveLine implements AsyncDisposable {
  readonly station: StationPlan;
  readonly line: LinePlan;
  /** Somebody had a call on it when it was opened. */
  readonly busy: boolean;
  /** The account line that it had; null: none. */
  readonly had: string | null;
  readonly #access: PhoneAccess;
  /** It was given that one by hand: whoever has the line next must be able to tell. */
  readonly #byHand: boolean;
  #phone: OpenPhone;
  /** Null until somebody listens. */
  #hearing: Hearing | null = null;
  #has: string | null;

  private constructor(access: PhoneAccess, phone: OpenPhone, found: FoundLine) {
    this.#access = access;
    this.#phone = phone;
    this.had = found.had;
    this.#has = found.had;
    this.#byHand = found.byHand;
    this.station = phone.station;
    this.line = phone.line;
    this.busy = found.busy;
  }

  /** Opens a line as it is; one of ours that can't be opened is taken away, and another one started. */
  static async open(
    access: PhoneAccess,
    place: LinePlace,
    { planned, areOurs }: LineOwners,
  ): Promise<LiveLine> {
    let failure: unknown;
    for (const which of areOurs ? (['running', 'anew'] as const) : (['running'] as const)) {
      try {
        return await LiveLine.#openAs(which, access, place, planned);
      } catch (error) {
        failure = error;
      }
    }
    // One that won't start is told with what it says itself.
    await startLines(access, place.station);
    throw failure;
  }

  static async #openAs(
    which: 'running' | 'anew',
    access: PhoneAccess,
    { station, line }: LinePlace,
    planned: LineOwners['planned'],
  ): Promise<LiveLine> {
    const phone = await openPhone(access, station, line, which);
    try {
      const [[account], under] = [await accounts(phone.client), await calls(phone.client)];
      const told = account === undefined ? null : await recallAccount(access, station, line);
      const had =
        account === undefined ? null : (told ?? planned(sipUser(account.address)) ?? UNKNOWN);
      return new LiveLine(access, phone, { had, byHand: told !== null, busy: under.length > 0 });
    } catch (error) {
      await phone[Symbol.asyncDispose]();
      throw error;
    }
  }

  get client(): LineClient {
    return this.#phone.client;
  }

  /** The line as a phone that dialogues can use. */
  get phone(): Phone {
    return { client: this.client, listen: () => this.#listen(), idleVoice: SILENCE };
  }

  /** Registers an account anew and returns the exchange's answer; null: there was none. */
  async register(account: string, signal: AbortSignal): Promise<string | null> {
    if (this.#has !== null) await this.#renew();
    this.#has = account;
    try {
      return (await register(this.client, account, { signal })).status;
    } catch (error) {
      if (error instanceof Error && /^softphone-wait /.test(error.message)) return null;
      throw error;
    }
  }

  /** Gives the line the account that it had, unless it has it still. */
  async giveBack(signal: AbortSignal): Promise<void> {
    if (this.#has === this.had) return;
    if (this.had === null || this.had === UNKNOWN) return this.#renew();
    await this.register(this.had, signal);
    if (this.#byHand) await rememberAccount(this.#access, this.station, this.line, this.had);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.#phone[Symbol.asyncDispose](), this.#hearing?.[Symbol.asyncDispose]()]);
  }

  /** Another softphone in the same place, without any account: taking one away crashes baresip 1.0. */
  async #renew(): Promise<void> {
    const { station, line } = this;
    await this.#phone[Symbol.asyncDispose]();
    this.#phone = await openPhone(this.#access, station, line, 'anew');
    this.#has = null;
  }

  async #listen(): Promise<Ear> {
    const { clock, heard } = this.#access;
    const { extension } = this.line;
    const hearing = await this.#openHearing();
    const since = clock.now();
    const over = (samples: Int16Array) => heard?.(extension, since, samples);
    return hearing.listen({ within: EAR_WITHIN, over });
  }

  async #openHearing(): Promise<Hearing> {
    if (this.#hearing !== null && !this.#hearing.isOver) return this.#hearing;
    const { connection, clock } = this.#access;
    const command = ['line', 'hear', String(this.line.slot)];
    const stream = await execPipe(connection, { container: this.station.container, command });
    this.#hearing = new Hearing(stream, { line: this.line.extension, clock });
    return this.#hearing;
  }
}
