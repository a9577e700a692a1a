import { type Edit, type Encoding, forTeam } from './mutant.ts';
import { linesOf, sectionsOf } from './sections.ts';

/** The texts of a configuration, by file name. */
export type Texts = ReadonlyMap<string, string>;

/** Files as a mutant hands them in. */
export interface Mutated {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What they say, however they are saved. */
  readonly texts: Texts;
  /** The places in the list of edits of those that changed nothing. */
  readonly idle: readonly number[];
}

/** Applies the edits of a mutant to a team's files, one after the other. */
export function applyEdits(solution: Texts, edits: readonly Edit[], team: number): Mutated {
  const texts = new Map(solution);
  const saved = new Map<string, Encoding>();
  const idle: number[] = [];
  for (const [index, edit] of edits.entries()) {
    if (edit.kind === 'encode') {
      if (!texts.has(edit.file) || saved.has(edit.file)) idle.push(index);
      saved.set(edit.file, edit.encode);
      continue;
    }
    if (edit.kind === 'lacks' || edit.kind === 'of') {
      // No text says what a capture shows.
      idle.push(index);
      continue;
    }
    const before = texts.get(edit.file);
    const after = edited(before ?? '', edit, team);
    if (after === before || (before === undefined && edit.kind !== 'content')) idle.push(index);
    texts.set(edit.file, after);
  }
  const files = [...texts].map(([file, text]) => [file, encoded(text, saved.get(file))] as const);
  return { files: new Map(files), texts, idle };
}

type TextEdit = Exclude<Edit, { readonly kind: 'encode' | 'lacks' | 'of' }>;

function edited(text: string, edit: TextEdit, team: number): string {
  const say = (one: string) => forTeam(one, team);
  switch (edit.kind) {
    case 'content':
      return say(edit.content);
    case 'drop':
      return joined(sectionsOf(text).filter(({ name }) => name !== say(edit.drop)));
    case 'move':
      return moved(text, say(edit.move), say(edit.after));
    case 'replace':
      return within(text, edit.section, team, (part) =>
        part.replaceAll(say(edit.replace), () => say(edit.by)),
      );
    case 'delete':
      return within(text, edit.section, team, (part) =>
        linesOf(part)
          .filter((line) => !line.includes(say(edit.delete)))
          .join(''),
      );
  }
}

function within(
  text: string,
  section: string | null,
  team: number,
  change: (part: string) => string,
): string {
  if (section === null) return change(text);
  const named = forTeam(section, team);
  return joined(
    sectionsOf(text).map((part) =>
      part.name === named ? { ...part, text: change(part.text) } : part,
    ),
  );
}

function moved(text: string, name: string, after: string): string {
  const sections = sectionsOf(text);
  const one = sections.find((section) => section.name === name);
  if (one === undefined || !sections.some((section) => section.name === after)) return text;
  return joined(
    sections
      .filter((section) => section !== one)
      .flatMap((section) => (section.name === after ? [ended(section), one] : [section])),
  );
}

/** A section that something follows ends with an empty line. */
function ended<T extends { readonly text: string }>(section: T): T {
  return { ...section, text: `${section.text.trimEnd()}\n\n` };
}

function joined(sections: readonly { readonly text: string }[]): string {
  return sections.map(({ text }) => text).join('');
}

function encoded(text: string, encoding: Encoding | undefined): Uint8Array {
  switch (encoding) {
    case undefined:
      return Buffer.from(text);
    case 'crlf':
      return Buffer.from(text.replaceAll('\n', '\r\n'));
    case 'bom':
      return Buffer.from(`\uFEFF${text}`);
    case 'utf16':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
  }
}
