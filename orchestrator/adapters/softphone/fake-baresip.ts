import { Duplex, PassThrough } from 'node:stream';
import { netstring, netstringReader } from './netstring.ts';

/** What a fake softphone says to a command: data when it is fine, or a refusal; null: nothing. */
type FakeReply = string | { readonly refused: string } | null;

/** A hand-written softphone at the other end of a byte stream. */
export interface FakeBaresip {
  /** The end that the client is given. */
  readonly stream: Duplex;
  /** The commands that it got, `dial 3102`. */
  readonly commands: string[];
  /** Says what a command does; without it, a command is answered with no data. */
  readonly on: (command: string, act: (params: string) => FakeReply) => void;
  /** Tells an event. */
  readonly tell: (event: Readonly<Record<string, string>>) => void;
  /** Writes bytes as they are. */
  readonly write: (bytes: Uint8Array | string) => void;
  /** Ends the stream, as a softphone that dies does. */
  readonly die: () => void;
}

/** Starts a fake softphone. */
export function fakeBaresip(): FakeBaresip {
  const [toPhone, fromPhone] = [new PassThrough(), new PassThrough()];
  const acts = new Map<string, (params: string) => FakeReply>();
  const commands: string[] = [];
  const say = (message: object) => fromPhone.write(netstring(JSON.stringify(message)));
  const read = netstringReader('fake');
  toPhone.on('data', (bytes: Buffer) => {
    for (const message of read(bytes)) {
      const { command, params = '', token } = JSON.parse(String(message));
      commands.push(`${command} ${params}`.trim());
      const reply = acts.get(command)?.(params) ?? (acts.has(command) ? null : '');
      if (reply === null) continue;
      const ok = typeof reply === 'string';
      say({ response: true, ok, data: ok ? reply : reply.refused, token });
    }
  });
  return {
    stream: Duplex.from({ readable: fromPhone, writable: toPhone }),
    commands,
    on: (command, act) => acts.set(command, act),
    tell: (event) => say({ event: true, ...event }),
    write: (bytes) => fromPhone.write(bytes),
    die: () => fromPhone.end(),
  };
}
