/** Somebody who tries a password: from where, and whose it is meant to be. */
export interface Attempt {
  readonly address: string;
  /** The account; one word for all that don't exist. */
  readonly account: string;
}

/** Keeps count of wrong passwords, so that guessing takes for ever and a slip costs a second. */
export interface LoginGuard {
  /** How long this one is still shut out (ms); 0 when not. */
  readonly shutOutFor: (attempt: Attempt, now: number) => number;
  /** How much longer an answer to this account takes (ms), right or wrong. */
  readonly delay: (attempt: Attempt, now: number) => number;
  readonly failed: (attempt: Attempt, now: number) => void;
  readonly passed: (attempt: Attempt) => void;
}

interface Failures {
  readonly count: number;
  readonly last: number;
}

/** Wrong passwords that are free, for one address at one account, and for one address at all. */
const FREE_AT_ACCOUNT = 5;
const FREE_OF_ADDRESS = 20;
/** The first time out, doubled with every wrong password after it, up to the longest (ms). */
const FIRST_OUT = 30_000;
const LONGEST_OUT = 300_000;
/** Slower by this much with every wrong password for an account, up to the slowest (ms). */
const SLOWER = 500;
const SLOWEST = 4_000;
/** Wrong passwords are forgotten after this long without another (ms). */
const FORGET = 900_000;
const MOST_KEPT = 10_000;

/**
 * Nobody is shut out of an account because of what others do to it: only an address is, at one account
 * after a few wrong passwords or everywhere after many. Others merely make the account slow.
 */
export function loginGuard(): LoginGuard {
  const failures = new Map<string, Failures>();
  const count = (key: string, now: number) => {
    const found = failures.get(key);
    return found === undefined || now - found.last > FORGET ? null : found;
  };
  const out = (key: string, free: number, now: number) => {
    const found = count(key, now);
    if (found === null || found.count < free) return 0;
    const whole = Math.min(FIRST_OUT * 2 ** (found.count - free), LONGEST_OUT);
    return Math.max(0, found.last + whole - now);
  };
  return {
    shutOutFor: (attempt, now) =>
      Math.max(
        out(pair(attempt), FREE_AT_ACCOUNT, now),
        out(ofAddress(attempt), FREE_OF_ADDRESS, now),
      ),
    delay: (attempt, now) =>
      Math.min(SLOWER * (count(ofAccount(attempt), now)?.count ?? 0), SLOWEST),
    failed: (attempt, now) => {
      for (const key of [pair(attempt), ofAddress(attempt), ofAccount(attempt)]) {
        const before = count(key, now)?.count ?? 0;
        // Last in the map is latest: what is dropped is what was forgotten first.
        failures.delete(key);
        failures.set(key, { count: before + 1, last: now });
      }
      for (const key of failures.keys()) {
        if (failures.size <= MOST_KEPT) break;
        failures.delete(key);
      }
    },
    passed: (attempt) => {
      for (const key of [pair(attempt), ofAccount(attempt)]) failures.delete(key);
    },
  };
}

const pair = ({ address, account }: Attempt) => `${address} ${account}`;
const ofAddress = ({ address }: Attempt) => `from ${address}`;
const ofAccount = ({ account }: Attempt) => `at ${account}`;
