import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { visit } from './connection.ts';
import { engineOf } from './fake-engine.ts';

/** A port where a web server answers every request with one status. */
async function port(status: number) {
  const server = createServer((_request, response) => {
    response.statusCode = status;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    place: {
      kind: 'tcp' as const,
      host: '127.0.0.1',
      port: (server.address() as AddressInfo).port,
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe('a visit to an engine that was named', () => {
  it('goes there, whatever the environment names', async () => {
    await using engine = await engineOf((_request, response) => void response.end('[]'));
    await using other = await port(502);
    vi.stubEnv('DOCKER_HOST', `tcp://127.0.0.1:${other.place.port}`);
    try {
      expect(await visit({ kind: 'unix', path: '/nowhere.sock' })).toEqual({ state: 'absent' });
      expect(await visit(engine.place)).toMatchObject({ state: 'answers' });
    } finally {
      vi.unstubAllEnvs();
    }
  });
});

describe('a visit to an engine on another machine', () => {
  it('sees that the port wants an encrypted connection: Go calls anything else a bad request', async () => {
    await using engine = await port(400);
    expect(await visit(engine.place)).toEqual({ state: 'wants-tls' });
  });

  it('sees that encryption fails, be it at the other side or in our own certificates', async () => {
    await using engine = await port(200);
    const secured = { ...engine.place, tls: { ca: '', cert: '', key: '' } };
    expect(await visit(secured)).toMatchObject({ state: 'untrusted' });
    const garbled = { ...engine.place, tls: { ca: 'a', cert: 'b', key: 'c' } };
    expect(await visit(garbled)).toMatchObject({ state: 'untrusted' });
  });

  it('counts another failure as silence', async () => {
    await using engine = await port(502);
    expect(await visit(engine.place)).toEqual({ state: 'silent', reason: 'HTTP 502' });
  });
});
