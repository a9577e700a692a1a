import { Listr, ListrLogger, ProcessOutput } from 'listr2';
import type { LabEvent } from '../../base/event.ts';
import { visible } from '../../base/text/visible.ts';
import type { Language } from '../../i18n/catalogue.ts';
import { catalogue } from '../../i18n/language.ts';
import { checkLines } from '../../reports/check/check-line.ts';
import { activity, type Progress, rowName } from './progress.ts';

/** How a verb, or a part of it, ended. */
export type Ending = 'well' | 'wrong';

/**
 * A row for the tool and one for each team, each with its current step, redrawn in place. The rows
 * only watch: the work runs elsewhere, and a row ends when its part of it does.
 */
export function liveRows(
  { language, teams }: { readonly language: Language; readonly teams: readonly number[] },
  output: NodeJS.WriteStream,
): Progress {
  const { phrases } = catalogue(language);
  const rows = new Map<string, Row>();
  for (const team of [null, ...teams]) {
    const name = rowName({ team }, phrases);
    rows.set(name, createRow(name));
  }
  const own = rowName({ team: null }, phrases);
  let shown: Promise<void> | null = null;
  const results: string[] = [];
  const several = teams.length > 1;
  const resultLines = (event: Extract<LabEvent, { type: 'check' }>): readonly string[] => {
    const [first = '', ...rest] = checkLines(event, language);
    if (!several) return [first, ...rest];
    // What passed for eight teams would push what didn't from the screen.
    if (event.verdict.verdict === 'pass') return [];
    return [phrases.progress(rowName(event, phrases), first), ...rest];
  };
  const hear = (event: LabEvent): void => {
    // Nothing is drawn before something happens: a question may be asked first.
    shown ??= show([...rows.values()], output);
    const name = event.type === 'log' ? own : rowName(event, phrases);
    const text = activity(event, language);
    if (event.type === 'team-ended') {
      // Of one team the verb tells the end itself.
      rows.get(name)?.end(event.well ? 'well' : 'wrong', several ? (text ?? '') : '');
    } else if (text !== null) rows.get(name)?.show(text);
    if (event.type === 'check') results.push(...resultLines(event));
    if (text !== null && event.type === 'archived') results.push(text);
    if (event.type === 'phase-failed' && !several) rows.get(name)?.end('wrong');
    // Once a team's turn has come, the tool's own part (engine, images) is over.
    if (name !== own) rows.get(own)?.end('well');
  };
  const close = async (went: Ending): Promise<void> => {
    for (const row of rows.values()) row.end(went);
    if (shown !== null) await shown;
    // The rows show only the last of them, and forget it when they end.
    for (const result of results) output.write(`  ${visible(result)}\n`);
  };
  return { hear, close };
}

interface Row {
  readonly name: string;
  /** What is done right now. */
  readonly show: (text: string) => void;
  readonly end: (went: Ending, said?: string) => void;
  /** Resolves when the row has ended well, rejects when wrong. */
  readonly ended: Promise<void>;
  /** Hands the row the place where its text is drawn. */
  readonly draw: (set: (text: string) => void) => void;
}

function createRow(name: string): Row {
  let set: (text: string) => void = () => undefined;
  let over = false;
  let [resolve, reject]: [() => void, (reason: Error) => void] = [() => undefined, () => undefined];
  const ended = new Promise<void>((well, wrong) => {
    [resolve, reject] = [well, wrong];
  });
  // Rows that nothing happened in are never drawn: then nobody else hears of their end.
  ended.catch(() => undefined);
  return {
    name,
    show: (text) => set(titled(name, visible(text))),
    end: (went, said = '') => {
      if (over) return;
      over = true;
      if (went === 'well' || said !== '') set(titled(name, visible(said)));
      if (went === 'wrong') reject(new Error(name));
      else resolve();
    },
    ended,
    draw: (drawn) => {
      set = drawn;
    },
  };
}

/** A row is one line: control characters of students' names would move the cursor. */
function titled(name: string, text: string): string {
  return text === '' ? name : `${name} · ${text.replace(/\p{C}/gu, ' ')}`;
}

function show(rows: readonly Row[], output: NodeJS.WriteStream): Promise<void> {
  const tasks = rows.map((row) => ({
    title: row.name,
    task: (_: unknown, task: { title?: string | undefined }) => {
      row.draw((text) => {
        task.title = text;
      });
      return row.ended;
    },
  }));
  const logger = new ListrLogger({ useIcons: false, processOutput: new ProcessOutput(output) });
  const list = new Listr(tasks, {
    concurrent: true,
    exitOnError: false,
    rendererOptions: {
      ...{ logger, showErrorMessage: false, collapseErrors: false },
      // A row that wrapped would move those below it.
      formatOutput: 'truncate',
    },
  });
  return list.run().then(() => undefined);
}
