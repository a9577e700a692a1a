/** What happens to a call at one step of its way. */
export type StepKind =
  /** Asterisk refuses a file that the way needs. */
  | 'file-refused'
  /** The caller's account sends its calls into a context. */
  | 'account'
  /** Nobody has the caller's number. */
  | 'account-absent'
  /** No such context in the dial plan. */
  | 'context-absent'
  /** A line of the dial plan takes the number. */
  | 'match'
  /** None does. */
  | 'no-match'
  /** An application that says or waits for something; the call goes on. */
  | 'runs'
  /** It jumps elsewhere. */
  | 'jumps'
  /** A phone rings, and nobody answers. */
  | 'rings'
  /** There is no such phone. */
  | 'rings-nobody'
  /** The caller may leave a message in a box. */
  | 'voicemail'
  | 'voicemail-absent'
  /** The caller listens to messages; without a box, is asked for it. */
  | 'mailbox'
  | 'mailbox-asked'
  | 'mailbox-absent'
  /** An application that Asterisk does not have: the call ends. */
  | 'application-unknown'
  /** An application that keeps the caller. */
  | 'stays'
  | 'hangs-up'
  /** The next priority is not there, though later ones are. */
  | 'gap'
  /** Nothing follows. */
  | 'over'
  | 'loop';
