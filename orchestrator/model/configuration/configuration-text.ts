/*
 * What can be told of a team's Asterisk files without Asterisk. It chooses what to try, and never
 * whether something is right.
 */

/** The files of a configuration by their path below `/etc/asterisk`. */
export type ConfigurationFiles = ReadonlyMap<string, Uint8Array>;

const INCLUDE = /^#\s*(?:try)?include\s+["<]?([^">\s]+)[">]?/i;
const HEADING = /^\[([^\]]+)\]\s*(?:\(([^)]*)\))?/;

/** True when a file sets nothing: empty, comments, headings. */
export function isBlank(content: Uint8Array): boolean {
  return !linesOf(content).some((line) => line.includes('=') || INCLUDE.test(line));
}

/** True when a users.conf gives mailboxes their PINs itself: then it says what voicemail.conf would. */
export function declaresBoxes(content: Uint8Array | undefined): boolean {
  return content !== undefined && linesOf(content).some((line) => /^vmsecret\s*=/i.test(line));
}

/** The names that sections of a file, or of those that it includes, inherit from: its templates. */
export function templateNames(files: ConfigurationFiles, file: string): readonly string[] {
  const headings = linesWithIncluded(files, file).flatMap((line) => {
    const [, name = '', options = ''] = HEADING.exec(line) ?? [];
    return name === '' ? [] : [{ name, options: options.split(',').map((word) => word.trim()) }];
  });
  const declared = headings.filter(({ options }) => options.includes('!'));
  const inherited = headings.flatMap(({ options }) => options);
  const names = [...declared.map(({ name }) => name), ...inherited];
  return [...new Set(names)].filter((name) => !['', '!', '+'].includes(name));
}

/** The name of the section that a line begins; undefined for any other line. */
export function sectionOf(line: string): string | undefined {
  return HEADING.exec(line)?.[1];
}

/** The files that a file includes, by their paths below `/etc/asterisk`. */
export function includedFiles(content: Uint8Array): readonly string[] {
  return linesOf(content).flatMap((line) => includedBy(line) ?? []);
}

function includedBy(line: string): string | undefined {
  return INCLUDE.exec(line)?.[1]?.replace(/^\/etc\/asterisk\//, '');
}

/** Each file is read once: files that include each other many times over would never end. */
function linesWithIncluded(files: ConfigurationFiles, file: string): readonly string[] {
  const wanted = new Set([file]);
  const lines: string[] = [];
  for (const name of wanted) {
    for (const line of linesOf(files.get(name) ?? new Uint8Array())) {
      const included = includedBy(line);
      if (included === undefined) lines.push(line);
      else wanted.add(included);
    }
  }
  return lines;
}

/**
 * Lines as Asterisk reads them: without comments, byte order mark and line ends of other systems.
 * Several line ends in a row are one: read one by one, millions of empty lines take seconds.
 */
export function linesOf(content: Uint8Array): readonly string[] {
  return Buffer.from(content)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split(/(?:\r?\n)+/)
    .map((line) => line.slice(0, commentAt(line)).trim());
}

function commentAt(line: string): number | undefined {
  const at = line.indexOf(';');
  return at === -1 ? undefined : at;
}
