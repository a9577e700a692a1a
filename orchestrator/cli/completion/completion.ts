import { labNames, readLabDefinition } from '../../actions/read-lab.ts';
import { SHELLS, shellScript } from '../../actions/shell-script.ts';
import { LabError, LabProblems, labError } from '../../base/lab-error.ts';
import { EXIT } from '../exit-status.ts';
import type { Command, Session } from '../session.ts';
import { complete } from './candidates.ts';
import { cursorAt } from './cursor.ts';

/** `lab completion SHELL`: the script for it; with words after it, the ways to go on from there. */
export const completionCommand: Command = async (session) => {
  const [found = '', ...words] = session.arguments;
  const shell = SHELLS.find((known) => known === found);
  if (shell === undefined) {
    const allowed = SHELLS.join(', ');
    throw labError('option-value-wrong', { option: 'lab completion', found, allowed });
  }
  const text =
    words.length === 0 ? await shellScript(session, shell) : await answer(session, words);
  session.streams.output.write(text);
  return EXIT.done;
};

async function answer(session: Session, words: readonly string[]): Promise<string> {
  const labs = {
    names: () => labNames(session),
    read: async (lab: string | undefined) => readable(readLabDefinition(session, lab)),
  };
  const { also, candidates } = await complete(cursorAt(words), labs, session.console.phrases);
  const lines = candidates.map(({ value, words: meaning }) => `${value}\t${meaning}`);
  return [also, ...lines, ''].join('\n');
}

/** A lab with mistakes in it is told when it is used, not while a word is typed. */
async function readable(reading: ReturnType<typeof readLabDefinition>) {
  try {
    return (await reading).definition;
  } catch (error) {
    if (error instanceof LabError || error instanceof LabProblems) return null;
    throw error;
  }
}
