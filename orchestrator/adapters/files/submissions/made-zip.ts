import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a made archive; whatever an honest archiver would not write can be asked for. */
export interface MadeEntry {
  readonly name: string | Uint8Array;
  readonly content?: string | Uint8Array;
  /** The name is declared to be UTF-8. */
  readonly utf8?: boolean;
  readonly encrypted?: boolean;
  /** A Unix mode, with the type of file. */
  readonly mode?: number;
  /** What is declared instead of the true size. */
  readonly size?: number;
  /** Bytes of the packed content to spoil. */
  readonly spoilt?: boolean;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const UNIX = 3 << 8;

/** Makes a zip, byte by byte. */
export function madeZip(entries: readonly MadeEntry[]): Buffer {
  const parts: Buffer[] = [];
  const table: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const { header, name, packed } = packedEntry(entry);
    const local = Buffer.concat([u32(LOCAL), header, name, packed]);
    const attributes = ((entry.mode ?? 0o100644) << 16) >>> 0;
    const made = Buffer.concat([
      u16(UNIX | 20),
      header,
      u16(0),
      u16(0),
      u16(0),
      u32(attributes),
      u32(at),
    ]);
    table.push(Buffer.concat([u32(CENTRAL), made, name]));
    parts.push(local);
    at += local.length;
  }
  const central = Buffer.concat(table);
  const counts = [u16(0), u16(0), u16(entries.length), u16(entries.length)];
  const end = Buffer.concat([u32(END), ...counts, u32(central.length), u32(at), u16(0)]);
  return Buffer.concat([...parts, central, end]);
}

function packedEntry({ name, content = '', utf8, encrypted, size, spoilt }: MadeEntry) {
  const bytes = Buffer.from(content as Uint8Array);
  const packed = deflateRawSync(bytes, { level: 9 });
  if (spoilt) packed.fill(0xff);
  const written = Buffer.from(name as Uint8Array);
  const flags = (utf8 ? 0x800 : 0) | (encrypted ? 1 : 0);
  const sizes = [u32(crc32(bytes)), u32(packed.length), u32(size ?? bytes.length)];
  const header = Buffer.concat([
    ...[u16(20), u16(flags), u16(8), u16(0), u16(0x21)],
    ...[...sizes, u16(written.length), u16(0)],
  ]);
  return { header, name: written, packed };
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
