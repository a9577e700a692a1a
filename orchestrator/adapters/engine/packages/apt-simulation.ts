/** What `apt-get --simulate install` says it would do. */
export interface AptSimulation {
  readonly installed: readonly string[];
  readonly removed: readonly string[];
}

/** Reads the `Inst` and `Remv` lines of a simulation; a package's architecture is left off. */
export function parseSimulation(text: string): AptSimulation {
  const names = (verb: string) =>
    [...text.matchAll(new RegExp(`^${verb} ([^\\s:]+)`, 'gm'))].flatMap(([, name]) => name ?? []);
  return { installed: names('Inst'), removed: names('Remv') };
}
