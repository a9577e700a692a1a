/** Words of captures and ladders. */
export interface TrafficPhrases {
  readonly capture: {
    readonly under: (facts: { readonly team: number; readonly file: string }) => string;
    /** Where the file is and how much is in it; null where nobody had the time to count. */
    readonly done: (facts: {
      readonly file: string;
      readonly packets: number | null;
      readonly seconds: number;
    }) => string;
    readonly dropped: (packets: number) => string;
    /** Something took the probe away before the time was up. */
    readonly cut: (team: number) => string;
    readonly next: (file: string) => string;
  };
  readonly ladder: {
    readonly pbx: string;
    readonly title: (facts: {
      readonly file: string;
      readonly messages: number;
      readonly calls: number;
      readonly streams: number;
    }) => string;
    readonly call: (index: number, from: string, to: string) => string;
    readonly registration: (user: string) => string;
    readonly others: string;
    /** Where a session description asks for sound. */
    readonly sound: (place: string) => string;
    readonly again: string;
    readonly voice: (facts: {
      readonly codec: string;
      readonly from: string;
      readonly to: string;
      readonly packets: number;
      readonly lost: number;
      readonly seconds: number;
    }) => string;
    readonly outside: string;
    readonly nothing: (file: string) => string;
    readonly cut: (file: string) => string;
  };
  /** What shows how a try of a check went. */
  readonly proof: {
    readonly phones: string;
    readonly signalling: string;
    readonly voices: string;
    readonly log: string;
    readonly voicemail: string;
    readonly recordings: string;
    readonly stream: (facts: {
      readonly codec: string;
      readonly packets: number;
      readonly lost: number;
      readonly jitter: number;
      readonly seconds: number;
    }) => string;
    readonly uncaptured: string;
    readonly shortened: string;
  };
}
