/**
 * A document as `JSON.stringify(document, null, 1)` would write it, but in pieces: whoever writes them
 * can see to other things between two entries of a long list.
 */
export function* jsonChunks(document: object): Generator<string> {
  const pairs = Object.entries(document).filter(([, value]) => value !== undefined);
  for (const [index, [key, value]] of pairs.entries()) {
    yield `${index === 0 ? '{' : ','}\n ${JSON.stringify(key)}: `;
    if (Array.isArray(value) && value.length > 0) yield* listChunks(value);
    else yield indented(value, 1);
  }
  yield pairs.length === 0 ? '{}\n' : '\n}\n';
}

function* listChunks(list: readonly unknown[]): Generator<string> {
  for (const [index, entry] of list.entries()) {
    yield `${index === 0 ? '[' : ','}\n  ${indented(entry, 2)}`;
  }
  yield '\n ]';
}

function indented(value: unknown, depth: number): string {
  return (JSON.stringify(value, null, 1) ?? 'null').replaceAll('\n', `\n${' '.repeat(depth)}`);
}
