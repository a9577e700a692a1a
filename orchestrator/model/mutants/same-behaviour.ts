/** What an exchange answers to a command of its console. */
export interface Answer {
  readonly command: string;
  readonly said: string;
}

/** Where in a file an entry stands is no behaviour. */
const WHERE = /\s*\[[\w-]+\.conf:\d+\]/g;
/** Who has put it there is none either, nor how wide a column is. */
const SPACE = /[ \t]+/g;

/** True when two exchanges have the same accounts, dial plan and boxes, in whatever order. */
export function sameBehaviour(one: readonly Answer[], other: readonly Answer[]): boolean {
  return JSON.stringify(one.map(normal)) === JSON.stringify(other.map(normal));
}

function normal({ command, said }: Answer) {
  const blocks = said
    .replace(WHERE, '')
    .replace(SPACE, ' ')
    .split(/\n\s*\n/);
  const lines = blocks.map((block) =>
    block
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n'),
  );
  const sorted = lines.length > 1 ? lines.sort() : (lines[0] ?? '').split('\n').sort();
  return { command, sorted };
}
