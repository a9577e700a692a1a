import type { Ladder } from '../ladder/ladder.ts';
import { beginningOf, boundedLadder, boundedLog, firstOf, MOST } from './bounds.ts';
import type { TryRecord } from './cut-record.ts';
import type { Proof, ProofStream } from './proof.ts';
import type { RoomTry } from './room-record.ts';
import { timelinesOf } from './timelines.ts';

/** Files of a proof that were written, by the recordings and messages that are in them. */
export type KeptFiles = ReadonlyMap<object, string>;

/** Puts the proof of one try together out of what was recorded of it and the files that were kept. */
export function proofOf(one: RoomTry, record: TryRecord, files: KeptFiles): Proof {
  const { began, seconds, evidence } = one;
  const calls = record.calls === null ? null : boundedLadder(record.calls);
  const log = boundedLog(record.log);
  const messages = firstOf(record.messages, MOST.voicemail);
  const texts = messages.kept.map((message) => ({
    message,
    text: beginningOf(message.text, MOST.textLetters),
  }));
  const heard = record.heard.filter(({ samples }) => samples.length > 0);
  const recordings = heard.flatMap((sound) => {
    const file = files.get(sound);
    const { extension, samples, time } = sound;
    if (file === undefined) return [];
    return [{ extension, file, time: rounded(time - began), seconds: samples.length / RATE }];
  });
  const missing = files.size > 0 && recordings.length < heard.length;
  return {
    began: rounded(began),
    seconds: rounded(seconds),
    calls: calls?.kept ?? null,
    timelines: timelinesOf(evidence),
    rtp: calls === null ? [] : streamsOf(calls.kept),
    log: log.kept,
    messages: texts.map(({ message, text }) => ({
      ...{ path: `${message.path}.txt`, text: text.kept },
      recording: files.get(message) ?? null,
    })),
    recordings,
    shortened:
      [calls, log, messages, ...texts.map(({ text }) => text)].some((part) => part?.shortened) ||
      missing,
  };
}

/** Samples of a telephone in a second. */
const RATE = 8_000;

function streamsOf({ exchanges }: Ladder): readonly ProofStream[] {
  return exchanges
    .flatMap(({ streams }) => streams)
    .map(({ from, to, codecs, packets, lost, jitter, start, end }) => ({
      ...{ from: from.address, to: to.address, port: to.port, codec: codecs.join(' + ') },
      ...{ packets, lost, jitter, seconds: rounded(end - start) },
    }));
}

function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
