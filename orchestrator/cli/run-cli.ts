import type { Question, Workbench } from '../actions/workbench.ts';
import type { Clock } from '../base/clock.ts';
import { labError } from '../base/lab-error.ts';
import type { Surroundings } from '../base/surroundings.ts';
import type { Language } from '../i18n/catalogue.ts';
import { catalogue, LANGUAGES, localeLanguage } from '../i18n/language.ts';
import { DEFAULT_PREFIX } from '../model/numbering/names.ts';
import { askPerson } from './ask.ts';
import { type Console, createConsole } from './console.ts';
import { EXIT } from './exit-status.ts';
import { type Parsed, parseWords } from './program.ts';
import { createProgress, eventLines } from './progress/progress.ts';
import { optionalTeams, type Session, type Streams } from './session.ts';
import { tellFailure, tellInterruption } from './tell-failure.ts';

/** Everything the command line is given by main.ts. */
export interface CliInput {
  readonly words: readonly string[];
  readonly version: string;
  readonly surroundings: Surroundings;
  readonly streams: Streams;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Made only for verbs that need it, so that `lab` starts fast. */
  readonly loadShell: () => Promise<Workbench['shell']>;
}

/** Runs one command line from words to exit status. Never throws. */
export async function runCli(input: CliInput): Promise<number> {
  const { words, streams, surroundings } = input;
  const language = wantedLanguage(words, surroundings);
  try {
    const parsed = await parse(input, language);
    if (parsed === null) return EXIT.done;
    const command = await parsed.command.run?.();
    return (await command?.(createSession(input, parsed, language))) ?? EXIT.badInput;
  } catch (error) {
    const telling = { language, errors: streams.errors };
    const { aborted, reason } = input.signal;
    return aborted ? tellInterruption(reason, telling) : tellFailure(error, telling);
  }
}

function parse(input: CliInput, language: Language): Promise<Parsed | null> {
  const { phrases } = catalogue(language);
  const write = (text: string) => void input.streams.output.write(text);
  const words = input.words.length === 0 ? ['--help'] : input.words;
  return parseWords(words, { phrases, version: input.version, write });
}

/** `--lang` counts before anything is parsed, so that even a wrong command is told in it. */
function wantedLanguage(words: readonly string[], { environment }: Surroundings): Language {
  const index = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const value = words[index]?.startsWith('--lang=') ? words[index].slice(7) : words[index + 1];
  const asked = index === -1 ? undefined : LANGUAGES.find((language) => language === value);
  return asked ?? localeLanguage(environment);
}

function createSession(input: CliInput, parsed: Parsed, language: Language): Session {
  const { streams, surroundings } = input;
  const { options } = parsed;
  if (options.lang !== undefined && !LANGUAGES.some((known) => known === options.lang)) {
    throw labError('option-value-wrong', {
      option: '--lang',
      found: options.lang,
      allowed: LANGUAGES.join(', '),
    });
  }
  const console = createConsole({
    language,
    json: options.json === true,
    verbose: options.verbose === true,
    events: wantsEvents(parsed),
    output: streams.output,
    errors: streams.errors,
  });
  return {
    streams,
    surroundings,
    console,
    language,
    options,
    arguments: parsed.arguments,
    prefix: surroundings.environment.LAB_PREFIX ?? DEFAULT_PREFIX,
    work: (teams, run) => work({ input, console, options, teams }, run),
  };
}

/** Of several teams the verbs that change or try them tell in JSON too what happens, as it happens. */
function wantsEvents({ command, options }: Parsed): boolean {
  if (command.events !== true || options.json !== true || options.dryRun === true) return false;
  return (optionalTeams(options) ?? []).length > 1;
}

interface Work {
  readonly input: CliInput;
  readonly console: Console;
  readonly options: Parsed['options'];
  readonly teams: readonly number[];
}

async function work<T>(
  { input, console, options, teams }: Work,
  run: (bench: Workbench) => Promise<T>,
): Promise<T> {
  const { streams, surroundings, clock, signal } = input;
  const progress = console.events
    ? eventLines(console, clock.date)
    : createProgress(console, console.json ? streams.errors : streams.output, teams);
  const agree = (question: Question) =>
    askPerson(question, { console, streams, agreed: options.yes === true });
  const bench: Workbench = {
    surroundings,
    clock,
    shell: await input.loadShell(),
    emit: progress.hear,
    signal,
    agree,
  };
  try {
    const value = await run(bench);
    await progress.close('well');
    return value;
  } catch (error) {
    await progress.close('wrong');
    throw error;
  }
}
