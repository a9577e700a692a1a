import { type Duplex, Transform } from 'node:stream';
import type { Clock } from '../../base/clock.ts';
import { visible } from '../../base/text/visible.ts';
import type { Connection } from './connection.ts';
import { engineCall } from './engine-errors.ts';

/** The person's end of an interactive command. */
export interface Terminal {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly errors: NodeJS.WriteStream;
}

/** What to run with a person in front of it; `signal` leaves it to itself. */
export interface TerminalRequest {
  readonly container: string;
  readonly command: readonly string[];
  readonly terminal: Terminal;
  readonly type: string;
  /** The command takes no words and only its text counts: without a terminal, its input stays open until it is left. */
  readonly listenOnly: boolean;
  readonly signal: AbortSignal;
  readonly clock: Clock;
}

/** What Ctrl-C sends to a terminal (ASCII ETX), and Ctrl-D (EOT). */
const INTERRUPT = '\u0003';
const END_OF_TRANSMISSION = '\u0004';

/** How long a command may take to leave when its terminal has gone (ms). */
const LEAVES_WITHIN = 2_000;

/**
 * Runs a command in a container with the person's own terminal: raw keys in, screen out, size kept.
 * Without a terminal on the input, plain bytes go both ways. Returns the command's exit status.
 */
export async function execTerminal(
  { client }: Connection,
  { container, command, terminal, type, listenOnly, signal, clock }: TerminalRequest,
): Promise<number> {
  const { input, output } = terminal;
  const way = (end: NodeJS.WriteStream) => (listenOnly ? legible(end) : end);
  const [shown, told] = [way(output), way(terminal.errors)];
  const tty = input.isTTY === true;
  const doing = `exec ${command[0] ?? ''} in ${container}`;
  const started = await engineCall(doing, async () => {
    const instance = await client.getContainer(container).exec({
      Cmd: [...command],
      Env: tty ? [`TERM=${type}`] : [],
      AttachStdin: true,
      AttachStdout: true,
      AttachStderr: true,
      Tty: tty,
    });
    return { instance, stream: await instance.start({ hijack: true, stdin: true, Tty: tty }) };
  });
  if (started === null) throw new TypeError(`no answer to: ${doing}`);
  const { instance, stream } = started;
  // Podman answers 201 where Docker answers 200, which the client takes for a failure.
  const resize = () =>
    instance.resize({ h: output.rows, w: output.columns }).catch(() => undefined);
  const onResize = () => void resize();
  if (tty) {
    input.setRawMode(true);
    output.on('resize', onResize);
    await resize();
    stream.pipe(shown, { end: false });
  } else {
    client.modem.demuxStream(stream, shown, told);
  }
  const leave = () => {
    if (tty) sayGoodbye(stream.unpipe(shown), clock);
    else stream.destroy();
  };
  signal.addEventListener('abort', leave);
  // A terminal whose window is closed just ends.
  if (tty) input.once('end', leave).pipe(stream, { end: false });
  else if (!listenOnly) input.pipe(stream);
  try {
    await new Promise<void>((resolve, reject) => {
      stream.once('end', resolve).once('close', resolve).once('error', reject);
    });
    signal.throwIfAborted();
  } finally {
    signal.removeEventListener('abort', leave);
    input.off('end', leave);
    input.unpipe(stream);
    input.pause();
    if (tty) {
      input.setRawMode(false);
      output.off('resize', onResize);
    }
  }
  const state = await engineCall(doing, () => instance.inspect());
  return state?.ExitCode ?? 0;
}

/** A way to a terminal for text that is only to be read: what teams wrote moves nothing there. */
function legible(terminal: NodeJS.WriteStream): Transform {
  const decoder = new TextDecoder();
  const way = new Transform({
    transform: (chunk: Buffer, _, done) => {
      // A terminal in a container ends its lines with both.
      done(null, visible(decoder.decode(chunk, { stream: true }).replaceAll('\r', '')));
    },
  });
  way.pipe(terminal, { end: false });
  return way;
}

/** The engine lets a command go on without its reader, on a terminal too: keys make it leave. */
function sayGoodbye(stream: Duplex, clock: Clock): void {
  stream.write(INTERRUPT);
  stream.on('data', () => stream.write(END_OF_TRANSMISSION)).resume();
  const gone = new AbortController();
  stream.once('close', () => gone.abort());
  clock.wait(LEAVES_WITHIN, gone.signal).then(
    () => stream.destroy(),
    () => undefined,
  );
}
