import type { Readable, Writable } from 'node:stream';
import type { ServerChannel, Session } from 'ssh2';

/** How large a guest's terminal is. */
interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** What somebody who was let in asked for, and both ends of the line. */
export interface GuestVisit {
  /** The address that the guest came from. */
  readonly from: string;
  /** The command; null for whatever there is to be had without one. */
  readonly command: string | null;
  /** Null: no terminal was asked for. */
  readonly terminal: ({ readonly type: string } & Size) | null;
  readonly input: Readable;
  readonly output: Writable;
  readonly errors: Writable;
  readonly onResize: (listener: (size: Size) => void) => void;
  /** Aborted when the guest has gone. */
  readonly gone: AbortSignal;
}

/** Serves a visit; resolves to its exit status. */
export type Serve = (visit: GuestVisit) => Promise<number>;

/** The exit status of a visit that failed by a fault of ours. */
const OUR_FAULT = 70;
/** Nothing that has a screen is larger. */
const MOST = 1000;

/**
 * Takes what may be asked for on one channel: a terminal, its size, then one shell or one command. What
 * has no listener here (env, x11, agent, signals, subsystems) the library refuses.
 */
export function receive(session: Session, from: string, serve: Serve): void {
  let terminal: GuestVisit['terminal'] = null;
  let resized: (size: Size) => void = () => undefined;
  let taken = false;
  session.on('pty', (accept, _reject, info) => {
    const type = /^[\w.+-]{1,40}$/.test(info.term ?? '') ? (info.term ?? '') : 'xterm';
    terminal = { type, ...sizeOf(info) };
    accept?.();
  });
  session.on('window-change', (accept, _reject, info) => {
    resized(sizeOf(info));
    accept?.();
  });
  const begin = (accept: () => ServerChannel, reject: () => void, command: string | null) => {
    if (taken) {
      reject();
      return;
    }
    taken = true;
    const onResize = (listener: (size: Size) => void) => {
      resized = listener;
    };
    void attend(accept(), serve, { from, command, terminal, onResize });
  };
  session.on('shell', (accept, reject) => begin(accept, reject, null));
  session.on('exec', (accept, reject, { command }) => begin(accept, reject, command));
}

async function attend(
  channel: ServerChannel,
  serve: Serve,
  asked: Pick<GuestVisit, 'from' | 'command' | 'terminal' | 'onResize'>,
): Promise<void> {
  const gone = new AbortController();
  channel.once('close', () => gone.abort());
  // A line that breaks is told by `close`.
  for (const end of [channel, channel.stderr]) end.on('error', () => gone.abort());
  const ends = { input: channel, output: channel, errors: channel.stderr, gone: gone.signal };
  const status = await serve({ ...asked, ...ends }).catch(() => OUR_FAULT);
  if (gone.signal.aborted) return;
  channel.exit(status);
  channel.end(() => channel.close());
  // What is still being typed is nobody's: unread, it would keep the channel open.
  channel.resume();
}

function sizeOf({ cols, rows }: { readonly cols: number; readonly rows: number }): Size {
  const within = (value: number, usual: number) => (value > 0 ? Math.min(value, MOST) : usual);
  return { columns: within(cols, 80), rows: within(rows, 24) };
}
