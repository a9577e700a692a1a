import { type ConfigurationFiles, isBlank, linesOf, sectionOf } from './configuration-text.ts';

/** What in a team's own files a message of Asterisk's can be about. */
export interface OwnNames {
  readonly files: ReadonlySet<string>;
  /** Accounts, contexts, mailboxes: what the team gave a name to. */
  readonly sections: ReadonlySet<string>;
  /** What stands behind an equal sign, whole and in its parts between commas. */
  readonly values: ReadonlySet<string>;
}

/** Sections that every file has, whoever wrote it. */
const EVERYBODYS: readonly string[] = ['general', 'globals', 'default', 'zonemessages'];

/** Shorter ones, `no` or `20`, stand in any message. */
const SHORTEST_VALUE = 3;

/** Collects the names that a team's files give and use. */
export function ownNames(files: ConfigurationFiles): OwnNames {
  const written = [...files].filter(([, content]) => !isBlank(content));
  const lines = written.flatMap(([, content]) => linesOf(content));
  const settings = lines.flatMap((line) => {
    const [, key, value] = /^([^=]*?)\s*=>?\s*(.*)$/.exec(line) ?? [];
    return key === undefined || value === undefined ? [] : [{ key, value }];
  });
  const sections = lines
    .flatMap((line) => sectionOf(line) ?? [])
    .filter((name) => !EVERYBODYS.includes(name));
  const boxes = settings.map(({ key }) => key).filter((key) => /^\d+$/.test(key));
  const values = settings
    .flatMap(({ value }) => [value, ...value.split(',')])
    .map((value) => value.trim())
    .filter((value) => value.length >= SHORTEST_VALUE);
  return {
    files: new Set(written.map(([file]) => file)),
    sections: new Set([...sections, ...boxes]),
    values: new Set(values),
  };
}

/**
 * True when a message is about something in these files: it names one of them, puts one of their
 * names or values in quotes, or says the number of one of their accounts or mailboxes.
 */
export function isAbout(message: string, { files, sections, values }: OwnNames): boolean {
  const quoted = [...message.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, a, b]) => a ?? b ?? '');
  if (quoted.some((word) => sections.has(word) || values.has(word))) return true;
  const words = message.split(/[^\p{L}\p{N}_./-]+/u);
  return words.some((word) => {
    const bare = word.replace(/^\/etc\/asterisk\//, '').replace(/\.$/, '');
    return files.has(bare) || (/^\d{2,}$/.test(word) && sections.has(word));
  });
}
