/** What happened on one call, named as baresip names it. `at`: milliseconds on the reader's clock. */
export interface CallEvent {
  readonly type: (typeof CALL_TYPES)[number];
  readonly at: number;
  readonly id: string;
  readonly account: string;
  readonly peer: string;
  readonly direction: 'incoming' | 'outgoing';
  /** Why it closed, which key was pressed, what failed: the rest of the event, word for word. */
  readonly param: string;
}

/** What happened to an account; `status` is the registrar's answer, `200 OK`. */
export interface AccountEvent {
  readonly type: (typeof ACCOUNT_TYPES)[number];
  readonly at: number;
  readonly account: string;
  readonly status: string;
}

/** The exchange told how many messages wait; `body` as it came. */
interface MailboxEvent {
  readonly type: 'MWI_NOTIFY';
  readonly at: number;
  readonly account: string;
  readonly body: string;
}

/** Anything else, kept so that a timeline misses nothing. */
interface UnknownEvent {
  readonly type: 'unknown';
  readonly at: number;
  readonly raw: string;
  readonly param: string;
}

/** Everything that a softphone tells by itself. */
export type PhoneEvent = CallEvent | AccountEvent | MailboxEvent | UnknownEvent;

const CALL_TYPES = [
  'CALL_INCOMING',
  'CALL_RINGING',
  'CALL_PROGRESS',
  'CALL_ANSWERED',
  'CALL_ESTABLISHED',
  'CALL_RTPESTAB',
  'CALL_DTMF_START',
  'CALL_DTMF_END',
  'CALL_CLOSED',
  'AUDIO_ERROR',
] as const;

const ACCOUNT_TYPES = ['REGISTERING', 'REGISTER_OK', 'REGISTER_FAIL', 'UNREGISTERING'] as const;

/**
 * Reads one event message. Goes by `type` alone: the `class` of the same event differs between
 * versions of baresip. A call event without an id or a direction is kept as unknown.
 */
export function phoneEvent(message: Readonly<Record<string, unknown>>, at: number): PhoneEvent {
  const text = (key: string): string => asText(message[key]);
  const raw = text('type');
  const account = text('accountaor');
  const param = text('param');
  const accountType = ACCOUNT_TYPES.find((known) => known === raw);
  if (accountType !== undefined) return { type: accountType, at, account, status: param };
  if (raw === 'MWI_NOTIFY') return { type: raw, at, account, body: param };
  const type = CALL_TYPES.find((known) => known === raw);
  const direction = DIRECTIONS.find((known) => known === text('direction'));
  const id = text('id');
  if (type === undefined || direction === undefined || id === '') {
    return { type: 'unknown', at, raw, param };
  }
  return { type, at, id, account, peer: text('peeruri'), direction, param };
}

const DIRECTIONS = ['incoming', 'outgoing'] as const;

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
