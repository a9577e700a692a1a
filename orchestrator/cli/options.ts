import { Option } from 'commander';
import type { Phrases } from '../i18n/phrases.ts';
import type { OptionName } from '../i18n/typed-names.ts';

/** The flags of every option, with its argument. */
const FLAGS: Readonly<Record<OptionName, string>> = {
  team: '-t, --team <teams>',
  all: '--all',
  stage: '--stage <stage>',
  lab: '--lab <lab>',
  base: '--base <a.b>',
  engine: '--engine <url>',
  json: '--json',
  lang: '--lang <fr|en>',
  'dry-run': '--dry-run',
  quick: '--quick',
  capture: '--capture <file>',
  answers: '--answers <file>',
  submissions: '--submissions <folder|zip>',
  class: '--class <list>',
  jobs: '--jobs <number>',
  seed: '--seed <number>',
  questions: '--questions <questions>',
  decide: '--decide <team:check=points>',
  only: '--only <labs>',
  repeat: '--repeat <number>',
  rules: '--rules <number>',
  yes: '-y, --yes',
  verbose: '-v, --verbose',
  out: '--out <folder>',
  purge: '--purge',
  station: '--station <name>',
  watch: '-w, --watch',
  follow: '-f, --follow',
  listen: '--listen <address:port>',
  for: '--for <time>',
  output: '-o, --output <file>',
  from: '--from <number>',
  to: '--to <number|stage>',
  since: '--since <start|id>',
  files: '--files <folder>',
  format: '--format <format>',
  in: '--in <file>',
  open: '--open',
  host: '--host <host>',
  'allow-partial': '--allow-partial',
  help: '-h, --help',
  version: '-V, --version',
};

/** How one option is typed. */
export interface OptionFlags {
  readonly name: OptionName;
  readonly long: string;
  readonly short: string | undefined;
  readonly takesValue: boolean;
}

/** Every option there is, as it is typed. */
export const OPTION_FLAGS: readonly OptionFlags[] = Object.entries(FLAGS).map(([name, flags]) => {
  const { long = '', short, required } = new Option(flags);
  return { name: name as OptionName, long, short, takesValue: required };
});

/** What every command takes besides its own. */
export const COMMON_OPTIONS: readonly OptionName[] = ['lang', 'verbose'];

/** What the options of a command were given. */
export interface OptionValues {
  readonly team?: string;
  readonly all?: boolean;
  readonly stage?: string;
  readonly lab?: string;
  readonly base?: string;
  readonly engine?: string;
  readonly json?: boolean;
  readonly lang?: string;
  readonly dryRun?: boolean;
  readonly quick?: boolean;
  readonly submissions?: string;
  readonly capture?: string;
  readonly answers?: string;
  readonly class?: string;
  readonly jobs?: string;
  readonly seed?: string;
  readonly questions?: string;
  readonly decide?: readonly string[];
  readonly only?: string;
  readonly repeat?: string;
  readonly rules?: string;
  readonly yes?: boolean;
  readonly verbose?: boolean;
  readonly out?: string;
  readonly purge?: boolean;
  readonly station?: string;
  readonly watch?: boolean;
  readonly follow?: boolean;
  readonly listen?: string;
  readonly for?: string;
  readonly output?: string;
  readonly from?: string;
  readonly to?: string;
  readonly since?: string;
  readonly files?: string;
  readonly format?: string;
  readonly in?: string;
  readonly open?: boolean;
  readonly host?: string;
  readonly allowPartial?: boolean;
}

/** What may be given several times. */
const REPEATED: readonly OptionName[] = ['decide'];

/** An option with its explanation in the person's language. */
export function option(name: OptionName, phrases: Phrases): Option {
  const made = new Option(FLAGS[name], phrases.help.option[name]);
  if (!REPEATED.includes(name)) return made;
  return made.argParser((value: string, before: readonly string[] = []) => [...before, value]);
}
