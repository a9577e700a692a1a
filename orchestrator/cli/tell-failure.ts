import { LabError, LabProblems } from '../base/lab-error.ts';
import { visible } from '../base/text/visible.ts';
import type { Language } from '../i18n/catalogue.ts';
import { catalogue } from '../i18n/language.ts';
import { problemsText } from '../reports/problem-text.ts';
import { EXIT, type ExitStatus, exitStatusOf, worse } from './exit-status.ts';

/** In which language to tell a failure, and where. */
export interface Telling {
  readonly language: Language;
  readonly errors: { readonly write: (text: string) => unknown };
}

/** Tells a failure, trouble that has words or a fault of ours with its stack, and rates it. */
export function tellFailure(error: unknown, { language, errors }: Telling): ExitStatus {
  const write = (text: string) => void errors.write(`${visible(text)}\n`);
  const problems = problemsOf(error);
  if (problems !== null) {
    write(problemsText(problems, language));
    return problems.map(({ code }) => exitStatusOf(code)).reduce(worse, EXIT.done);
  }
  write(catalogue(language).phrases.ourFault);
  write(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.ourFault;
}

/** Why a command ends early: nobody reads any more what it prints (`lab logs | head`). No fault. */
export class ReaderGone extends Error {}

/** Tells that Ctrl-C was heard, and what became of the work. */
export function tellInterruption(reason: unknown, { language, errors }: Telling): ExitStatus {
  if (reason instanceof ReaderGone) return EXIT.done;
  errors.write(`${catalogue(language).phrases.interrupted}\n`);
  return EXIT.interrupted;
}

function problemsOf(error: unknown) {
  if (error instanceof LabProblems) return error.problems;
  return error instanceof LabError ? [error.problem] : null;
}
