import { createInterface } from 'node:readline/promises';
import type { Question } from '../actions/workbench.ts';
import { labError } from '../base/lab-error.ts';
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

/**
 * Says what is about to happen and, on a terminal, asks; a no is a `declined` error. Anywhere else it
 * goes on, unless something would be destroyed: for that somebody has to agree.
 */
export async function askPerson(question: Question, options: AskOptions): Promise<void> {
  const { console, streams, agreed } = options;
  console.tell(questionText(question, console.phrases));
  if (agreed) return;
  if (streams.input.isTTY !== true) {
    if (question.about === 'packages') return;
    throw labError('declined', { asked: false });
  }
  const prompt = createInterface({ input: streams.input, output: streams.errors });
  try {
    const answer = await prompt.question(console.phrases.confirm.question);
    const yes = console.phrases.confirm.yes.includes(answer.trim().toLowerCase());
    if (!yes) throw labError('declined', { asked: true });
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
    case 'reset':
      return question.teams.map(confirm.reset).join('\n');
    case 'engine-purge':
      return confirm.enginePurge(question.folder);
    default:
      return unreachable(question);
  }
}
