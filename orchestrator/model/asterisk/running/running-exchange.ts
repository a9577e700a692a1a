/** What Asterisk prints of what it has read. */
export interface RunningExchange {
  /** `dialplan show`. */
  readonly dialplan: string;
  /** `sip show users`. */
  readonly users: string;
  /** `voicemail show users`. */
  readonly mailboxes: string;
  /** `sip show peer NAME`, by the name; none was asked for where it is missing. */
  readonly accounts?: ReadonlyMap<string, string>;
  /** The PIN of a box, by `NUMBER@CONTEXT`; none was asked for where it is missing. */
  readonly pins?: ReadonlyMap<string, string>;
}

/** One account as Asterisk has it; null where it does not say. */
export interface RunningAccount {
  readonly name: string;
  readonly context: string | null;
  /** As much of it as is shown: its first letters. */
  readonly secret: string | null;
  readonly mailboxes: readonly string[] | null;
}

/** A box as Asterisk has it. */
export interface RunningBox {
  readonly context: string;
  readonly number: string;
  readonly pin: string | null;
}

/** How many letters of a secret and of a name `sip show users` prints. */
export const SHOWN_SECRET = 15;
const SHOWN_NAME = 25;

/** Longer steps are cut when they are printed. */
const SHOWN_STEP = 200;

/** A step of the dial plan, made the same whether it was written or printed: blanks, quotes, backslashes apart. */
export function planLine(
  context: string,
  extension: string,
  priority: number | string,
  step: string,
): string {
  const line = `${context} ${extension} ${priority} ${step}`.replaceAll(/[\s"\\]/g, '');
  return line.slice(0, SHOWN_STEP);
}

/**
 * The steps of the dial plan that came from a file: `  '3199' =>  1. Answer()  [extensions.conf:13]`,
 * below its context, each further priority below it. Null where nothing was printed at all.
 */
export function runningPlan({ dialplan }: RunningExchange): readonly string[] | null {
  if (dialplan.trim() === '') return null;
  let [context, extension] = ['', ''];
  return dialplan.split('\n').flatMap((line) => {
    context = /^\[ Context '(.*)' created by/.exec(line)?.[1] ?? context;
    extension = /^ {2}'(.*)' => /.exec(line)?.[1] ?? extension;
    const [, priority, step] =
      /^(?: {2}'.*' =>)?\s+(?:\[\S+\]\s+)?(\d+)\. (.*?)\s+\[[^\]]+:\d+\]$/.exec(line) ?? [];
    return priority === undefined ? [] : [planLine(context, extension, priority, step ?? '')];
  });
}

/** The accounts that may call; null where the table was not printed. */
export function runningAccounts({
  users,
  accounts,
}: RunningExchange): readonly RunningAccount[] | null {
  const [heading = '', ...rows] = users.split('\n');
  const at = (word: string) => heading.indexOf(word);
  const [secretAt, codeAt, contextAt] = [at('Secret'), at('Accountcode'), at('Def.Context')];
  if (secretAt === -1 || contextAt === -1) return null;
  return rows.flatMap((row): readonly RunningAccount[] => {
    const name = row.slice(0, SHOWN_NAME).trim();
    if (name === '') return [];
    const secret = row.slice(secretAt, codeAt).trim();
    const shown = row.slice(contextAt, contextAt + 15).trim();
    const said = accounts?.get(name);
    const detail = (label: string) =>
      said === undefined
        ? null
        : (new RegExp(`^\\s*${label}\\s*: ?(.*?)\\s*$`, 'm').exec(said)?.[1] ?? null);
    const boxes = detail('Mailbox');
    return [
      {
        ...{ name, secret, context: detail('Context') ?? shown },
        mailboxes: boxes === null ? null : boxes.split(',').filter((box) => box !== ''),
      },
    ];
  });
}

/** The boxes; null where nothing was printed. */
export function runningBoxes({ mailboxes, pins }: RunningExchange): readonly RunningBox[] | null {
  if (mailboxes.trim() === '') return null;
  return mailboxes.split('\n').flatMap((row) => {
    const [, context = '', number = ''] = /^(\S+)\s+(\S+)\s.*\d+$/.exec(row.trimEnd()) ?? [];
    if (number === '') return [];
    return [{ context, number, pin: pins?.get(`${number}@${context}`) ?? null }];
  });
}
