/** What an installer is told: the sizes of its parts, what it is for, and its words. */
export interface InstallerFacts {
  readonly header: number;
  readonly program: number;
  readonly images: number;
  readonly version: string;
  /** `Linux-x86_64`, as `uname` says it. */
  readonly system: string;
  readonly words: Readonly<Record<'fr' | 'en', Readonly<Record<string, string>>>>;
}

/** Fills the script of `installer/` in. */
export function installerScript(template: string, facts: InstallerFacts, digest: string): string {
  const { words, ...said } = facts;
  const values: Readonly<Record<string, string>> = {
    DIGEST: digest,
    WORDS: wordLines(words),
    ...Object.fromEntries(
      Object.entries(said).map(([name, value]) => [name.toUpperCase(), String(value)]),
    ),
  };
  return template.replace(/@([A-Z]+)@/g, (_, name: string) => values[name] ?? '');
}

/** A case a language, each word a variable of the shell. */
function wordLines({ fr, en }: InstallerFacts['words']): string {
  const lines = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([name, text]) => `  ${name}=${quoted(text)}`);
  return [
    `case \${LC_ALL:-\${LC_MESSAGES:-\${LANG:-}}} in`,
    '[fF][rR]*)',
    ...lines(fr),
    '  ;;',
    '*)',
    ...lines(en),
    '  ;;',
    'esac',
  ].join('\n');
}

/** A text as the format of printf, in quotes for the shell. */
function quoted(text: string): string {
  return `'${text.replaceAll('\n', '\\n').replaceAll("'", "'\\''")}'`;
}
