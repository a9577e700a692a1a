import type { Exchange } from '../ladder/exchange.ts';
import type { Ladder } from '../ladder/ladder.ts';
import type { LogLine } from './proof.ts';

/*
 * A proof is for reading: what a dial plan that goes round in circles leaves behind, nobody reads. Of
 * what is too much the beginning is kept, and that something is missing is told.
 */

/** The most of each thing that a proof has. */
export const MOST = {
  exchanges: 24,
  /** In one exchange. */
  sipMessages: 60,
  logLines: 100,
  letters: 400,
  voicemail: 8,
  textLetters: 2_000,
  recordings: 12,
  /** Of one recording. */
  seconds: 90,
} as const;

/** Something within its bounds, and whether it was beyond them before. */
export interface Bounded<T> {
  readonly kept: T;
  readonly shortened: boolean;
}

/** The first of a list. */
export function firstOf<T>(all: readonly T[], most: number): Bounded<readonly T[]> {
  return { kept: all.slice(0, most), shortened: all.length > most };
}

/** The beginning of a text. */
export function beginningOf(text: string, most: number): Bounded<string> {
  return { kept: text.slice(0, most), shortened: text.length > most };
}

/** The first exchanges of a ladder, and of each its first messages. */
export function boundedLadder(ladder: Ladder): Bounded<Ladder> {
  const exchanges = firstOf(ladder.exchanges, MOST.exchanges);
  const each = exchanges.kept.map(boundedExchange);
  return {
    kept: { ...ladder, exchanges: each.map(({ kept }) => kept) },
    shortened: exchanges.shortened || each.some(({ shortened }) => shortened),
  };
}

function boundedExchange(exchange: Exchange): Bounded<Exchange> {
  const { kept: messages, shortened } = firstOf(exchange.messages, MOST.sipMessages);
  return { kept: { ...exchange, messages }, shortened };
}

/** The first lines of a log, and of each its beginning. */
export function boundedLog(lines: readonly LogLine[]): Bounded<readonly LogLine[]> {
  const { kept, shortened } = firstOf(lines, MOST.logLines);
  const each = kept.map(({ time, text }) => ({ time, said: beginningOf(text, MOST.letters) }));
  return {
    kept: each.map(({ time, said }) => ({ time, text: said.kept })),
    shortened: shortened || each.some(({ said }) => said.shortened),
  };
}
