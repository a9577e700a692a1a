/** Where Debian keeps commands; `su` without `-` leaves the `sbin` ones out of the search. */
const SYSTEM_FOLDERS = [
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/sbin',
  '/usr/bin',
  '/sbin',
  '/bin',
];

/** A search path followed by the system's own folders that it lacks. */
export function systemPath(path: string | undefined): string {
  const own = (path ?? '').split(':').filter((folder) => folder !== '');
  return [...own, ...SYSTEM_FOLDERS.filter((folder) => !own.includes(folder))].join(':');
}
