/** Something that may be opened before anybody needs it. Disposing closes what nobody has taken. */
export interface OpenedAhead<T extends AsyncDisposable> extends AsyncDisposable {
  /** Begins to open it; a failure is told by `take`. */
  readonly begin: () => void;
  /** Hands it over, opening it now if it was not begun: whoever takes it closes it. */
  readonly take: () => Promise<T>;
}

/** Lets something be opened while other work is still going on. */
export function openedAhead<T extends AsyncDisposable>(open: () => Promise<T>): OpenedAhead<T> {
  let opening: Promise<T> | null = null;
  return {
    begin: () => {
      opening = open();
      opening.catch(() => undefined);
    },
    take: () => {
      const taken = opening ?? open();
      opening = null;
      return taken;
    },
    [Symbol.asyncDispose]: async () => {
      const idle = await opening?.catch(() => null);
      await idle?.[Symbol.asyncDispose]();
    },
  };
}
