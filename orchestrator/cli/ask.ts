import { createInterface } from 'node:readline/promises';
import type { Question } from '../actions/workbench.ts';
import { unreachable } from '../base/unreachable.ts';
import type { Phrases } from '../i18n/phrases.ts';
import type { Console } from './console.ts';
import type { Streams } from './session.ts';

/** How to ask: whom, and whether the answer was given beforehand (--yes). */
export interface AskOptions {
  readonly console: Console;
  readonly streams: Streams;
  readonly agreed: boolean;
}

/** Says what is about to happen; on a terminal it asks, anywhere else it goes on. */
export async function askPerson(question: Question, options: AskOptions): Promise<boolean> {
  const { console, streams, agreed } = options;
  console.tell(questionText(question, console.phrases));
  if (agreed || streams.input.isTTY !== true) return true;
  const prompt = createInterface({ input: streams.input, output: streams.errors });
  try {
    const answer = await prompt.question(console.phrases.confirm.question);
    return console.phrases.confirm.yes.includes(answer.trim().toLowerCase());
  } finally {
    prompt.close();
  }
}

function questionText(question: Question, { confirm }: Phrases): string {
  switch (question.about) {
    case 'packages':
      return confirm.packages(question.names);
    case 'purge':
      return confirm.purge(question.teams);
    case 'engine-purge':
      return confirm.enginePurge(question.folder);
    default:
      return unreachable(question);
  }
}
