import type { Encoding } from './mutant.ts';
import { linesOf, sectionsOf } from './sections.ts';

/** One way to spoil a file: every text that it can make of it, one mistake each. */
export interface Operator {
  readonly name: string;
  readonly apply: (text: string) => readonly string[];
  /** The text stays, and the file is saved otherwise. */
  readonly encode?: Encoding;
}

/** Every rule that mistakes are made by. */
export const OPERATORS: readonly Operator[] = [
  eachLine('delete-line', () => ''),
  eachLine('comment-semicolon', (line) => `;${line}`),
  eachLine('comment-hash', (line) => `#${line}`),
  eachLine('double-line', (line) => `${line}${line}`),
  eachMatch('case-of-heading', /^\[[a-z]/gm, (found) => found.toUpperCase()),
  eachMatch('case-of-context', /@[a-z]/g, (found) => found.toUpperCase()),
  eachMatch('case-of-variable', /\$\{[A-Z]+/g, (found) => found.toLowerCase()),
  eachMatch('other-context', /\b(?:finance|compta)\b/g, (found) =>
    found === 'finance' ? 'compta' : 'finance',
  ),
  eachMatch('typo-in-word', /\b[A-Za-z]{5,}\b/g, (found) => `${found.slice(0, -2)}${found.at(-1)}`),
  eachMatch('swap-letters', /\b[A-Za-z]{5,}\b/g, (found) => {
    const [first = '', second = '', third = ''] = found;
    return `${first}${third}${second}${found.slice(3)}`;
  }),
  eachMatch('digit-up', /\d+/g, (found) => String(Number(found) + 1).padStart(found.length, '0')),
  eachMatch('digit-down', /\d*[1-9]\d*/g, (found) =>
    String(Number(found) - 1).padStart(found.length, '0'),
  ),
  eachMatch('ten-times', /\b\d{1,3}\b/g, (found) => `${found}0`),
  eachMatch('no-number', /\b\d+\b/g, () => ''),
  eachMatch('drop-character', /[_$(){}\][,!@]|\bX|=>/g, () => ''),
  eachMatch('wrong-delimiter', /,/g, () => ';'),
  eachMatch('old-delimiter', /,/g, () => '|'),
  eachMatch('space-for-comma', /,/g, () => ' '),
  eachMatch('colon-for-equals', /=>?/g, () => ':'),
  eachMatch('wrong-priority', /,[12],/g, (found) => (found === ',1,' ? ',n,' : ',3,')),
  eachMatch('literal-for-extension', /\$\{EXTEN\}/g, () => '101'),
  eachMatch('no-break-space', /(?<=\S) (?=\S)/g, () => '\u00a0'),
  eachMatch('trailing-space', /$(?<=\S)/gm, () => ' '),
  { name: 'byte-order-mark', apply: (text) => [text], encode: 'bom' },
  { name: 'carriage-returns', apply: (text) => [text], encode: 'crlf' },
  { name: 'utf-16', apply: (text) => [text], encode: 'utf16' },
  { name: 'emptied', apply: (text) => (text === '' ? [] : ['']) },
  { name: 'move-section', apply: moved },
];

function eachLine(name: string, change: (line: string) => string): Operator {
  return {
    name,
    apply: (text) => {
      const lines = linesOf(text);
      const spoilt = (at: number) =>
        lines.map((line, index) => (index === at ? change(line) : line)).join('');
      return lines.flatMap((line, index) => (says(line) ? [spoilt(index)] : []));
    },
  };
}

function eachMatch(name: string, pattern: RegExp, change: (found: string) => string): Operator {
  return {
    name,
    apply: (text) =>
      [...text.matchAll(pattern)].flatMap(({ 0: found, index }) => {
        if (isComment(text, index)) return [];
        const made = text.slice(0, index) + change(found) + text.slice(index + found.length);
        return made === text ? [] : [made];
      }),
  };
}

/** Every section behind each of the others. */
function moved(text: string): readonly string[] {
  const sections = sectionsOf(text);
  return sections.flatMap((section) => {
    if (section.name === null) return [];
    const others = sections.filter((one) => one !== section);
    return others.flatMap((_, index) => {
      const order = others.toSpliced(index + 1, 0, section);
      const made = order.map((one) => `${one.text.trimEnd()}\n\n`).join('');
      return order.every((one, at) => one === sections[at]) ? [] : [made];
    });
  });
}

/** Blank lines and comments say nothing: to change them is no mistake. */
function says(line: string): boolean {
  return line.replace(/;.*/, '').trim() !== '';
}

function isComment(text: string, index: number): boolean {
  const start = text.lastIndexOf('\n', index - 1) + 1;
  return text.slice(start, index).includes(';');
}
