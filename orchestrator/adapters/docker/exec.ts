import { Duplex, PassThrough } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import type { Connection } from './connection.ts';
import { engineCall } from './engine-errors.ts';

/** What a command left. `code` is its exit status, -1 for one that didn't end in time. */
export interface ExecResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What to run, and optionally what to feed it. */
export interface ExecRequest {
  readonly container: string;
  readonly command: readonly string[];
  readonly stdin?: string;
  readonly environment?: readonly string[];
  /** How long it is listened to (ms): whatever runs in a team's container may never end. */
  readonly within?: number | undefined;
  /** How many bytes of it are listened to. */
  readonly most?: number | undefined;
}

/** More bytes than any command of ours prints; an honest spool is a tenth of that. */
const MOST_OUTPUT = 256 * 2 ** 20;

/** Runs a command in a container to its end, or for as long as it is listened to. */
export async function exec(connection: Connection, request: ExecRequest): Promise<ExecResult> {
  const stdin = request.stdin !== undefined;
  const { doing, stream, out, err, exitCode } = await startExec(connection, request, { stdin });
  if (stdin) stream.end(request.stdin);
  const read = await engineCall(doing, () => Promise.all([text(out), text(err)]));
  const [stdout = '', stderr = ''] = read ?? [];
  return { code: await exitCode(), stdout, stderr };
}

/** The same for the bytes that a command prints. */
export async function execBytes(
  connection: Connection,
  request: Omit<ExecRequest, 'stdin'>,
): Promise<{ readonly stdout: Buffer; readonly stderr: string }> {
  const { doing, out, err } = await startExec(connection, request, { stdin: false });
  const read = await engineCall(doing, () => Promise.all([buffer(out), text(err)]));
  const [stdout = Buffer.alloc(0), stderr = ''] = read ?? [];
  return { stdout, stderr };
}

/** Runs a command in a container as a byte pipe: write its stdin, read its stdout. */
export async function execPipe(connection: Connection, request: ExecRequest): Promise<Duplex> {
  const { stream, out, err } = await startExec(connection, request, { stdin: true });
  err.resume();
  // Closing the pipe destroys both ends with an error of their own; the pipe has told it already.
  for (const end of [out, err, stream]) end.on('error', () => undefined);
  return Duplex.from({ readable: out, writable: stream });
}

/** Opens no input where none is needed: Podman hangs up when the command has ended, and a word too late costs the output. */
async function startExec(
  { client }: Connection,
  request: ExecRequest,
  { stdin }: { readonly stdin: boolean },
) {
  const { container, command, environment = [], within, most = MOST_OUTPUT } = request;
  const doing = `exec ${command[0] ?? ''} in ${container}`;
  const started = await engineCall(doing, async () => {
    const instance = await client.getContainer(container).exec({
      Cmd: [...command],
      Env: [...environment],
      AttachStdin: stdin,
      AttachStdout: true,
      AttachStderr: true,
    });
    return { instance, stream: await instance.start({ hijack: true, stdin }) };
  });
  if (started === null) throw new TypeError(`no answer to: ${doing}`);
  const { instance, stream } = started;
  const [out, err] = [new PassThrough(), new PassThrough()];
  client.modem.demuxStream(stream, out, err);
  // What teams' programs print is not ours to keep: without an end to it, memory has one.
  let left = most;
  stream.on('data', ({ length }: Buffer) => {
    left -= length;
    if (left < 0) stream.destroy();
  });
  if (within !== undefined) {
    AbortSignal.timeout(within).addEventListener('abort', () => stream.destroy());
  }
  const close = () => {
    out.end();
    err.end();
  };
  stream.once('end', close).once('close', close);
  stream.once('error', (error) => {
    out.destroy(error);
    err.destroy(error);
  });
  const exitCode = async () => {
    const state = await engineCall(doing, () => instance.inspect());
    return state?.ExitCode ?? -1;
  };
  return { doing, stream, out, err, exitCode };
}
