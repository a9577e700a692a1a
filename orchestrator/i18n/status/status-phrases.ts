/** Words of the class grid and of what is told of one team besides. */
export interface StatusPhrases {
  readonly status: {
    readonly heading: {
      readonly team: string;
      readonly engine: string;
      readonly pbx: string;
      readonly phones: string;
      readonly calls: string;
      readonly messages: string;
      readonly changed: string;
      readonly notRead: string;
      readonly check: string;
      readonly mark: string;
      readonly sessions: string;
    };
    readonly pbx: Readonly<
      Record<'in-service' | 'no-asterisk' | 'not-installed' | 'stopped' | 'absent', string>
    >;
    /** How long ago, as short as it goes. */
    readonly age: (seconds: number) => string;
    readonly ago: (age: string) => string;
    /** A file was saved, and Asterisk still works with what it said before. */
    readonly notRead: (facts: {
      readonly team: number;
      readonly file: string;
      readonly ago: string;
    }) => string;
    /** `team 3: calls 0 → 1` */
    readonly change: (team: number, changes: string) => string;
    /** A check or a mark is not of the files as they are now: in the grid, the sign `*` says so. */
    readonly changedSince: string;
    readonly facts: Readonly<
      Record<'engine' | 'calls' | 'messages' | 'changed' | 'check' | 'mark' | 'sessions', string>
    >;
    readonly messages: (all: number, unheard: number) => string;
    readonly neverChanged: string;
    readonly neverChecked: (team: number) => string;
    readonly neverMarked: (team: number) => string;
    readonly check: (passed: number, all: number) => string;
    /** `15.75/20`; null while a check is inconclusive. */
    readonly mark: (points: number | null, max: number) => string;
    /** How to leave a watch. */
    readonly leave: string;
  };
}
