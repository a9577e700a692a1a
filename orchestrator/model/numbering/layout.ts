/**
 * What a lab asks of the numbering, the same for every team. A suffix is what follows the
 * team's digit in a number: `101` is 3101 for team 3.
 */
export interface Layout {
  /** The lab's name, `activity-1`. */
  readonly lab: string;
  /** The first two bytes of every team network, `192.168`. */
  readonly base: string;
  readonly contexts: readonly ContextLayout[];
  readonly stations: readonly StationLayout[];
}

/** One context of the dial plan: `X1xx` finance, voicemail `X199`. */
export interface ContextLayout {
  readonly name: string;
  /** The digit after the team's: 1 in `X1xx`. */
  readonly digit: number;
  /** The suffix of the number that consults voicemail, `199`. */
  readonly voicemail: string;
  readonly users: readonly UserLayout[];
}

/** One account, its mailbox and what its owner types. */
export interface UserLayout {
  readonly suffix: string;
  readonly fullName: string;
  readonly secret: string;
  readonly pin: string;
}

/** One softphone container; each line is the suffix of the account it is given. */
export interface StationLayout {
  readonly name: string;
  /** The last byte of its address, 11 for `192.168.X.11`. */
  readonly host: number;
  readonly lines: readonly string[];
}

/** The lines that a station has ports for: `linePlans` keeps its port ranges apart up to here. */
export const MOST_LINES = 100;

/** Whether a base such as `10.77` leaves every team's network in private addresses (RFC 1918). */
export function isPrivateBase(base: string): boolean {
  const bytes = /^(\d{1,3})\.(\d{1,3})$/.exec(base);
  const [first, second] = [Number(bytes?.[1]), Number(bytes?.[2])];
  // `010.077` would be another address to a reader in octal.
  if (`${first}.${second}` !== base || second > 255) return false;
  if (first === 10) return true;
  if (first === 172) return second >= 16 && second <= 31;
  return first === 192 && second === 168;
}
