import type { CallEvent } from '../../model/calls/phone-event.ts';
import { isOfCall } from './event-condition.ts';
import type { LineClient } from './line-client.ts';

/** A line, the types of event that matter on it, and since when. */
export interface LineWatch {
  readonly client: LineClient;
  readonly since: number;
  readonly types: readonly CallEvent['type'][];
  readonly id?: string;
}

/** Waits for the first event on any of several lines; none in time is a `softphone-wait` error. */
export async function firstEvent(
  watches: readonly LineWatch[],
  { within, signal }: { readonly within: number; readonly signal?: AbortSignal | undefined },
): Promise<CallEvent> {
  const over = new AbortController();
  const stop = signal === undefined ? over.signal : AbortSignal.any([over.signal, signal]);
  const reason = watches.flatMap(({ types }) => types).join(' | ');
  try {
    return await Promise.race(
      watches.map(({ client, since, types, id }) =>
        client.waitFor(isOfCall(types, id), { since, within, reason, signal: stop }),
      ),
    );
  } finally {
    over.abort();
  }
}
