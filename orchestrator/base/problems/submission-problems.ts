/** What is wrong with one of the things that teams hand in, or with all of them: exit status 2. */
export interface SubmissionProblems {
  'submission-team-unknown': { readonly submission: string };
  'submission-too-large': { readonly submission: string; readonly most: number };
  'submission-file-large': Submitted & { readonly most: number };
  'submission-too-many': { readonly submission: string; readonly most: number };
  'submission-link': Submitted;
  'submission-path': Submitted & { readonly fault: PathFault };
  'submission-unreadable': Submitted;
  'submission-bomb': Submitted;
  'submission-encrypted': Submitted;
  'submission-archive-broken': Submitted & { readonly said: string };
  'submission-archive-unknown': Submitted;
  /** Files for Asterisk lie in two folders, neither of which is above the other. */
  'submission-ambiguous': {
    readonly submission: string;
    readonly one: string;
    readonly other: string;
  };
  'submissions-none': { readonly folder: string };
  'submissions-broken': { readonly file: string; readonly said: string };
}

/** Why a path is refused: it begins at the root, leads out, is too long, is odd, or is file and folder. */
export type PathFault = 'absolute' | 'parent' | 'long' | 'unprintable' | 'clash';

interface Submitted {
  readonly submission: string;
  readonly path: string;
}
