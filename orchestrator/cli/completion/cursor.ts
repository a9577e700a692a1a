import type { OptionName } from '../../i18n/typed-names.ts';
import { COMMANDS, type CommandEntry } from '../commands.ts';
import { OPTION_FLAGS, type OptionFlags } from '../options.ts';

/** What stands where the person is about to complete a word. */
export type Place =
  /** A verb; `group` is what stands before it: `images ` for its second word. */
  | { readonly at: 'verb'; readonly group: string }
  | { readonly at: 'option'; readonly command: CommandEntry | undefined }
  | {
      readonly at: 'value';
      readonly option: OptionName;
      readonly command: CommandEntry | undefined;
    }
  | {
      readonly at: 'argument';
      readonly name: string;
      /** The arguments before this one. */
      readonly before: readonly string[];
    }
  | { readonly at: 'nothing' };

/** A command line as far as it is typed. */
export interface Cursor {
  readonly place: Place;
  /** What of the last word stays as it is, `--team=`, and what of it is to be completed. */
  readonly kept: string;
  readonly typed: string;
  /** The options before, with their values; one that takes none is empty. */
  readonly given: ReadonlyMap<OptionName, string>;
}

/** Finds what the last of the typed words (perhaps an empty one) is going to be. */
export function cursorAt(words: readonly string[]): Cursor {
  const last = words.at(-1) ?? '';
  const { given, plain, open } = readWords(words.slice(0, -1));
  const command = commandOf(plain);
  if (open !== null) {
    return { place: { at: 'value', option: open, command }, kept: '', typed: last, given };
  }
  if (!last.startsWith('-')) {
    return { place: plainPlace(plain, command), kept: '', typed: last, given };
  }
  const [flag = '', value] = split(last);
  const option = value === undefined ? undefined : optionOf(flag);
  if (option?.takesValue) {
    const place: Place = { at: 'value', option: option.name, command };
    return { place, kept: `${flag}=`, typed: value ?? '', given };
  }
  return { place: { at: 'option', command }, kept: '', typed: last, given };
}

/** Sorts words into options and others; `open` is the option that still lacks its value. */
function readWords(words: readonly string[]) {
  const given = new Map<OptionName, string>();
  const plain: string[] = [];
  let open: OptionName | null = null;
  for (const word of words) {
    if (open !== null) {
      given.set(open, word);
      open = null;
    } else if (word.startsWith('-')) {
      const [flag = '', value] = split(word);
      const option = optionOf(flag);
      if (option !== undefined) given.set(option.name, value ?? '');
      if (option?.takesValue && value === undefined) open = option.name;
    } else {
      plain.push(word);
    }
  }
  return { given, plain, open };
}

/** `--team=3` in two; a word without `=` is all flag. */
function split(word: string): readonly [string, string?] {
  const at = word.indexOf('=');
  return at === -1 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}

function optionOf(flag: string): OptionFlags | undefined {
  return OPTION_FLAGS.find(({ long, short }) => flag === long || flag === short);
}

/** The command that the plain words name; of `images list` the whole. */
function commandOf(plain: readonly string[]): CommandEntry | undefined {
  const [first = '', second = ''] = plain;
  const named = (name: string) => COMMANDS.find((entry) => entry.name === name);
  return named(`${first} ${second}`) ?? named(first);
}

function plainPlace(plain: readonly string[], command: CommandEntry | undefined): Place {
  const [first = ''] = plain;
  if (plain.length === 0 || (first === 'help' && plain.length === 1))
    return { at: 'verb', group: '' };
  if (command === undefined) return { at: 'nothing' };
  const before = plain.slice(command.name.split(' ').length);
  if (command.run === undefined) {
    return before.length === 0 ? { at: 'verb', group: `${first} ` } : { at: 'nothing' };
  }
  const wanted = command.arguments ?? [];
  const argument = wanted[before.length] ?? wanted.find(({ name }) => name.includes('...'));
  return argument === undefined
    ? { at: 'nothing' }
    : { at: 'argument', name: argument.name, before };
}
