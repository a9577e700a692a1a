/** What the name of an archive's file says. */
export interface ArchiveName {
  readonly team: number;
  /** The word by which a person names it: month, day and time, `1125-143207`. */
  readonly id: string;
  /** The archives of a team in the order in which they were made. */
  readonly order: string;
}

/** How the names of a team's archives begin. */
export function archiveSeries(prefix: string, team: number): string {
  return `${prefix}-team${team}-`;
}

/** The name of an archive that is made now, without its ending; by the clock on the wall. */
export function archiveName(prefix: string, team: number, date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const time = `${two(date.getHours())}${two(date.getMinutes())}${two(date.getSeconds())}`;
  return `${archiveSeries(prefix, team)}${day}-${time}`;
}

/** Reads a file's name; null where it isn't an archive of that prefix. */
export function readArchiveName(file: string, prefix: string): ArchiveName | null {
  if (!file.startsWith(`${prefix}-team`)) return null;
  const [, team, year, month, day, time, more] =
    /^team([1-8])-(\d{4})-(\d\d)-(\d\d)-(\d{6})((?:-\d+)?)\.tar\.gz$/.exec(
      file.slice(prefix.length + 1),
    ) ?? [];
  if (team === undefined) return null;
  const order = `${year}${month}${day}${time}${(more ?? '').slice(1).padStart(4, '0')}`;
  return { team: Number(team), id: `${month}${day}-${time}${more}`, order };
}

/** Those among archives that a word means: its id, the beginning or the end of it, or its file. */
export function meantArchives<T extends ArchiveName & { readonly file: string }>(
  word: string,
  archives: readonly T[],
): readonly T[] {
  const exact = archives.filter(
    ({ id, file }) => id === word || file === word || fileName(file) === word,
  );
  if (exact.length > 0) return exact;
  return archives.filter(({ id }) => id.startsWith(word) || id.endsWith(word));
}

function fileName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
