import type { ConfFile, Setting } from '../conf/conf-file.ts';
import type { Place } from '../conf/place.ts';
import { stripped } from '../conf/source-lines.ts';

/** One step of an extension: what is done at one priority. */
export interface PlanEntry extends Place {
  readonly context: string;
  readonly extension: string;
  readonly priority: number;
  readonly label: string;
  readonly application: string;
  /** What stands in its brackets. */
  readonly data: string;
}

/** One context, with the lines of every section of that name. */
export interface PlanContext extends Place {
  readonly name: string;
  readonly entries: readonly PlanEntry[];
  readonly includes: readonly ({ readonly target: string } & Place)[];
}

/** What Asterisk does not take, or not as it was meant, in a line of the dial plan. */
export interface PlanFault extends Place {
  readonly kind:
    | 'priority-wrong'
    | 'same-first'
    | 'next-first'
    | 'entry-twice'
    | 'word-unknown'
    | 'bracket-open'
    | 'bracket-none';
  readonly context: string;
  readonly extension: string;
  readonly found: string;
}

/** The dial plan of `extensions.conf`. */
export interface DialPlan {
  readonly contexts: readonly PlanContext[];
  readonly faults: readonly PlanFault[];
  readonly globals: ReadonlyMap<string, string>;
}

interface Building extends PlanContext {
  readonly taken: Set<string>;
  readonly entries: PlanEntry[];
  readonly includes: ({ readonly target: string } & Place)[];
}

interface Cursor {
  extension: string | null;
  priority: number | null;
}

/** More than anybody reads. */
const MOST_FAULTS = 100;
const OTHER_WORDS = ['ignorepat', 'switch', 'lswitch', 'eswitch', 'autohints'];

/** Reads the dial plan; of a file that Asterisk refuses nothing counts. */
export function dialPlan(conf: ConfFile): DialPlan {
  const contexts: Building[] = [];
  const faults: PlanFault[] = [];
  const globals = new Map<string, string>();
  for (const { name, file, line, settings, template } of conf.refused === null
    ? conf.sections
    : []) {
    if (template || name.toLowerCase() === 'general') continue;
    if (name.toLowerCase() === 'globals') {
      for (const { key, value } of settings) globals.set(key, value);
      continue;
    }
    const known = contexts.find((one) => one.name === name);
    const context = known ?? {
      name,
      file,
      line,
      entries: [],
      includes: [],
      taken: new Set<string>(),
    };
    if (known === undefined) contexts.push(context);
    const cursor: Cursor = { extension: null, priority: null };
    for (const setting of settings) readEntry(context, faults, cursor, setting);
  }
  return { contexts, faults: faults.slice(0, MOST_FAULTS), globals };
}

function readEntry(
  context: Building,
  faults: PlanFault[],
  cursor: Cursor,
  { key, value, file, line }: Setting,
): void {
  const word = key.toLowerCase();
  const at = { file, line };
  const fault = (kind: PlanFault['kind'], found: string) =>
    faults.push({ kind, context: context.name, extension: cursor.extension ?? '', found, ...at });
  if (word === 'include') {
    context.includes.push({ target: value.split(',')[0] ?? '', ...at });
    return;
  }
  if (word !== 'exten' && word !== 'same') {
    if (!OTHER_WORDS.includes(word)) fault('word-unknown', key);
    return;
  }
  if (word === 'same' && cursor.extension === null) {
    fault('same-first', value);
    return;
  }
  const parts = value.split(',');
  if (word === 'exten') cursor.extension = stripped(parts.shift() ?? '').split('/')[0] ?? '';
  const written = stripped(parts.shift() ?? '');
  if (written.toLowerCase() === 'hint') return;
  const found = priorityOf(written, cursor);
  if (typeof found === 'string') {
    fault(found, found === 'priority-wrong' && written === '' ? value : written);
    return;
  }
  cursor.priority = found;
  addEntry(context, fault, {
    ...{ context: context.name, extension: cursor.extension ?? '', priority: found, ...at },
    ...{ label: /\(([^)]*)\)/.exec(written)?.[1] ?? '', text: stripped(parts.join(',')) },
  });
}

function priorityOf(
  written: string,
  { priority }: Cursor,
): number | 'priority-wrong' | 'next-first' {
  const [, word = '', plus = '0'] = /^([^(+]*)(?:\(.*?\))?(?:\+(\d+))?/.exec(written) ?? [];
  const name = stripped(word).toLowerCase();
  if (['n', 'next', 's', 'same'].includes(name)) {
    if (priority === null) return 'next-first';
    return priority + (name.startsWith('n') ? 1 : 0) + Number(plus);
  }
  // Asterisk reads the digits that a priority begins with.
  const number = Number.parseInt(name, 10);
  return number >= 1 ? number + Number(plus) : 'priority-wrong';
}

function addEntry(
  { entries, taken }: Building,
  fault: (kind: PlanFault['kind'], found: string) => void,
  { text, ...entry }: Omit<PlanEntry, 'application' | 'data'> & { readonly text: string },
): void {
  const { extension, priority } = entry;
  const key = `${priority} ${extension}`;
  if (taken.has(key)) {
    fault('entry-twice', `${extension},${priority}`);
    return;
  }
  taken.add(key);
  const open = text.indexOf('(');
  const close = text.lastIndexOf(')');
  if (open !== -1 && (close < open || count(text, '(') > count(text, ')'))) {
    fault('bracket-open', text);
  }
  if (open === -1 && /[\s[{<]/.test(text)) fault('bracket-none', text);
  const application = stripped(open === -1 ? text : text.slice(0, open));
  const data = open === -1 ? '' : text.slice(open + 1, close < open ? undefined : close);
  entries.push({ ...entry, application, data: stripped(data) });
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
