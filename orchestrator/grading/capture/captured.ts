import type { Ladder } from '../../model/ladder/ladder.ts';
import type { Verdict } from '../../model/marking/verdict.ts';

/** A capture that was handed in, as tshark saw it. */
export type Captured = {
  /** The file's name, fit to be shown. */
  readonly file: string;
  readonly bytes: number;
  /** Of its content: two teams with the same hash handed in the same file. */
  readonly hash: string;
} & (
  | { readonly state: 'dissected'; readonly ladder: Ladder; readonly shortened: number }
  /** It does not begin as a capture does. */
  | { readonly state: 'no-capture' }
  | { readonly state: 'unreadable'; readonly said: string }
  | { readonly state: 'too-large'; readonly most: number }
  /** tshark came to no end in its time or its memory. */
  | { readonly state: 'too-heavy' }
  /** The dissection failed for a reason that is not the file's. */
  | { readonly state: 'lost'; readonly why: Verdict }
);

/** A capture with a ladder. */
export type Dissected = Extract<Captured, { readonly state: 'dissected' }>;
