/** The outcome of reading something that may be wrong: a value, or every problem found. */
export type Result<T, P> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly P[] };

/** Wraps a value that came out right. */
export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

/** Wraps the problems that kept a value from being made. */
export function bad<P>(problems: readonly P[]): Result<never, P> {
  return { ok: false, problems };
}
