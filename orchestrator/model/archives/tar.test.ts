import { buffer } from 'node:stream/consumers';
import { pack } from 'tar-stream';
import { expect, it } from 'vitest';
import { unpackTar } from './tar.ts';

it('reads a file under each of its names, and follows no symbolic link', async () => {
  const archive = pack();
  archive.entry({ name: 'asterisk', type: 'directory' });
  archive.entry({ name: 'asterisk/a.conf', mode: 0o640 }, '[3101]');
  archive.entry({ name: 'asterisk/users.conf', type: 'link', linkname: 'asterisk/a.conf' });
  archive.entry({ name: 'asterisk/shadow', type: 'symlink', linkname: '/etc/shadow' });
  archive.entry({ name: 'asterisk/lost', type: 'link', linkname: 'asterisk/nothing' });
  archive.finalize();
  const files = await unpackTar(await buffer(archive));
  expect(files.map(({ path, content }) => [path, String(content)])).toEqual([
    ['asterisk/a.conf', '[3101]'],
    ['asterisk/users.conf', '[3101]'],
  ]);
});
