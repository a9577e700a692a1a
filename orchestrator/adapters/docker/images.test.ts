import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { connect } from './connection.ts';
import { importImage, listImages, loadImages } from './images.ts';

const LABELS = { 'lab.image': 'pbx' };

/** An engine that holds images under these names and writes down what it is asked to change. */
async function holding(...names: readonly (readonly string[])[]) {
  const folder = await mkdtemp(join(tmpdir(), 'engine-'));
  const asked: string[] = [];
  const images = names.map((RepoTags) => ({ RepoTags, Labels: LABELS, Size: 1, Created: 0 }));
  const server = createServer(async (request, response) => {
    const { method, url = '' } = request;
    await request.resume().toArray();
    if (method === 'POST') asked.push(decodeURIComponent(url.replace(/^\/v[\d.]+/, '')));
    response.statusCode = url.includes('/tag?') ? 201 : 200;
    response.setHeader('content-type', 'application/json');
    const versions = { Version: '4.3.1', ApiVersion: '1.41', MinAPIVersion: '1.24' };
    response.end(JSON.stringify(url.endsWith('/version') ? versions : images));
  });
  const path = join(folder, 'engine.sock');
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return {
    connection: await connect({ kind: 'unix', path }),
    asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
}

/** Intent: images go from any engine to any other, though Podman puts a host before their names. */
describe('the names of images', () => {
  it('are read as Docker writes them, each once', async () => {
    await using engine = await holding(
      ['lab/pbx:1', 'localhost/lab/pbx:1'],
      ['docker.io/lab/pbx:2'],
    );
    const tags = (await listImages(engine.connection)).map(({ tag }) => tag);
    expect(tags).toEqual(['lab/pbx:1', 'lab/pbx:2']);
  });

  it('are given without the host after a load, where Podman’s file has it', async () => {
    await using engine = await holding(['localhost/lab/pbx:1'], ['lab/pbx:2'], []);
    await loadImages(engine.connection, Readable.from(['tar']));
    expect(engine.asked.filter((call) => call.includes('/tag?'))).toEqual([
      '/images/localhost/lab/pbx:1/tag?repo=lab/pbx&tag=1',
    ]);
  });

  it('say the tag of an imported base where Podman reads it, and where Docker does', async () => {
    await using engine = await holding();
    const image = { tag: 'lab/pbx-base:1', role: 'base' };
    await importImage(engine.connection, Readable.from(['tar']), image);
    expect(engine.asked[0]).toContain('repo=lab/pbx-base:1&tag=1');
  });
});
