import type { ToldCause } from '../../model/marking/cause.ts';
import type { GradeResult } from '../../model/marking/grade-result.ts';
import { forTeam, type Mutant } from '../../model/mutants/mutant.ts';
import { linesOf } from '../../model/mutants/sections.ts';

/** Whether the student is told what is wrong, and where. */
export interface NamedCause {
  readonly cause: boolean;
  readonly place: boolean;
}

/** Holds what a student is told against what is wrong; null where nothing of it is known. */
export function namedCause(
  mutant: Mutant,
  result: GradeResult,
  texts: ReadonlyMap<string, string>,
): NamedCause | null {
  const { cause, place } = mutant;
  if (mutant.expect === null || cause.length === 0 || place === null) return null;
  const failed = result.checks.filter(
    ({ verdict, code }) => verdict !== 'pass' && code !== 'not-handed-in',
  );
  const causes = failed.flatMap((check) => check.causes);
  const said = [...causes.map(({ text }) => text), ...failed.map(({ feedback }) => feedback)];
  const told = said.flatMap((text) => (text === null ? [] : [text.fr, text.en]));
  const words = cause.map((word) => forTeam(word, result.team).toLowerCase());
  const named = told.some((text) => words.some((word) => text.toLowerCase().includes(word)));
  return { cause: named, place: causes.some((one) => isThere(one, mutant, texts, result.team)) };
}

function isThere(
  { file, line, section }: ToldCause,
  { place }: Mutant,
  texts: ReadonlyMap<string, string>,
  team: number,
): boolean {
  if (place === null || file !== place.file) return false;
  if (place.line === null && place.section === null) return true;
  if (place.section !== null && section === forTeam(place.section, team)) return true;
  if (place.line === null || line === null) return false;
  const wanted = forTeam(place.line, team);
  const lines = linesOf(texts.get(file) ?? '');
  return lines.findIndex((one) => one.includes(wanted)) + 1 === line;
}
