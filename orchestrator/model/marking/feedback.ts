import type { Bilingual, FailureText } from './scale.ts';

/** What a text of the lab's folder can be about: names, numbers, lists of them. */
export type Facts = Readonly<Record<string, unknown>>;

const PLACE = /\{([a-z][a-zA-Z0-9]*)\}/g;

/**
 * The first text whose facts all hold and whose placeholders can all be filled; null when none is.
 * `*` in a wanted fact stands for anything; a fact that is a list holds when one of it does.
 */
export function feedback(texts: readonly FailureText[], facts: Facts): Bilingual | null {
  for (const { when, text } of texts) {
    if (!Object.entries(when ?? {}).every(([key, wanted]) => holds(facts[key], wanted))) continue;
    const filled = fill(text, facts);
    if (filled !== null) return filled;
  }
  return null;
}

/** A text with its placeholders filled; null when a fact is missing. */
export function fill({ fr, en }: Bilingual, facts: Facts): Bilingual | null {
  const missing = [...`${fr}${en}`.matchAll(PLACE)].some(([, name = '']) => !isTold(facts[name]));
  if (missing) return null;
  const put = (text: string) => text.replace(PLACE, (_, name: string) => told(facts[name]));
  return { fr: put(fr), en: put(en) };
}

function holds(fact: unknown, wanted: string): boolean {
  if (Array.isArray(fact)) return fact.some((one) => holds(one, wanted));
  if (!isTold(fact)) return false;
  const pattern = wanted.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${pattern.join('.*')}$`, 's').test(told(fact));
}

function isTold(fact: unknown): boolean {
  return typeof fact === 'string' || typeof fact === 'number' || Array.isArray(fact);
}

function told(fact: unknown): string {
  const text = Array.isArray(fact) ? fact.map(String).join(', ') : String(fact);
  // Facts are the students' words: no control code goes on from there.
  return text.replace(/\p{C}/gu, '\uFFFD');
}
