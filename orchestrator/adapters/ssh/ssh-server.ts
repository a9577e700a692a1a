import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import ssh2, { type AuthContext, type Connection } from 'ssh2';
import type { Clock } from '../../base/clock.ts';
import { type GuestVisit, receive } from './guest-visit.ts';

/** Somebody who says who they are. */
export interface Introduction {
  readonly name: string;
  readonly password: string;
  readonly address: string;
}

/** How many at once, how long, how often. */
export interface DoorLimits {
  readonly connections: number;
  /** Those who haven't been let in yet: of all, and of one address. */
  readonly strangers: number;
  readonly strangersFrom: number;
  /** How long one may stay a stranger (ms). */
  readonly grace: number;
  /** Wrong passwords on one connection, and other questions before the right one. */
  readonly tries: number;
  /** Channels of one connection. */
  readonly visits: number;
}

/** A server, and whom it lets in. `G` is what is known of somebody who was let in. */
export interface SshServerOptions<G> {
  readonly hostKey: string;
  readonly listen: { readonly host: string | undefined; readonly port: number };
  readonly limits: DoorLimits;
  readonly clock: Clock;
  /** Null: no. The door tells nobody why. */
  readonly admit: (introduction: Introduction) => Promise<G | null>;
  readonly serve: (guest: G, visit: GuestVisit) => Promise<number>;
}

/** A server that listens. Disposing closes the door and every line; visits should have ended before. */
export interface SshServer extends AsyncDisposable {
  readonly port: number;
}

/** A line that is silent for this long is asked whether anybody is there (ms). */
const SILENCE = 30_000;

/** How long those who are in may take to leave, once the door is closed (ms). */
const FAREWELL = 1_000;

/** Opens the door. What keeps it from listening is the system's own error (EADDRINUSE…). */
export async function sshServer<G>(options: SshServerOptions<G>): Promise<SshServer> {
  const { hostKey, listen, limits, clock } = options;
  const lines = new Map<string, Line>();
  const over = new AbortController();
  const server = new ssh2.Server({ hostKeys: [hostKey], ident: 'lab' }, (client, { ip, port }) => {
    const line = lines.get(lineName(ip, port));
    if (line === undefined) client.end();
    else welcome(client, { ...options, line });
  });
  const door = createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => undefined);
    const address = addressOf(socket);
    if (refuses([...lines.values()], address, limits)) {
      socket.destroy();
      return;
    }
    socket.setKeepAlive(true, SILENCE);
    const line = { socket, address, stranger: new AbortController() };
    const name = lineName(socket.remoteAddress, socket.remotePort);
    lines.set(name, line);
    socket.once('close', () => {
      lines.delete(name);
      line.stranger.abort();
    });
    clock.wait(limits.grace, line.stranger.signal).then(
      () => socket.destroy(),
      () => undefined,
    );
    server.injectSocket(socket);
  });
  door.listen({ port: listen.port, ...(listen.host !== undefined && { host: listen.host }) });
  await once(door, 'listening');
  const bound = door.address();
  return {
    port: typeof bound === 'object' && bound !== null ? bound.port : listen.port,
    [Symbol.asyncDispose]: async () => {
      const closed = once(door, 'close').then(() => over.abort());
      door.close();
      const left = () => [...lines.values()];
      for (const { socket, stranger } of left()) if (!stranger.signal.aborted) socket.destroy();
      // Who has been told their visit's status leaves by themselves.
      await clock.wait(FAREWELL, over.signal).catch(() => undefined);
      for (const { socket } of left()) socket.destroy();
      await closed;
    },
  };
}

/** One connection; `stranger` is aborted once its guest is let in, or has gone. */
interface Line {
  readonly socket: Socket;
  readonly address: string;
  readonly stranger: AbortController;
}

/** The library tells of a connection when its first words have come, and by nothing but this. */
function lineName(address: string | undefined, port: number | undefined): string {
  return `${address} ${port}`;
}

function refuses(lines: readonly Line[], address: string, limits: DoorLimits): boolean {
  const strangers = lines.filter(({ stranger }) => !stranger.signal.aborted);
  return (
    lines.length >= limits.connections ||
    strangers.length >= limits.strangers ||
    strangers.filter((other) => other.address === address).length >= limits.strangersFrom
  );
}

interface Welcome<G> extends SshServerOptions<G> {
  readonly line: Line;
}

/** Watches one connection. What it asks for besides sessions the library refuses: nobody listens. */
function welcome<G>(client: Connection, options: Welcome<G>): void {
  const { line, limits } = options;
  client.on('error', () => line.socket.destroy());
  let asked = 0;
  client.on('authentication', (context) => {
    asked += 1;
    // Every client begins by asking what there is; nobody needs more than that besides tries.
    void introduce(client, context, { ...options, last: asked > limits.tries });
  });
}

interface Introducing<G> extends Welcome<G> {
  readonly last: boolean;
}

async function introduce<G>(
  client: Connection,
  context: AuthContext,
  { admit, line, last, limits, serve }: Introducing<G>,
): Promise<void> {
  const { socket, address, stranger } = line;
  const name = context.username;
  // A wish to change the password is no password.
  const password =
    context.method === 'password' && typeof context.password === 'string' ? context.password : null;
  const guest =
    password === null ? null : await admit({ name, password, address }).catch(() => null);
  if (socket.destroyed) return;
  if (guest === null) {
    context.reject(['password']);
    if (last) client.end();
    return;
  }
  stranger.abort();
  let open = 0;
  client.on('session', (accept, reject) => {
    if (open >= limits.visits) {
      reject();
      return;
    }
    open += 1;
    const session = accept();
    session.once('close', () => {
      open -= 1;
    });
    receive(session, address, (visit) => serve(guest, visit));
  });
  context.accept();
}

/** An IPv4 guest of an IPv6 door is the same guest. */
function addressOf({ remoteAddress }: Socket): string {
  return (remoteAddress ?? '?').replace(/^::ffff:(?=\d+\.)/, '');
}
