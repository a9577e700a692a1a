import type { Bilingual } from '../marking/scale.ts';

/** A lab that differs from the solution, and how it must come out. */
export interface Mutant {
  readonly id: string;
  readonly about: Bilingual;
  readonly edits: readonly Edit[];
  /** It hands in a capture and answers, right ones unless an edit spoils them. */
  readonly papers: boolean;
  /** Null: it is worth full marks. */
  readonly expect: Expectation | null;
  /** How many mistakes it has: marks may be lost for each. */
  readonly faults: number;
  /** Words of which one must be in what the student is told. */
  readonly cause: readonly string[];
  /** Where the mistake is; null: nowhere in particular. */
  readonly place: MutantPlace | null;
}

/** How a wrong lab must come out. Every check that is no consequence of a root passes. */
export interface Expectation {
  /** The checks that carry the blame. */
  readonly root: readonly string[];
  /** The questions in which marks are lost, and no others. */
  readonly questions: readonly string[];
  /** Other checks that fail, as consequences of a root. */
  readonly fails: readonly string[];
  /** Consequences of a root that pass all the same. */
  readonly passes: readonly string[];
}

/** Where a mistake is: on the first line that has a text, or in a section. */
export interface MutantPlace {
  readonly file: string;
  readonly line: string | null;
  readonly section: string | null;
}

/** One change of one file. `{X}` in any text stands for the team's number. */
export type Edit = { readonly file: string } & EditKind;

/** What can be done to a file. */
export type EditKind =
  /** Every occurrence of a text, in one section or in the whole file. */
  | {
      readonly kind: 'replace';
      readonly replace: string;
      readonly by: string;
      readonly section: string | null;
    }
  /** Every line that has a text. */
  | { readonly kind: 'delete'; readonly delete: string; readonly section: string | null }
  /** A whole section. */
  | { readonly kind: 'drop'; readonly drop: string }
  | { readonly kind: 'move'; readonly move: string; readonly after: string }
  /** The whole file, which need not exist. */
  | { readonly kind: 'content'; readonly content: string }
  | { readonly kind: 'encode'; readonly encode: Encoding }
  /** A part of what the capture shows is away. */
  | { readonly kind: 'lacks'; readonly lacks: CapturePart }
  /** The capture is somebody else's. */
  | { readonly kind: 'of'; readonly of: 'another-team' };

/** How a file can be saved otherwise. */
export type Encoding = (typeof ENCODINGS)[number];

/** Every way to save a file otherwise. */
export const ENCODINGS = ['utf16', 'crlf', 'bom'] as const;

/** What can be away from a capture. */
export type CapturePart = (typeof CAPTURE_PARTS)[number];

/** Every part of a capture that can be away. */
export const CAPTURE_PARTS = ['registration', 'setup', 'voice', 'voice-back', 'end'] as const;

/** What is handed in beside the files of /etc/asterisk, by the names that it is edited by. */
export const PAPER_FILES = { answers: 'answers.yaml', capture: 'call.pcap' } as const;

/** Puts the team's number into a text. */
export function forTeam(text: string, team: number): string {
  return text.replaceAll('{X}', String(team));
}
