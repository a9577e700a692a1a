import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, connect, type EngineEndpoint } from './connection.ts';

/** An engine behind a real socket that can only be asked its version and to remove things. */
export interface FakeEngine extends AsyncDisposable {
  readonly connection: Connection;
  /** Every call as `begun NAME` and `ended NAME`, in the order in which they happened. */
  readonly seen: readonly string[];
  /** Lets the call about this object end, now or when it comes. */
  readonly allow: (name: string) => void;
  /** Resolves once the call about this object has begun. */
  readonly begun: (name: string) => Promise<void>;
}

/** Opens a fake engine; `answers` gives the HTTP status for an object, 204 for all others. */
export async function fakeEngine(
  answers: Readonly<Record<string, number>> = {},
): Promise<FakeEngine> {
  const seen: string[] = [];
  const [started, gates] = [new Map<string, Gate>(), new Map<string, Gate>()];
  const engine = await engineOf(async (request, response) => {
    const path = request.url ?? '';
    const [name = ''] = /[^/?]+(?=\?|$)/.exec(path.split('?')[0] ?? '') ?? [];
    seen.push(`begun ${name}`);
    gate(started, name).open();
    await gate(gates, name).opened;
    seen.push(`ended ${name}`);
    response.statusCode = answers[name] ?? 204;
    response.end(response.statusCode === 204 ? undefined : JSON.stringify({ message: 'no' }));
  });
  return {
    ...engine,
    seen,
    allow: (name) => gate(gates, name).open(),
    begun: (name) => gate(started, name).opened,
  };
}

/** What every fake engine says of itself. */
const VERSIONS = { Version: '28.0.0', ApiVersion: '1.48', MinAPIVersion: '1.24' };

/** What it says of its machine. */
const MACHINE = { NCPU: 2 };

/** A server behind a socket, and a connection to it. */
interface EngineOf extends AsyncDisposable {
  readonly connection: Connection;
  readonly place: EngineEndpoint;
  readonly server: Server;
}

/** Opens an engine that answers as `listener` does, and tells its version and machine by itself. */
export async function engineOf(listener: RequestListener): Promise<EngineOf> {
  const folder = await mkdtemp(join(tmpdir(), 'engine-'));
  const server = createServer((request, response) => {
    const [, question = ''] = /\/(version|info)$/.exec(request.url ?? '') ?? [];
    if (question === '') return listener(request, response);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(question === 'info' ? MACHINE : VERSIONS));
  });
  const place = { kind: 'unix' as const, path: join(folder, 'engine.sock') };
  await new Promise<void>((resolve) => server.listen(place.path, resolve));
  return {
    connection: await connect(place),
    place,
    server,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
}

interface Gate {
  readonly opened: Promise<void>;
  readonly open: () => void;
}

function gate(gates: Map<string, Gate>, name: string): Gate {
  const known = gates.get(name);
  if (known !== undefined) return known;
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const made = { opened, open };
  gates.set(name, made);
  return made;
}
