/** Looks at something that changes, by several at once. */
export interface LatestLook<T> {
  /** Looks now. */
  readonly look: () => Promise<T>;
  /** What was seen last: by the look that began last, whichever ended last. */
  readonly seen: () => T;
}

/** Makes looks of a way to look. Before the first one has ended, `first` was seen. */
export function latestLook<T>(once: () => Promise<T>, first: T): LatestLook<T> {
  let begun = 0;
  let latest = { began: 0, seen: first };
  return {
    look: async () => {
      begun += 1;
      const began = begun;
      const seen = await once();
      if (began > latest.began) latest = { began, seen };
      return seen;
    },
    seen: () => latest.seen,
  };
}
