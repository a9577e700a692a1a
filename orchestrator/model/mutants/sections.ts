/** A part of a file: from one heading to the next. What stands before the first has no name. */
export interface Section {
  readonly name: string | null;
  readonly text: string;
}

const HEADING = /^\s*\[([^\]]+)\]/;

/** The sections of a file, in order; together they are its text. */
export function sectionsOf(text: string): readonly Section[] {
  const sections: { name: string | null; text: string }[] = [{ name: null, text: '' }];
  for (const line of linesOf(text)) {
    const name = HEADING.exec(line)?.[1];
    if (name !== undefined) sections.push({ name, text: '' });
    const last = sections.at(-1);
    if (last !== undefined) last.text += line;
  }
  return sections;
}

/** Lines with their ends. */
export function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
