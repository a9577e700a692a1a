import { labError } from '../../base/lab-error.ts';

/** A team's number: a whole number from 1 to 8, as on the course sheet. */
export type TeamNumber = number & { readonly brand: 'TeamNumber' };

/** The smallest and the largest team number of the sheet. */
const FIRST_TEAM = 1;
const LAST_TEAM = 8;

/** Every team of a class, in order. */
export const ALL_TEAMS: readonly TeamNumber[] = Array.from(
  { length: LAST_TEAM },
  (_, index) => (index + FIRST_TEAM) as TeamNumber,
);

/** Reads one team number; anything but 1 to 8 is a `team-out-of-range` error. */
export function teamNumber(word: string | number): TeamNumber {
  const team = ALL_TEAMS.find((known) => String(known) === String(word).trim());
  if (team === undefined) throw labError('team-out-of-range', { found: String(word) });
  return team;
}

/**
 * Reads a list of teams as people write it: `3`, `1,4-6`. Sorted, without repeats.
 * Anything outside 1 to 8, or a range that runs backwards, is a `team-out-of-range` error.
 */
export function teamNumbers(words: string): readonly TeamNumber[] {
  const teams = words.split(',').flatMap((part) => {
    const [, from, to] = /^\s*(\d+)\s*-\s*(\d+)\s*$/.exec(part) ?? [];
    if (from === undefined || to === undefined) return [teamNumber(part)];
    const [first, last] = [teamNumber(from), teamNumber(to)];
    if (first > last) throw labError('team-out-of-range', { found: part.trim() });
    return ALL_TEAMS.filter((team) => team >= first && team <= last);
  });
  return ALL_TEAMS.filter((team) => teams.includes(team));
}

/** Teams as people write them: `1-5`, `1,4-6`. Sorted teams only. */
export function teamList(teams: readonly TeamNumber[]): string {
  const ranges: { first: number; last: number }[] = [];
  for (const team of teams) {
    const before = ranges.at(-1);
    if (before !== undefined && before.last === team - 1) before.last = team;
    else ranges.push({ first: team, last: team });
  }
  return ranges.map(({ first, last }) => (first === last ? first : `${first}-${last}`)).join(',');
}
