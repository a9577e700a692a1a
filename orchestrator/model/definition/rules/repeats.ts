/** Each item whose key was there before, with the first that had it. */
export function repeats<T>(
  items: readonly T[],
  keyOf: (item: T) => string | number,
): readonly (readonly [again: T, first: T])[] {
  const firsts = new Map<string | number, T>();
  return items.flatMap((item) => {
    const first = firsts.get(keyOf(item));
    if (first === undefined) firsts.set(keyOf(item), item);
    return first === undefined ? [] : [[item, first] as const];
  });
}
