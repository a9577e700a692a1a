import type { FoundValue, Suggestion } from './input-problems.ts';
import type { NoFacts } from './no-facts.ts';

/** What can be wrong with the labs that the grader is tried on. */
export interface SelftestProblems {
  'mutant-id-form': FoundValue;
  'mutant-encoding': FoundValue;
  'mutant-capture-part': FoundValue;
  'mutant-capture-of': FoundValue;
  'mutant-faults-form': FoundValue;
  'mutant-edit-form': NoFacts;
  'mutant-edit-idle': NoFacts;
  'mutant-place-absent': { readonly file: string; readonly line: string };
  'mutant-lab-unknown': { readonly lab: string; readonly check: string } & Suggestion;
  'mutant-unknown': { readonly found: string } & Suggestion;
}
