/** What somebody at the gate is told when it can't go on as they would like. */
export type GateTold =
  | { readonly about: 'not-up'; readonly team: number }
  /** The containers went while they were in. */
  | { readonly about: 'taken-down'; readonly team: number }
  | { readonly about: 'gate-closes' }
  | { readonly about: 'engine-lost' }
  | { readonly about: 'full'; readonly team: number }
  | { readonly about: 'terminal-missing'; readonly name: string }
  | { readonly about: 'station-unknown'; readonly known: readonly string[] }
  | { readonly about: 'fault' };

/** What the teacher sees of those who come and go. */
export type GateEvent =
  | { readonly about: 'came' | 'left'; readonly name: string; readonly from: string }
  | { readonly about: 'refused'; readonly name: string; readonly from: string }
  /** Too many wrong passwords: shut out for so many seconds. */
  | {
      readonly about: 'shut-out';
      readonly name: string;
      readonly from: string;
      readonly seconds: number;
    };
