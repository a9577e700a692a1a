/** Words of the gate: for the teacher who opens it, and for those who come in. */
export interface GatePhrases {
  readonly gate: {
    readonly open: (facts: {
      readonly port: number;
      readonly addresses: readonly string[];
    }) => string;
    readonly hostKey: (fingerprint: string) => string;
    /** What opens which: the PBX, and a softphone. */
    readonly headings: {
      readonly team: string;
      readonly pbx: string;
      readonly phones: string;
      readonly password: string;
    };
    readonly files: string;
    readonly until: string;
    readonly closed: string;
    readonly event: {
      readonly came: (name: string, from: string) => string;
      readonly left: (name: string, from: string) => string;
      readonly refused: (name: string, from: string) => string;
      readonly shutOut: (name: string, from: string, seconds: number) => string;
    };
    /** A team's line below `lab status`. */
    readonly inside: (facts: {
      readonly team: number;
      readonly guests: readonly {
        readonly what: string;
        readonly from: string;
        readonly at: string;
      }[];
    }) => string;
    readonly told: {
      readonly notUp: (team: number) => string;
      readonly takenDown: (team: number) => string;
      readonly gateCloses: string;
      readonly engineLost: string;
      readonly full: (team: number) => string;
      readonly terminalMissing: (name: string) => string;
      readonly stationUnknown: (known: readonly string[]) => string;
      readonly fault: string;
    };
    readonly desk: {
      readonly title: (station: string, team: number) => string;
      readonly noAccount: string;
      readonly registered: string;
      readonly unregistered: string;
      readonly idle: string;
      readonly calling: (peer: string) => string;
      readonly rings: (peer: string) => string;
      readonly talks: (peer: string) => string;
      readonly keys: readonly string[];
      readonly question: Readonly<Record<'dial' | 'send' | 'use', string>>;
      readonly opening: string;
      readonly away: string;
      readonly news: {
        readonly incoming: (peer: string) => string;
        readonly ringing: (peer: string) => string;
        readonly talking: (peer: string) => string;
        readonly closed: (peer: string, reason: string) => string;
        readonly registered: string;
        readonly unregistered: (reason: string) => string;
        readonly keys: (digits: string) => string;
      };
    };
  };
}
