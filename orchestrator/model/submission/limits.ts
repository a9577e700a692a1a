const MIB = 2 ** 20;

/** What a hand-in may have. Far more than any real one; what is larger is refused before it is read. */
export const LIMITS = {
  /** Files and folders of one hand-in. */
  entries: 2000,
  /** All files that are meant for Asterisk, together. */
  configuration: 8 * MIB,
  capture: 64 * MIB,
  report: 32 * MIB,
  answers: 1 * MIB,
  /** An archive within a hand-in. */
  archive: 128 * MIB,
  /** Everything that is read of one hand-in. */
  total: 192 * MIB,
  /** Bytes of a whole path, and of one name in it. */
  path: 1024,
  name: 255,
  /** How many times larger than in its archive a file may be, once it is larger than `ratioFrom`. */
  ratio: 200,
  ratioFrom: 8 * MIB,
} as const;
