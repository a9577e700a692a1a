/** True when a file bears the name of one of the lab's files, or plainly was to bear it. */
export function isMeant(name: string, meant: readonly string[]): boolean {
  return meant.includes(name) || meantBy(name, meant) !== null;
}

/**
 * The file of the lab that an odd name was to be: `Users.conf`, `users.conf.txt` as Windows saves it,
 * `users.txt`. Null for the right name, and for any other.
 */
export function meantBy(name: string, meant: readonly string[]): string | null {
  const plain = name.normalize('NFC').toLowerCase();
  if (meant.includes(name)) return null;
  const bare = plain.replace(/\.txt$/, '');
  return (
    meant.find((one) => bare === one) ??
    meant.find((one) => plain === one.replace(/\.conf$/, '.txt')) ??
    null
  );
}
