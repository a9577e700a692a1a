import type { Duplex } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { exec } from './exec.ts';
import { engineOf } from './fake-engine.ts';

/** A frame of the engine's output stream: which output, how many bytes, the bytes. */
function frame(output: 1 | 2, text: string): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt8(output, 0);
  head.writeUInt32BE(Buffer.byteLength(text), 4);
  return Buffer.concat([head, Buffer.from(text)]);
}

/** An engine in which every command ends with this status; `command` has its input and output. */
async function running(ExitCode: number, command: (socket: Duplex) => void) {
  const asked: unknown[] = [];
  const engine = await engineOf(async (request, response) => {
    const { url = '' } = request;
    const body = Buffer.concat(await request.toArray()).toString();
    if (url.endsWith('/containers/c/exec')) asked.push(JSON.parse(body));
    response.statusCode = url.endsWith('/containers/c/exec') ? 201 : 200;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ Id: 'e', ExitCode }));
  });
  engine.server.on('upgrade', (_request, socket) => {
    socket.on('error', () => undefined);
    socket.write('HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n');
    command(socket);
  });
  return { ...engine, asked };
}

describe('a command in a container', () => {
  it('is heard to its end, though the engine hangs up before we have said a word', async () => {
    const long = 'x'.repeat(60_000);
    const printed = Buffer.concat([frame(1, long), frame(2, 'e')]);
    await using engine = await running(7, (socket) => {
      socket.write(printed, () => socket.destroy());
    });
    for (let time = 0; time < 20; time++) {
      const ended = await exec(engine.connection, { container: 'c', command: ['true'] });
      expect(ended).toEqual({ code: 7, stdout: long, stderr: 'e' });
    }
    expect(engine.asked[0]).toMatchObject({ Cmd: ['true'], AttachStdin: false });
  });

  it('is fed to the end of what is given to it', async () => {
    await using engine = await running(0, (socket) => {
      const read: Buffer[] = [];
      socket.on('data', (chunk: Buffer) => void read.push(chunk));
      socket.on('end', () => socket.end(frame(1, Buffer.concat(read).toString())));
    });
    const request = { container: 'c', command: ['cat'], stdin: 'fed' };
    expect(await exec(engine.connection, request)).toMatchObject({ code: 0, stdout: 'fed' });
    expect(engine.asked[0]).toMatchObject({ AttachStdin: true });
  });

  it('is left to itself when it doesn’t end in time', async () => {
    await using engine = await running(0, (socket) => {
      socket.write(frame(1, 'so far'));
      socket.on('end', () => socket.end()).resume();
    });
    const request = { container: 'c', command: ['sleep', 'infinity'], within: 50 };
    expect(await exec(engine.connection, request)).toMatchObject({ stdout: 'so far' });
  });
});
