import { type Duplex, PassThrough, type Readable, type Writable } from 'node:stream';
import { LABELS, ROLES } from '../../../model/numbering/names.ts';
import type { Connection } from '../connection.ts';
import { engineCall } from '../engine-errors.ts';

/** A container that runs one command for one verb and is gone with it, however the verb ends. */
export interface Probe extends AsyncDisposable {
  /** The command's standard input. The engine ends it too when we are gone. */
  readonly input: Writable;
  readonly output: Readable;
  readonly errors: Readable;
  /** Resolves to the command's exit status once the container is gone; -1 when nobody can tell. */
  readonly gone: Promise<number>;
}

/** What a probe runs, and what it may. */
export interface ProbeRequest extends ProbeOwner {
  readonly name: string;
  readonly image: string;
  readonly command: readonly string[];
  /** `host` is the engine's own network, where every team's bridge is. */
  readonly network: 'host' | 'none';
  readonly capabilities: readonly string[];
  readonly user: 'root' | 'nobody';
  readonly memory: number;
  /** Who made it, for those who find it left behind. */
  readonly holder: string;
}

/** Whose probes: a team's, or (null) those that need no team. */
export interface ProbeOwner {
  readonly prefix: string;
  readonly team: number | null;
}

const PROCESSES = 32;

/** Makes a probe and starts its command. Disposing ends both. */
export async function openProbe(connection: Connection, request: ProbeRequest): Promise<Probe> {
  const { name } = request;
  const container = connection.client.getContainer(name);
  const remove = () => engineCall(`remove ${name}`, () => container.remove({ force: true }), GONE);
  await engineCall(`create ${name}`, () => connection.client.createContainer(options(request)));
  try {
    const attached = await engineCall(`attach to ${name}`, () =>
      container.attach({ stream: true, stdin: true, stdout: true, stderr: true, hijack: true }),
    );
    if (attached === null) throw new TypeError(`no answer to: attach to ${name}`);
    const stream = attached as Duplex;
    // Asked before the start: afterwards there may be nothing left to ask about.
    const gone = container.wait({ condition: 'removed' }).then(
      ({ StatusCode }: { readonly StatusCode: number }) => StatusCode,
      () => -1,
    );
    const [output, errors] = split(connection, stream);
    await engineCall(`start ${name}`, () => container.start());
    const dispose = async () => {
      // What the work came to is what counts; a probe that stays is ended by the engine, or swept.
      await remove().catch(() => undefined);
      await gone;
      stream.destroy();
    };
    return { input: stream, output, errors, gone, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Statuses of a container that is removed already, or is being removed by the engine itself. */
export const GONE = [404, 409];

function options(request: ProbeRequest) {
  const { name, image, command, network, capabilities, user, memory, prefix, team } = request;
  return {
    name,
    Image: image,
    Cmd: [...command],
    User: user,
    OpenStdin: true,
    StdinOnce: true,
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
    Labels: {
      [LABELS.prefix]: prefix,
      [LABELS.role]: ROLES.probe,
      [LABELS.holder]: request.holder,
      ...(team !== null && { [LABELS.team]: String(team) }),
    },
    HostConfig: {
      NetworkMode: network,
      CapDrop: ['ALL'],
      CapAdd: [...capabilities],
      SecurityOpt: ['no-new-privileges'],
      Memory: memory,
      MemorySwap: memory,
      PidsLimit: PROCESSES,
      AutoRemove: true,
      // What passes through is the reader's alone: a log would be a second copy on the engine's disk.
      LogConfig: { Type: 'none', Config: {} },
    },
  };
}

function split({ client }: Connection, stream: Duplex): readonly [PassThrough, PassThrough] {
  const [output, errors] = [new PassThrough(), new PassThrough()];
  client.modem.demuxStream(stream, output, errors);
  const end = () => {
    output.end();
    errors.end();
  };
  // A connection that breaks ends what was said; what that means, the exit status tells.
  stream.once('end', end).once('close', end).on('error', end);
  return [output, errors];
}
