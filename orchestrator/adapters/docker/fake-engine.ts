import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, connect } from './connection.ts';

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
  const folder = await mkdtemp(join(tmpdir(), 'engine-'));
  const seen: string[] = [];
  const [started, gates] = [new Map<string, Gate>(), new Map<string, Gate>()];
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    if (path.endsWith('/version')) {
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({ Version: '28.0.0', ApiVersion: '1.48', MinAPIVersion: '1.24' }),
      );
      return;
    }
    const [name = ''] = /[^/?]+(?=\?|$)/.exec(path.split('?')[0] ?? '') ?? [];
    seen.push(`begun ${name}`);
    gate(started, name).open();
    await gate(gates, name).opened;
    seen.push(`ended ${name}`);
    response.statusCode = answers[name] ?? 204;
    response.end(response.statusCode === 204 ? undefined : JSON.stringify({ message: 'no' }));
  });
  const path = join(folder, 'engine.sock');
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return {
    connection: await connect({ kind: 'unix', path }),
    seen,
    allow: (name) => gate(gates, name).open(),
    begun: (name) => gate(started, name).opened,
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
