/** Makes a forgotten case of a union a compile error, and a loud one at run time. */
export function unreachable(value: never): never {
  throw new TypeError(`unreachable case: ${JSON.stringify(value)}`);
}
