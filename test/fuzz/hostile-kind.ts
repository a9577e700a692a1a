/** Contents by their paths in a hand-in. */
export type HandInFiles = Readonly<Record<string, string | Uint8Array>>;

/** What a kind of hostile hand-in is made from: a right one, and chance that a seed repeats. */
export interface Making {
  readonly right: Readonly<Record<'users.conf' | 'extensions.conf' | 'voicemail.conf', string>>;
  /** From 0 up to but not including 1. */
  readonly random: () => number;
}

/** Makes one hand-in of a kind. */
export type HostileKind = (making: Making) => HandInFiles;

/** A whole number from `least` to `most`. */
export function whole(random: () => number, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** One of several. */
export function oneOf<T>(random: () => number, all: readonly [T, ...T[]]): T {
  return all[whole(random, 0, all.length - 1)] ?? all[0];
}

/** Bytes without any sense. */
export function noise(random: () => number, length: number): Buffer {
  return Buffer.from(Uint8Array.from({ length }, () => whole(random, 0, 255)));
}
