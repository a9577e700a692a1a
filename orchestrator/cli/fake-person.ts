import { PassThrough } from 'node:stream';
import type { Streams } from './session.ts';

/** A person who is no terminal: what the program has said to them, on either side. */
export interface FakePerson {
  readonly streams: Streams;
  readonly output: () => string;
  readonly errors: () => string;
}

/** Makes a person whose streams only remember. */
export function fakePerson(): FakePerson {
  const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const said = (stream: PassThrough) => {
    let text = '';
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    return () => text;
  };
  return {
    streams: { input, output, errors } as unknown as Streams,
    output: said(output),
    errors: said(errors),
  };
}
