import { COMMANDS } from '../../orchestrator/cli/commands.ts';

/** The `lab …` commands in a text, each to the end of its clause. */
export function commandsIn(text: string): readonly string[] {
  const prose = '(?<![-/]|\\b(?:the|a|this|no|whole|of|in|le|un|du|de) )';
  const command = new RegExp(`${prose}\\blab( [^;:,.()]+)`, 'gi');
  return [...text.matchAll(command)].map(([, words = '']) => words.trim());
}

/** What the command line does not know of a command: its verb, or an option. */
export function unknownIn(words: string): readonly string[] {
  const [first = '', second = ''] = words.split(' ');
  if (first === '--help' || first === '…') return [];
  const entry =
    COMMANDS.find(({ name }) => name === `${first} ${second}`) ??
    COMMANDS.find(({ name, run }) => name === first && run !== undefined);
  if (entry === undefined) return [`lab ${words}`];
  const known: readonly string[] = [...entry.options, 'lang', 'verbose', 'help'];
  return [...words.matchAll(/ --([a-z-]+)/g)]
    .filter(([, option = '']) => !known.includes(option))
    .map(([, option]) => `lab ${entry.name} has no --${option}`);
}
