import { Command as Commander, type Help } from 'commander';
import type { CommandName, OptionName, Phrases } from '../i18n/phrases.ts';
import { COMMANDS, type CommandEntry } from './commands.ts';
import { type OptionValues, option } from './options.ts';

/** What the words on the command line ask for. */
export interface Parsed {
  readonly command: CommandEntry;
  readonly options: OptionValues;
  readonly arguments: readonly string[];
}

/** What the parser needs besides the words. */
export interface ParserOptions {
  readonly phrases: Phrases;
  readonly version: string;
  readonly write: (text: string) => void;
}

/**
 * Parses the command line. Resolves to nothing when help or the version was asked for (it has been
 * written); wrong words are the parser's own error, which `usageProblem` translates.
 */
export async function parseWords(
  words: readonly string[],
  options: ParserOptions,
): Promise<Parsed | null> {
  let parsed: Parsed | null = null;
  const program = createProgram(options, (found) => {
    parsed = found;
  });
  await program.parseAsync([...words], { from: 'user' }).catch((error: unknown) => {
    const code = (error as { code?: unknown }).code;
    if (code !== 'commander.helpDisplayed' && code !== 'commander.version') {
      if (code !== 'commander.help') throw error;
    }
  });
  return parsed;
}

function createProgram(options: ParserOptions, found: (parsed: Parsed) => void): Commander {
  const { phrases, version } = options;
  const program = prepare(new Commander('lab'), options)
    .description(phrases.help.about)
    .version(version, '-V, --version', phrases.help.option.version)
    .helpCommand('help [command]', phrases.help.helpCommand);
  const groups = new Map<string, Commander>();
  for (const entry of COMMANDS) {
    const [first = '', second] = entry.name.split(' ');
    const parent = second === undefined ? program : (groups.get(first) ?? program);
    const command = prepare(parent.command(second ?? first), options);
    describe(command, entry, options, found);
    groups.set(entry.name, command);
  }
  program.addHelpText('after', () => exitStatusHelp(phrases));
  return program;
}

function describe(
  command: Commander,
  entry: CommandEntry,
  { phrases }: ParserOptions,
  found: (parsed: Parsed) => void,
): void {
  command.description(phrases.help.command[entry.name satisfies CommandName]);
  // A word that only groups others must have no options: it would swallow theirs.
  if (entry.run === undefined) return;
  const names = [...entry.options, ...COMMON_OPTIONS];
  for (const name of names) command.addOption(option(name, phrases));
  for (const { name, words } of entry.arguments ?? []) command.argument(name, words(phrases));
  command.action((...given: unknown[]) => {
    const values = command.opts<OptionValues>();
    found({ command: entry, options: values, arguments: given.slice(0, -2).flat().map(String) });
  });
}

/** What every command takes. */
const COMMON_OPTIONS: readonly OptionName[] = ['lang', 'verbose'];

/** Gives a parser the person's language, and errors that are thrown instead of printed. */
function prepare(command: Commander, { phrases, write }: ParserOptions): Commander {
  const { help } = phrases;
  const titles: Readonly<Record<string, string>> = {
    'Usage:': help.usage,
    'Options:': help.options,
    'Arguments:': help.arguments,
    'Commands:': help.commands,
  };
  return command
    .exitOverride()
    .helpOption('-h, --help', help.option.help)
    .configureHelp({
      styleTitle: (title: string) => titles[title] ?? title,
    } satisfies Partial<Help>)
    .configureOutput({ writeOut: write, writeErr: () => undefined });
}

function exitStatusHelp({ help }: Phrases): string {
  return ['', help.exitStatusTitle, ...help.exitStatus.map((line) => `  ${line}`)].join('\n');
}
