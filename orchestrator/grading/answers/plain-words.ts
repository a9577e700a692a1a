import type { Answer } from '../../model/definition/answers/read-answers.ts';

/** A text as wordings are compared: no accents, capitals, punctuation or line ends. */
export function plainWords(text: string): string {
  const bare = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return bare.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** True when a text says one of these wordings, whatever stands before and after. */
export function saysOneOf(text: string, wordings: readonly string[]): boolean {
  const said = ` ${plainWords(text)} `;
  return wordings.some((wording) => said.includes(` ${plainWords(wording)} `));
}

/** True when a text is one of these wordings and nothing else. */
export function isOneOf(text: string, wordings: readonly string[]): boolean {
  const said = plainWords(text);
  return wordings.some((wording) => plainWords(wording) === said);
}

/** An answer as one text. */
export function textOf(answer: Answer): string {
  return typeof answer === 'string' ? answer : answer.join(', ');
}
