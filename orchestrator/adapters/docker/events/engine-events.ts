import { Readable } from 'node:stream';
import { labError } from '../../../base/lab-error.ts';
import { LABELS } from '../../../model/numbering/names.ts';
import type { Connection } from '../connection.ts';
import { engineCall } from '../engine-errors.ts';

/** What changes which objects there are, or whether they run. */
const TYPES = ['container', 'network', 'volume'] as const;
const CHANGES = ['create', 'start', 'die', 'destroy', 'pause', 'unpause', 'remove'];

interface ToldEvent {
  readonly Action?: string;
  readonly Actor?: {
    readonly ID?: string;
    readonly Attributes?: Readonly<Record<string, string>>;
  };
}

/**
 * Calls `changed` whenever something of this prefix begins, ends, starts or stops in the engine, until
 * the signal comes. An engine that goes away is an `engine-lost` error.
 */
export async function followEngine(
  { client }: Connection,
  prefix: string,
  changed: () => void,
  signal: AbortSignal,
): Promise<void> {
  const doing = 'follow events';
  const filters = { type: [...TYPES], event: [...CHANGES] };
  const stream = await engineCall(doing, () => client.getEvents({ filters }));
  if (!(stream instanceof Readable)) throw new TypeError(`no stream from: ${doing}`);
  const leave = () => void stream.destroy();
  signal.addEventListener('abort', leave);
  if (signal.aborted) leave();
  // An engine tells of a death before its lists do; a look at the dead one waits until they do.
  const listed = async ({ Action, Actor }: ToldEvent) => {
    if (Action !== 'die') return;
    await client
      .getContainer(Actor?.ID ?? '')
      .inspect()
      .catch(() => undefined);
  };
  let rest = '';
  try {
    for await (const chunk of stream) {
      const lines = `${rest}${String(chunk)}`.split('\n');
      rest = lines.pop() ?? '';
      const own = lines.flatMap((line) => eventOf(line, prefix));
      await Promise.all(own.map(listed));
      if (own.length > 0) changed();
    }
  } catch (error) {
    if (signal.aborted) return;
    const reason = error instanceof Error ? error.message : String(error);
    throw labError('engine-lost', { doing, reason }, error);
  }
  if (!signal.aborted) throw labError('engine-lost', { doing, reason: 'end of events' });
}

/** The event of a line, if it is one of ours. Networks and volumes tell no label: their names begin so. */
function eventOf(line: string, prefix: string): readonly ToldEvent[] {
  if (line.trim() === '') return [];
  const told = JSON.parse(line) as ToldEvent;
  const { ID, Attributes = {} } = told.Actor ?? {};
  const isNamed = [ID, Attributes.name].some((name) => name?.startsWith(`${prefix}-`));
  const ours = Attributes[LABELS.prefix] === prefix || isNamed;
  return ours ? [told] : [];
}
