/** As the formatter leaves it: lists of words on one line, where they fit. */
export function schemaFile(schema: object): string {
  const text = JSON.stringify(schema, null, 2);
  const joined = text.replace(/^(.*)\[\s+("[^[\]{}]*?")\s+\]/gm, (list, start, words) => {
    const line = `${start}[${words.replace(/,\s+/g, ', ')}],`;
    return line.length <= 100 ? line.slice(0, -1) : list;
  });
  return `${joined}\n`;
}
