import Table from 'cli-table3';

/** Lays rows out in columns under a heading, two spaces apart, without lines. */
export function textTable(
  heading: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const blank = ['top', 'bottom', 'left', 'right', 'mid'].flatMap((side) =>
    side === 'left' || side === 'right' || side === 'mid'
      ? [side, `${side}-mid`]
      : [side, `${side}-mid`, `${side}-left`, `${side}-right`],
  );
  const table = new Table({
    head: [...heading],
    chars: { ...Object.fromEntries(blank.map((name) => [name, ''])), 'mid-mid': '', middle: '  ' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split('\n')
    .map((line) => `  ${line}`.trimEnd())
    .join('\n');
}
