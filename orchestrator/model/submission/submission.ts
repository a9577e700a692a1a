import type { ConfigurationFiles } from '../configuration/configuration-text.ts';

/** What one team handed in, read and sorted. */
export interface Submission {
  /** What it is called by: the name of its folder or archive. */
  readonly name: string;
  /** Every name above its files, which may tell the team: its own, and those of folders in it. */
  readonly names: readonly string[];
  readonly configuration: ConfigurationFiles;
  readonly attachments: Attachments;
  readonly notes: readonly SubmissionNote[];
}

/** What was handed in beside the configuration. */
export interface Attachments {
  /** The team's own captures of its calls. */
  readonly captures: readonly SubmittedFile[];
  /** `answers.yaml`, in French or English; the one that lies least deep comes first. */
  readonly answers: readonly SubmittedFile[];
  /** Reports and pictures: kept for the teacher, never judged. */
  readonly reports: readonly SubmittedFile[];
}

/** Nothing beside the configuration. */
export const NO_ATTACHMENTS: Attachments = { captures: [], answers: [], reports: [] };

/** One file by its path in what was handed in. */
export interface SubmittedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Something odd that the teacher should know, and that stops nothing. */
export type SubmissionNote =
  /** Asterisk doesn't read a file of that name. */
  | { readonly code: 'odd-name'; readonly found: string; readonly wanted: string }
  /** An archive beside the configuration could not be opened. */
  | { readonly code: 'archive-unread'; readonly path: string }
  /** Others handed in for the same team; each is graded on its own. */
  | { readonly code: 'same-team'; readonly team: number; readonly others: readonly string[] };
