import { once } from 'node:events';
import type { Duplex, Readable, Writable } from 'node:stream';
import type { Connection } from '../connection.ts';
import { engineCall, statusOf } from '../engine-errors.ts';
import { outputFrames } from './output-frames.ts';

/** How large a person's terminal is. */
export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

/** What to run for somebody who isn't at this machine, and in which container. */
export interface GuestRequest {
  readonly container: string;
  readonly command: readonly string[];
  /** Written into the environment of what is run: `hangUp` finds it again by that. */
  readonly mark: string;
  /** Null: no terminal, output and errors apart. */
  readonly terminal: ({ readonly type: string } & TerminalSize) | null;
}

/** The ends of somebody's line. */
export interface GuestEnds {
  readonly input: Readable;
  readonly output: Writable;
  readonly errors: Writable;
}

/** A command that runs for a guest. */
export interface GuestExec {
  readonly resize: (size: TerminalSize) => Promise<void>;
  /** Passes everything on until the command ends; never faster than the guest reads. */
  readonly pass: (ends: GuestEnds, signal: AbortSignal) => Promise<void>;
  /** The exit status; null while it runs, or when the container is gone. */
  readonly status: () => Promise<number | null>;
}

/** The variable that the mark is in. */
export const GUEST_MARK = 'LAB_GUEST';

/** Where a container has its own user's files: what a guest names without a path is there. */
const HOME = '/root';

/** Starts a command for a guest. */
export async function startGuest(
  { client }: Connection,
  { container, command, mark, terminal }: GuestRequest,
): Promise<GuestExec> {
  const doing = `exec ${command[0] ?? ''} in ${container}`;
  const type = terminal === null ? [] : [`TERM=${terminal.type}`];
  const Tty = terminal !== null;
  const started = await engineCall(doing, async () => {
    const instance = await client.getContainer(container).exec({
      Cmd: [...command],
      Env: [...type, `HOME=${HOME}`, `${GUEST_MARK}=${mark}`],
      WorkingDir: HOME,
      AttachStdin: true,
      AttachStdout: true,
      AttachStderr: true,
      Tty,
    });
    return { instance, stream: await instance.start({ hijack: true, stdin: true, Tty }) };
  });
  if (started === null) throw new TypeError(`no answer to: ${doing}`);
  const { instance, stream } = started;
  const resize = async ({ columns, rows }: TerminalSize) => {
    // Podman answers 201 where Docker answers 200, which the client takes for a failure.
    await instance.resize({ h: rows, w: columns }).catch(() => undefined);
  };
  if (terminal !== null) await resize(terminal);
  return {
    resize,
    pass: (ends, signal) => pass(stream, { ...ends, Tty, signal }),
    status: async () => {
      const state = await engineCall(doing, () => instance.inspect(), [404, 409]);
      return state === null || state.Running ? null : (state.ExitCode ?? null);
    },
  };
}

async function pass(
  stream: Duplex,
  { input, output, errors, Tty, signal }: GuestEnds & { Tty: boolean; signal: AbortSignal },
): Promise<void> {
  const frames = outputFrames();
  const cut = (chunk: Buffer) => (Tty ? [{ stream: 1, bytes: chunk }] : frames(chunk));
  const leave = () => void stream.destroy();
  signal.addEventListener('abort', leave);
  // A terminal that ends is hung up by its owner; here its keys just end.
  input.pipe(stream, { end: !Tty });
  // The command may end while keys for it are under way.
  stream.on('error', () => undefined);
  try {
    for await (const chunk of stream) {
      for (const { stream: kind, bytes } of cut(chunk as Buffer)) {
        const end = kind === 2 ? errors : output;
        if (!end.write(bytes)) await once(end, 'drain', { signal });
      }
    }
  } catch {
    // However it broke off: what that means, `status` and the signal tell.
  } finally {
    signal.removeEventListener('abort', leave);
    input.unpipe(stream);
    stream.destroy();
  }
}

/** True while a container runs. */
export async function isRunning({ client }: Connection, container: string): Promise<boolean> {
  try {
    return (await client.getContainer(container).inspect()).State.Running;
  } catch (error) {
    if (statusOf(error) === 404) return false;
    return (await engineCall(`look at ${container}`, () => Promise.reject(error))) ?? false;
  }
}

/** Resolves when a container has ended; rejects when the signal or the engine ends the waiting. */
export async function containerEnd(
  { client }: Connection,
  container: string,
  signal: AbortSignal,
): Promise<void> {
  await client.getContainer(container).wait({ condition: 'not-running', abortSignal: signal });
}
