/** Words about several teams at once. */
export interface ClassPhrases {
  readonly class: {
    readonly headings: {
      readonly team: string;
      readonly handIn: string;
      readonly mark: string;
      readonly state: string;
      readonly lines: string;
      readonly checks: string;
      readonly time: string;
      readonly remark: string;
    };
    /** What `down` made of a team. */
    readonly gone: Readonly<Record<'kept' | 'purged' | 'nothing', string>>;
    /** A team that has nothing to be reset. */
    readonly empty: string;
    /** `3 of 4`. */
    readonly of: (some: number, all: number) => string;
    /** Some checks did not pass, by their names. */
    readonly notPassed: (checks: readonly string[]) => string;
    /** Some checks could not be told, by their names. */
    readonly notJudged: (checks: readonly string[]) => string;
    readonly fault: string;
    /** A team's turn is over: `done in 9.8 s`; or what kept it. */
    readonly ended: (seconds: number) => string;
    readonly endedBadly: (seconds: number) => string;
  };
}
