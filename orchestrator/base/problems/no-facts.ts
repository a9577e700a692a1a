/** For a problem whose place says all. */
export type NoFacts = Readonly<Record<string, never>>;
