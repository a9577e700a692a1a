import { Command as Commander, type Help } from 'commander';
import { labError } from '../base/lab-error.ts';
import type { Phrases } from '../i18n/phrases.ts';
import type { CommandName } from '../i18n/typed-names.ts';
import { COMMANDS, type CommandEntry } from './commands.ts';
import { COMMON_OPTIONS, type OptionValues, option } from './options.ts';
import { usageProblem } from './usage-problem.ts';

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
 * written); wrong words are a `LabError`.
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
  const program = prepare(new Commander('lab'), options, '')
    .description(phrases.help.about)
    .version(version, '-V, --version', phrases.help.option.version)
    .addOption(option('lang', phrases))
    .helpCommand('help [command]', phrases.help.helpCommand);
  const groups = new Map<string, Commander>();
  for (const entry of COMMANDS) {
    const [first = '', second] = entry.name.split(' ');
    const parent = second === undefined ? program : (groups.get(first) ?? program);
    const group = entry.run === undefined ? `${first} ` : '';
    const command = prepare(parent.command(second ?? first), options, group);
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
  const wanted = entry.arguments ?? [];
  for (const { name, words } of wanted) command.argument(name, words(phrases));
  const most = wanted.some(({ name }) => name.includes('...')) ? Infinity : wanted.length;
  // The parser would only count what is too much; a person wants to see it.
  command.allowExcessArguments().action(() => {
    const { args } = command;
    if (args.length > most) {
      throw labError('arguments-too-many', { found: args.slice(most).join(' ') });
    }
    const values = command.optsWithGlobals<OptionValues>();
    found({ command: entry, options: values, arguments: args });
  });
}

/**
 * Gives a parser the person's language, and errors that are thrown instead of printed. `group` is
 * the word that the names of its commands begin with: `images ` of `images list`.
 */
function prepare(command: Commander, { phrases, write }: ParserOptions, group: string): Commander {
  const { help } = phrases;
  const titles: Readonly<Record<string, string>> = {
    'Usage:': help.usage,
    'Options:': help.options,
    'Arguments:': help.arguments,
    'Commands:': help.commands,
  };
  return (
    command
      .exitOverride((error) => {
        throw usageProblem(error, group);
      })
      .helpOption('-h, --help', help.option.help)
      .configureHelp({
        styleTitle: (title: string) => titles[title] ?? title,
      } satisfies Partial<Help>)
      // A group without its second word shows its help as if it had been asked for.
      .configureOutput({ writeOut: write, writeErr: write, outputError: () => undefined })
  );
}

function exitStatusHelp({ help }: Phrases): string {
  return ['', help.exitStatusTitle, ...help.exitStatus.map((line) => `  ${line}`)].join('\n');
}
