import { once } from 'node:events';
import ssh2, { type ClientChannel } from 'ssh2';
import { systemClock } from '../../orchestrator/base/clock.ts';
import { pollUntil } from '../../orchestrator/base/poll-until.ts';

/** How long the gate may take to show or to answer something, in ms. */
const WITHIN = 20_000;

/** Who comes to a gate. */
export interface GuestName {
  readonly port: number;
  readonly username: string;
  readonly password: string;
}

/** A visit that goes on. */
export interface GuestTerminal {
  readonly type: (keys: string) => void;
  readonly resize: (rows: number, columns: number) => void;
  /** Waits until this was printed after what was waited for before. */
  readonly shows: (awaited: RegExp) => Promise<void>;
  /** Waits for the end; the exit status, -1 for none. */
  readonly ended: Promise<number>;
}

/** Somebody who was let in. Disposing breaks their line. */
export interface Guest extends Disposable {
  readonly client: ssh2.Client;
  readonly run: (
    command: string,
    input?: string,
  ) => Promise<{ code: number; out: string; errors: string }>;
  readonly terminal: () => Promise<GuestTerminal>;
}

/** Comes to a gate on this machine; rejects when the gate doesn't let them in. */
export async function guest({ port, username, password }: GuestName): Promise<Guest> {
  const client = new ssh2.Client();
  const ready = once(client, 'ready');
  client.connect({ host: '127.0.0.1', port, username, password, readyTimeout: WITHIN });
  await ready;
  client.on('error', () => undefined);
  return {
    client,
    run: async (command, input = '') => {
      const channel = await asked<ClientChannel>((then) => client.exec(command, then));
      const [out, errors] = [textOf(channel), textOf(channel.stderr)];
      const ended = endOf(channel);
      channel.end(input);
      return { code: await ended, out: out(), errors: errors() };
    },
    terminal: async () => {
      const window = { term: 'xterm', rows: 30, cols: 100 };
      return terminalOf(await asked<ClientChannel>((then) => client.shell(window, then)));
    },
    [Symbol.dispose]: () => void client.destroy(),
  };
}

/** What the client answers to a wish, by promise. */
export function asked<T>(
  wish: (then: (error: Error | undefined, given: T) => void) => unknown,
): Promise<T> {
  return new Promise((resolve, reject) => {
    wish((error, given) => (error === undefined ? resolve(given) : reject(error)));
  });
}

function terminalOf(channel: ClientChannel): GuestTerminal {
  const text = textOf(channel);
  let seen = 0;
  return {
    type: (keys) => void channel.write(keys),
    resize: (rows, columns) => channel.setWindow(rows, columns, 0, 0),
    ended: endOf(channel),
    shows: async (awaited) => {
      const look = async () => awaited.exec(text().slice(seen));
      const { seen: found } = await pollUntil(look, (match) => match !== null, {
        clock: systemClock,
        within: WITHIN,
      });
      if (found === null) throw new Error(`no ${awaited} in:\n${text().slice(seen)}`);
      seen += found.index + found[0].length;
    },
  };
}

function textOf(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return () => text;
}

function endOf(channel: ClientChannel): Promise<number> {
  let code = -1;
  channel.on('exit', (status: number | null) => {
    code = status ?? -1;
  });
  return new Promise((resolve) => channel.on('close', () => resolve(code)));
}
