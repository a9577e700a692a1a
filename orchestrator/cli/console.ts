import { visible } from '../base/text/visible.ts';
import type { Language } from '../i18n/catalogue.ts';
import { catalogue } from '../i18n/language.ts';
import type { Phrases } from '../i18n/phrases.ts';

/** The person's end: where words go, and in which language. */
export interface Console {
  readonly language: Language;
  readonly phrases: Phrases;
  /** Data is asked for as JSON: then only that goes to standard output. */
  readonly json: boolean;
  readonly verbose: boolean;
  /** Events are data too: each is printed as JSON on one line, and so is what comes after them. */
  readonly events: boolean;
  /** What was asked for: standard output. */
  readonly print: (text: string) => void;
  /** The same as JSON: all that goes to standard output when data is asked for. */
  readonly printData: (data: object) => void;
  /** Everything else: standard output too, unless data is asked for. */
  readonly tell: (text: string) => void;
}

/** How the person wants to be talked to, and where. */
export interface ConsoleOptions {
  readonly language: Language;
  readonly json: boolean;
  readonly verbose: boolean;
  readonly events: boolean;
  readonly output: NodeJS.WritableStream;
  readonly errors: NodeJS.WritableStream;
}

/** Makes the person's end. */
export function createConsole(options: ConsoleOptions): Console {
  const { language, json, verbose, events, output, errors } = options;
  const line = (stream: NodeJS.WritableStream) => (text: string) =>
    void stream.write(`${visible(text)}\n`);
  return {
    language,
    phrases: catalogue(language).phrases,
    json,
    verbose,
    events,
    print: line(output),
    printData: (data) => line(output)(JSON.stringify(data, null, events ? 0 : 2)),
    tell: line(json ? errors : output),
  };
}
