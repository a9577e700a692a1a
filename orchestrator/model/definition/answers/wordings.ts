/** Words for one thing, however a team writes them, and those that plainly mean another. */
export interface Wording {
  readonly accepted: readonly string[];
  readonly wrong: readonly string[];
}

/** What is accepted of a team's words: data of the lab, not of the tool. */
export interface Wordings {
  readonly sip: Wording;
  readonly rtp: Wording;
  readonly protocol: Wording;
  /** Said of ports: they are agreed on from call to call. */
  readonly negotiated: readonly string[];
  /** Said of a message that was listened to: it stays where it was. */
  readonly unchanged: readonly string[];
  readonly numbers: Readonly<Record<string, number>>;
  /** Which lines of a message's text file may be named for what is asked, by the key of the answer. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

const NOTHING: Wording = { accepted: [], wrong: [] };

/** Of a lab that says nothing: then every wording is the teacher's to judge. */
export const NO_WORDINGS: Wordings = {
  ...{ sip: NOTHING, rtp: NOTHING, protocol: NOTHING },
  ...{ negotiated: [], unchanged: [], numbers: {}, fields: {} },
};
