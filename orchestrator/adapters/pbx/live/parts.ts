/** What one look printed, part by part. */
export type Parts = ReadonlyMap<string, Buffer>;

/** The looks that are whole, and what remains: the beginning of another one. */
export interface ReadParts {
  readonly whole: readonly Parts[];
  readonly rest: Buffer;
}

/** Takes printed looks apart: lines `NAME BYTES` with so many bytes and a line end; `end` ends a look. */
export function partsOf(printed: Uint8Array): ReadParts {
  let rest = Buffer.from(printed);
  let begun = rest;
  const whole: Parts[] = [];
  let parts = new Map<string, Buffer>();
  for (;;) {
    const end = rest.indexOf('\n');
    const [, name = '', length] = /^(.*) (\d+)$/.exec(rest.toString('utf8', 0, end)) ?? [];
    const to = end + 1 + Number(length);
    if (end === -1 || length === undefined || rest.length <= to) return { whole, rest: begun };
    parts.set(name, rest.subarray(end + 1, to));
    rest = rest.subarray(to + 1);
    if (name === 'end') {
      whole.push(parts);
      parts = new Map();
      begun = rest;
    }
  }
}
