/*
 * Files of Asterisk reduced to what they say, to compare hand-ins with one another. It is for the
 * teacher's eyes and never for marks.
 */

const BLOCK_COMMENT = /;--(?!-)[\s\S]*?--;/g;
const COMMENT = /(^|[^\\]);.*$/;
const HEADING = /^\[/;

/**
 * A file without comments, blank lines and spaces that say nothing, its keys in one order inside each
 * section: two files that differ in nothing else have the same form.
 */
export function normalForm(text: string): string {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(BLOCK_COMMENT, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(COMMENT, '$1').trim())
    .filter((line) => line !== '')
    .map(withoutSpaces);
  const sections: string[][] = [[]];
  for (const line of lines) {
    if (HEADING.test(line)) sections.push([line]);
    else sections.at(-1)?.push(line);
  }
  return sections.map(([first = '', ...others]) => [first, ...others.sort()].join('\n')).join('\n');
}

/** The team's own digit in its four-digit numbers becomes an X, as on the course sheet. */
export function withoutTeam(text: string, team: number): string {
  return text.replace(new RegExp(`(?<!\\d)${team}(?=\\d{3}(?!\\d))`, 'g'), 'X');
}

function withoutSpaces(line: string): string {
  return line
    .replace(/\s*(=>|=|,)\s*/g, '$1')
    .replace('=>', '=')
    .replace(/\s+/g, ' ');
}
