import type { GradeOutcome } from '../../../actions/grade/grade.ts';
import { failureOf } from '../../../base/lab-error.ts';
import { visible } from '../../../base/text/visible.ts';
import { classSummary, failureWords } from '../../../reports/class/class-summary.ts';
import { gradeReport } from '../../../reports/grade-report.ts';
import { noteLines } from '../../../reports/note-lines.ts';
import { EXIT, type ExitStatus, worse } from '../../exit-status.ts';
import type { Session } from '../../session.ts';
import { tellFailure } from '../../tell-failure.ts';
import { markCells } from '../class/class-cells.ts';
import { gradeData } from './grade-data.ts';

/** What became of every hand-in, and the folder that it is kept in. */
export interface Grades {
  readonly outcomes: readonly GradeOutcome[];
  readonly folder: string;
}

/** Tells marks, or why there is none, and rates them. */
export function tellGrades(session: Session, { outcomes, folder }: Grades): ExitStatus {
  const { console } = session;
  if (console.json) console.printData(gradeData(outcomes));
  const status = outcomes.map((outcome) => tell(session, outcome)).reduce(worse, EXIT.done);
  if (outcomes.length > 1 && !console.json) tellTable(session, outcomes);
  console.tell(console.phrases.grade.kept(folder));
  return status;
}

function tell({ console, language, streams }: Session, outcome: GradeOutcome): ExitStatus {
  for (const line of noteLines(outcome, language)) streams.errors.write(`${visible(line)}\n`);
  if (!outcome.ok) {
    const told = tellFailure(outcome.error, { language, errors: streams.errors });
    // One hand-in that is wrong is no wrong command.
    return outcome.submission === null ? told : worse(told, EXIT.environment);
  }
  const { result } = outcome;
  if (!console.json) console.print(gradeReport(result, language));
  if (result.points === null) return EXIT.environment;
  return result.points === result.max ? EXIT.done : EXIT.checkFailed;
}

/** All marks at a glance, after the reasons of each. */
function tellTable({ console, language, streams }: Session, outcomes: readonly GradeOutcome[]) {
  const rows = outcomes.map((outcome) => {
    const { team, submission } = outcome;
    const who = { team, handIn: submission ?? undefined };
    if (outcome.ok) return { ...who, ...markCells(outcome.result, console) };
    return { ...who, ms: null, remark: failureWords(failureOf(outcome.error), language) };
  });
  const { columns, isTTY } = streams.output;
  console.print(`\n${classSummary(rows, language, isTTY ? columns : undefined)}`);
}
