/** What is wrong with a folder of teams' work. */
export interface WorkFolderProblems {
  'export-exists': { readonly folder: string };
  'import-twice': { readonly team: number; readonly one: string; readonly other: string };
  'import-nothing': { readonly folder: string };
  'import-mark-wrong': { readonly file: string };
  'import-other-team': { readonly folder: string; readonly team: number; readonly found: number };
  'import-too-large': { readonly folder: string; readonly mib: number };
}

/** What keeps the work of a team from being read. */
export interface WorkProblems {
  'work-none': { readonly team: number };
  'work-too-large': { readonly team: number; readonly mib: number };
}
