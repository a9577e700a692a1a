/** How much of a team's exchange stands already when it gets its sheet. */
export type ServerState = 'bare' | 'empty' | 'partly' | 'ready';

/** What of an account stands already. */
export type AccountState = 'nothing' | 'account' | 'both';

/** Words of the sheet that a team is handed. */
export interface SheetPhrases {
  readonly sheet: {
    readonly heading: (team: number) => string;
    readonly server: Readonly<Record<ServerState, string>>;
    readonly network: string;
    readonly accounts: string;
    /** How a softphone is given an account of the table. */
    readonly accountsAbout: (server: string) => string;
    readonly context: (facts: {
      readonly name: string;
      readonly first: string;
      readonly last: string;
      readonly voicemail: string;
    }) => string;
    readonly column: Readonly<
      Record<'number' | 'user' | 'name' | 'secret' | 'pin' | 'phone' | 'done', string>
    >;
    readonly done: Readonly<Record<AccountState, string>>;
    readonly access: string;
    readonly accessAbout: string;
    readonly root: string;
    readonly phone: (station: string) => string;
    readonly password: string;
    readonly teacher: string;
    readonly codes: string;
    readonly codesAbout: (server: string) => string;
    readonly drawing: (team: number) => string;
    readonly footer: (lab: string, stage: string) => string;
    readonly told: {
      readonly standing: (team: number, stage: string) => string;
      readonly planned: (team: number, stage: string) => string;
      readonly unprintable: (characters: string) => string;
    };
  };
}
