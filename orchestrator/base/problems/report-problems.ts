import type { NoFacts } from './no-facts.ts';

/** What is wrong with what a report was asked of: exit status 2. */
export interface ReportProblems {
  'report-empty': { readonly file: string };
  'report-team-absent': { readonly team: number; readonly known: readonly number[] };
  'report-one-file': { readonly format: string; readonly found: number };
  'class-list-missing': { readonly format: string };
  'class-list-no-key': { readonly students: readonly string[] };
  'worksheet-missing': NoFacts;
  'worksheet-columns': { readonly found: readonly string[] };
  'worksheet-broken': { readonly said: string };
}

/** Marks that are not ready to leave the tool: exit status 3. */
export interface ExportProblems {
  'export-inconclusive': {
    readonly who: string;
    readonly check: string;
    /** What `--decide` takes for that check, less the points; and what the result is called. */
    readonly decision: string;
    readonly result: string;
  };
  'export-unfinished': { readonly who: string; readonly result: string };
}
