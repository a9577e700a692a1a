/** What variables of the dial plan are worth at one step. */
export type Variables = ReadonlyMap<string, string>;

/** Asterisk's own limit for what a line becomes. */
const LONGEST = 4096;

/** Fills `${NAME}` and `${NAME:1:2}` in, innermost first; what has no value is empty. */
export function fillVariables(text: string, variables: Variables): string {
  const inner = /\$\{([^${}]*)\}/;
  let filled = text;
  for (let most = 100; most > 0 && inner.test(filled); most--) {
    filled = filled.replace(inner, (_, name: string) => worthOf(name, variables)).slice(0, LONGEST);
  }
  // One that is not closed goes to the end of the text; Asterisk grumbles and takes it.
  return filled.replace(/\$\{(.*)$/, (_, name: string) => worthOf(name, variables));
}

/** Whether a condition holds: `$[a = b]` and `$[a != b]`, and any text but an empty one and 0. */
export function holds(text: string, variables: Variables): boolean {
  const filled = fillVariables(text, variables).trim();
  const [, expression] = /^\$\[(.*)\]$/.exec(filled) ?? [];
  if (expression === undefined) return isTruth(filled);
  return expression.split('|').some((part) => part.split('&').every(comparison));
}

function comparison(text: string): boolean {
  const [, left = '', sign, right = ''] = /^(.*?)(!=|==?)(.*)$/.exec(text) ?? [];
  if (sign === undefined) return isTruth(bare(text));
  return (bare(left) === bare(right)) === (sign !== '!=');
}

function bare(text: string): string {
  return text.trim().replace(/^"(.*)"$/, '$1');
}

function isTruth(text: string): boolean {
  return text !== '' && text !== '0';
}

function worthOf(expression: string, variables: Variables): string {
  const [name = '', offset, length] = expression.split(':');
  // Names have a case; the words in a function's brackets have none.
  const known = name.replace(/\(.*\)$/, (inside) => inside.toLowerCase());
  const value = variables.get(known) ?? '';
  if (offset === undefined) return value;
  const from = value.slice(Number(offset) || 0);
  return length === undefined ? from : from.slice(0, Number(length));
}
