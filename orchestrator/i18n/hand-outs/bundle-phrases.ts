/** Words of the one file that carries the tool to a machine without a network. */
export interface BundlePhrases {
  readonly bundle: {
    readonly written: (facts: {
      readonly file: string;
      readonly megabytes: number;
      readonly system: string;
    }) => string;
    readonly withNode: (version: string) => string;
    readonly withoutNode: string;
    readonly licenceMissing: (version: string) => string;
    readonly next: (file: string) => string;
    /** What its installer says; `%s` is filled in there. */
    readonly installer: Readonly<Record<InstallerWord, string>>;
  };
}

/** What the installer has to say, by the name that its script knows it by. */
const INSTALLER_WORDS = [
  'usage',
  'unreadable',
  'truncated',
  'corrupted',
  'foreign',
  'unwritable',
  'occupied',
  'unpacking',
  'full',
  'nodeless',
  'before',
  'already',
  'installed',
  'next',
] as const;

/** One of them. */
export type InstallerWord = (typeof INSTALLER_WORDS)[number];
