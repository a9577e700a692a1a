import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { engineOf } from './fake-engine.ts';
import { importImage, listImages, loadImages } from './images.ts';

const LABELS = { 'lab.image': 'pbx' };

/** An engine that holds images under these names and writes down what it is asked to change. */
async function holding(...names: readonly (readonly string[])[]) {
  const asked: string[] = [];
  const images = names.map((RepoTags) => ({ RepoTags, Labels: LABELS, Size: 1, Created: 0 }));
  const engine = await engineOf(async (request, response) => {
    const { method, url = '' } = request;
    await request.resume().toArray();
    if (method === 'POST') asked.push(decodeURIComponent(url.replace(/^\/v[\d.]+/, '')));
    response.statusCode = url.includes('/tag?') ? 201 : 200;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(images));
  });
  return { ...engine, asked };
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
