import type { Readable } from 'node:stream';
import type { FoundFile } from '../../../model/submission/found-file.ts';

/** One thing of a hand-in that can be read where it lies. */
export interface ReadableFile extends FoundFile {
  readonly open: () => Promise<Readable>;
}

/** Reads a file to its end; null when it has more bytes than allowed, which are not read then. */
export async function readAtMost(file: ReadableFile, most: number): Promise<Buffer | null> {
  if (file.size > most) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  const stream = await file.open();
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // Leaving the loop lets go of the stream.
    if (bytes > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
