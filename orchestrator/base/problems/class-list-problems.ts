import type { NoFacts } from './no-facts.ts';

/** What is wrong with a class list: exit status 2. */
export interface ClassListProblems {
  'class-list-broken': { readonly said: string };
  'class-list-empty': NoFacts;
  'class-list-no-teams': { readonly found: readonly string[] };
  'class-list-no-names': { readonly found: readonly string[] };
  'class-list-nobody': NoFacts;
  'class-list-team-wrong': { readonly student: string; readonly found: string };
  'class-list-student-twice': { readonly student: string; readonly firstLine: number };
}
