import type { DialPlan, PlanEntry } from './dial-plan.ts';
import { fillVariables, holds, type Variables } from './fill-variables.ts';
import { entriesOf } from './find-entry.ts';
import { takesNumber } from './pattern.ts';

/** Where in the dial plan a call is. */
export interface Position {
  readonly context: string;
  readonly extension: string;
  readonly priority: number;
}

/**
 * Where an application that jumps sends a call; null: it goes on with the next priority. `returns`
 * keeps where subroutines came from.
 */
export function jumpTarget(
  plan: DialPlan,
  { application, data }: PlanEntry,
  at: Position,
  variables: Variables,
  returns: Position[],
): Position | null {
  const word = application.toLowerCase();
  const next = { ...at, priority: at.priority + 1 };
  const fill = (text: string) => fillVariables(text, variables);
  if (word === 'return') return returns.pop() ?? null;
  if (word === 'macro') {
    returns.push(next);
    return { context: `macro-${fill(data).split(',')[0] ?? ''}`, extension: 's', priority: 1 };
  }
  const target = word.endsWith('if') ? chosen(data, variables) : data;
  if (target === '') return null;
  const place = positionOf(plan, fill(target), at);
  if (place !== null && word.startsWith('gosub')) returns.push(next);
  return place;
}

/** Of `condition?yes:no` the one that holds. */
function chosen(data: string, variables: Variables): string {
  const end = data.lastIndexOf('?');
  if (end === -1) return '';
  const [yes = '', no = ''] = data.slice(end + 1).split(':');
  return holds(data.slice(0, end), variables) ? yes : no;
}

/** Reads `context,extension,priority`, `extension,priority`, `priority` or a label of either. */
function positionOf(plan: DialPlan, target: string, at: Position): Position | null {
  const parts = target
    .replace(/\(.*$/, '')
    .split(',')
    .map((part) => part.trim());
  const last = parts.pop() ?? '';
  const extension = parts.pop() ?? at.extension;
  const context = parts.pop() ?? at.context;
  const number = Number.parseInt(last, 10);
  if (number >= 1) return { context, extension, priority: number };
  const labelled = entriesOf(plan, context).find(
    (one) => one.label === last && takesNumber(one.extension, extension),
  );
  return labelled === undefined ? null : { context, extension, priority: labelled.priority };
}
