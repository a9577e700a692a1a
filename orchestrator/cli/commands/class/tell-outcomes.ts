import type { Outcome } from '../../../actions/class/side-by-side.ts';
import { failureOf } from '../../../base/lab-error.ts';
import { type ClassRow, classSummary, failureWords } from '../../../reports/class/class-summary.ts';
import { EXIT, type ExitStatus, worse } from '../../exit-status.ts';
import type { Session } from '../../session.ts';
import { tellFailure } from '../../tell-failure.ts';

/** What a verb has to say of teams. */
export interface VerbWords<T extends object> {
  /** All of it as a document. */
  readonly data: (outcomes: readonly Outcome<T>[]) => object;
  /** All there is to say of one team. */
  readonly whole: (team: number, value: T) => void;
  /** What is worth a line of one team among several, too long for its row. */
  readonly detail?: (team: number, value: T) => readonly string[];
  /** What must be told of a team before and after that, however many there are. */
  readonly before?: (team: number, value: T) => void;
  readonly after?: (team: number, value: T) => void;
  readonly row: (value: T) => Omit<ClassRow, 'team' | 'ms'>;
  readonly status: (value: T) => ExitStatus;
}

/** Tells what became of teams: of one all there is to say, of several their troubles and a row each. */
export function tellOutcomes<T extends object>(
  session: Session,
  outcomes: readonly Outcome<T>[],
  words: VerbWords<T>,
): ExitStatus {
  const { console, language, streams } = session;
  const { data, whole, before, after, row, status } = words;
  const several = outcomes.length > 1;
  if (console.json) console.printData(data(outcomes));
  let rating: ExitStatus = several ? tellFailures(session, outcomes) : EXIT.done;
  for (const outcome of outcomes) {
    if (outcome.ok) {
      before?.(outcome.team, outcome);
      if (!several && !console.json) whole(outcome.team, outcome);
      after?.(outcome.team, outcome);
      rating = worse(rating, status(outcome));
    } else if (!several) rating = tellFailure(outcome.error, { language, errors: streams.errors });
  }
  if (!several || console.json) return rating;
  tellDetails(session, outcomes, words);
  const rows = outcomes.map((outcome) => {
    const { team, ms } = outcome;
    if (outcome.ok) return { team, ms, ...row(outcome) };
    return { team, ms, remark: failureWords(failureOf(outcome.error), language) };
  });
  const { columns } = streams.output;
  console.print(
    classSummary(rows, language, streams.output.isTTY && columns > 0 ? columns : undefined),
  );
  return rating;
}

function tellDetails<T extends object>(
  { console }: Session,
  outcomes: readonly Outcome<T>[],
  { detail }: VerbWords<T>,
): void {
  const { phrases, print } = console;
  for (const outcome of outcomes) {
    const [first, ...rest] = (outcome.ok && detail?.(outcome.team, outcome)) || [];
    if (first === undefined) continue;
    print([phrases.progress(phrases.team(outcome.team), first), ...rest].join('\n'));
  }
}

/** Tells each trouble once, behind the teams that have it. */
function tellFailures<T extends object>(
  { console, language, streams }: Session,
  outcomes: readonly Outcome<T>[],
): ExitStatus {
  let rating: ExitStatus = EXIT.done;
  const troubles = new Map<string, number[]>();
  for (const outcome of outcomes) {
    if (outcome.ok) continue;
    let text = '';
    const errors = { write: (more: string) => (text += more) };
    rating = worse(rating, tellFailure(outcome.error, { language, errors }));
    troubles.set(text, [...(troubles.get(text) ?? []), outcome.team]);
  }
  const { phrases } = console;
  for (const [text, teams] of troubles) {
    const who = teams.map((team) => phrases.team(team)).join(', ');
    streams.errors.write(phrases.progress(who, text));
  }
  return rating;
}

/** Tells that a team's Asterisk is dead, and what it said before; null: it lives. */
export function tellLastWords(
  { console }: Session,
  team: number,
  lastWords: readonly string[] | null,
): void {
  if (lastWords === null) return;
  console.tell([console.phrases.asteriskDead(team), ...lastWords].join('\n'));
}
