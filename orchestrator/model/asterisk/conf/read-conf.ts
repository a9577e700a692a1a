import type { ConfigurationFiles } from '../../configuration/configuration-text.ts';
import { type ConfFault, type FaultKind, isFatal } from './conf-fault.ts';
import type { ConfFile, Section, Setting } from './conf-file.ts';
import { type SourceLine, sourceLines, stripped } from './source-lines.ts';

interface OpenSection extends Omit<Section, 'settings'> {
  readonly settings: Setting[];
}

interface Reading {
  readonly files: ConfigurationFiles;
  readonly sections: OpenSection[];
  readonly read: Set<string>;
  readonly faults: ConfFault[];
  current: OpenSection | null;
  /** How many more lines are read, templates and includes counted again: files may be made to last. */
  left: number;
  refused: ConfFault | null;
}

const MOST_INCLUDES = 10;
const MOST_LINES = 40_000;
const MOST_FAULTS = 100;

/** Reads a file of `/etc/asterisk` and whatever it includes, as Asterisk 16 does. */
export function readConf(files: ConfigurationFiles, file: string): ConfFile {
  const reading: Reading = {
    files,
    sections: [],
    read: new Set([file]),
    faults: [],
    current: null,
    refused: null,
    left: MOST_LINES,
  };
  const there = files.has(file);
  if (there) readInto(reading, file, 0);
  const { sections, refused } = reading;
  return {
    file,
    files: [...reading.read],
    there,
    sections,
    faults: reading.faults.map((one) => told(one, sections)),
    refused,
  };
}

function readInto(reading: Reading, file: string, depth: number): void {
  reading.read.add(file);
  const content = reading.files.get(file) ?? new Uint8Array();
  const { utf16, lines, openComment } = sourceLines(content, file);
  const [first] = lines;
  if (utf16 && first !== undefined) fault(reading, first, 'utf16');
  for (const line of lines) {
    if (reading.refused !== null || reading.left <= 0) break;
    reading.left--;
    if (line.text !== '') readLine(reading, line, depth);
  }
  const open = lines.find(({ line }) => line === openComment);
  if (open !== undefined) fault(reading, open, 'comment-open');
  lookAhead(reading, lines);
}

/** A template that comes too late is told from one that never comes. */
function lookAhead({ faults }: Reading, lines: readonly SourceLine[]): void {
  const last = faults.at(-1);
  if (last?.kind !== 'template-absent') return;
  const later = lines.find(
    ({ text, line }) =>
      line > last.line && text.toLowerCase().startsWith(`[${last.name.toLowerCase()}]`),
  );
  if (later === undefined) return;
  faults.splice(-1, 1, { ...last, kind: 'template-later', laterLine: later.line });
}

function told(one: ConfFault, sections: readonly Section[]): ConfFault {
  const above = sections.findLast(({ file, line }) => file === one.file && line <= one.line);
  return { ...one, section: one.section ?? above?.name ?? null };
}

function readLine(reading: Reading, line: SourceLine, depth: number): void {
  if (line.text.startsWith('[')) readHeading(reading, line);
  else if (line.text.startsWith('#')) readDirective(reading, line, depth);
  else readSetting(reading, line);
}

function readHeading(reading: Reading, line: SourceLine): void {
  const end = line.text.indexOf(']');
  if (end === -1) {
    const [, section = ''] = /^\[\s*([^\s([]*)/.exec(line.text) ?? [];
    fault(reading, line, 'heading-unclosed', { section });
    return;
  }
  const name = line.text.slice(1, end);
  const rest = line.text.slice(end + 1);
  const options = optionsOf(reading, line, name, rest);
  if (options === null) return;
  const named = (wanted: string) =>
    reading.sections.find((one) => one.name.toLowerCase() === wanted.toLowerCase());
  if (options.includes('+')) {
    const known = named(name);
    if (known === undefined) fault(reading, line, 'addition-absent', { section: name, name });
    else reading.current = known;
    return;
  }
  const inherits = options.filter((option) => option !== '!' && option !== '');
  const settings: Setting[] = [];
  for (const wanted of inherits) {
    const template = named(wanted);
    if (template === undefined) {
      fault(reading, line, 'template-absent', { section: name, name: wanted });
      return;
    }
    reading.left -= template.settings.length;
    if (reading.left <= 0) return;
    for (const one of template.settings) settings.push({ ...one, inherited: true });
  }
  const { file, line: at } = line;
  const section = { file, line: at, name, template: options.includes('!'), inherits, settings };
  reading.sections.push(section);
  reading.current = section;
}

/** The words in the brackets behind a heading; they must touch it. Null: the file is refused. */
function optionsOf(
  reading: Reading,
  line: SourceLine,
  section: string,
  rest: string,
): readonly string[] | null {
  if (!rest.startsWith('(')) {
    if (/^\s+\(/.test(rest)) fault(reading, line, 'options-apart', { section });
    return [];
  }
  const end = rest.indexOf(')');
  if (end !== -1) return rest.slice(1, end).split(',').map(stripped);
  fault(reading, line, 'options-unclosed', { section });
  return null;
}

function readDirective(reading: Reading, line: SourceLine, depth: number): void {
  const [, word = '', target = ''] = /^#\s*(\S*)\s*(.*)$/.exec(line.text) ?? [];
  const name = target.replace(/^["<](.*)[">]$/, '$1').replace(/^\/etc\/asterisk\//, '');
  if (word.toLowerCase() === 'exec') return;
  if (!/^(?:try)?include$/i.test(word) || name === '') {
    fault(reading, line, 'hash-line');
    return;
  }
  if (depth >= MOST_INCLUDES) return;
  if (reading.files.has(name)) readInto(reading, name, depth + 1);
  else if (/^include$/i.test(word)) fault(reading, line, 'include-absent', { name });
}

function readSetting(reading: Reading, line: SourceLine): void {
  const { current } = reading;
  if (current === null) {
    fault(reading, line, 'before-heading');
    return;
  }
  const at = line.text.indexOf('=');
  if (at === -1) {
    fault(reading, line, 'no-equals', { section: current.name });
    return;
  }
  const key = stripped(line.text.slice(0, at).replace(/\+$/, ''));
  const value = stripped(line.text.slice(at + 1).replace(/^>/, ''));
  const { file, raw } = line;
  current.settings.push({ file, line: line.line, key, value, inherited: false, raw });
}

function fault(
  reading: Reading,
  { file, line, text }: SourceLine,
  kind: FaultKind,
  more: { readonly section?: string; readonly name?: string } = {},
): void {
  const { section = null, name = '' } = more;
  const one: ConfFault = { kind, file, line, section, found: text, name, laterLine: null };
  if (reading.faults.length < MOST_FAULTS || isFatal(one)) reading.faults.push(one);
  if (isFatal(one)) reading.refused ??= one;
}
