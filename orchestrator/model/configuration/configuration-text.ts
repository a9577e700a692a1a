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

function linesWithIncluded(
  files: ConfigurationFiles,
  file: string,
  open: readonly string[] = [],
): readonly string[] {
  const content = files.get(file);
  if (content === undefined || open.includes(file)) return [];
  return linesOf(content).flatMap((line) => {
    const included = INCLUDE.exec(line)?.[1]?.replace(/^\/etc\/asterisk\//, '');
    if (included === undefined) return [line];
    return linesWithIncluded(files, included, [...open, file]);
  });
}

/** Lines as Asterisk reads them: without comments, byte order mark and line ends of other systems. */
export function linesOf(content: Uint8Array): readonly string[] {
  return Buffer.from(content)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.replace(/;.*$/, '').trim());
}
