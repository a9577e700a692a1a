import { isFreeHost } from '../../numbering/addresses.ts';
import { MOST_LINES } from '../../numbering/layout.ts';
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import { nearest } from '../nearest.ts';
import type { Judged } from './judged.ts';
import { repeats } from './repeats.ts';

/** Lines without an account of their own, and more lines than ports. */
export function lineProblems({ parts, text }: Judged): readonly Diagnostic[] {
  const users = parts.contexts.flatMap((context) => context.users.map(({ value }) => value));
  const known = [...new Set(users)];
  const lines = parts.stations.flatMap(({ name, lines }) =>
    lines.map(({ value: number, path }) => ({ number, station: name, at: text.valueAt(path) })),
  );
  const unknown = lines
    .filter(({ number }) => parts.everyUser && !known.includes(number))
    .map(({ number, at }) => {
      const params = { number, known, nearest: nearest(number, known) };
      return diagnostic(at, 'lab-line-unknown-user', params);
    });
  const same = repeats(lines, ({ number }) => number).map(([{ number, at }, { station }]) =>
    diagnostic(at, 'lab-line-duplicate', { number, station }),
  );
  const tooMany = parts.stations
    .filter((station) => station.lines.length > MOST_LINES)
    .map(({ name: station, lines: { length: found } }) => {
      const at = text.keyAt(['stations', station, 'lines']);
      return diagnostic(at, 'lab-lines-too-many', { station, found, most: MOST_LINES });
    });
  return [...unknown, ...same, ...tooMany];
}

/** Stations' addresses that are taken. */
export function addressProblems({ parts, text }: Judged): readonly Diagnostic[] {
  const addresses = parts.stations.flatMap(({ name: station, address }) =>
    address === undefined
      ? []
      : [{ station, address: address.value, at: text.valueAt(address.path) }],
  );
  const same = repeats(addresses, ({ address }) => address).map(([{ address, at }, { station }]) =>
    diagnostic(at, 'lab-address-duplicate', { address, station }),
  );
  const reserved = addresses
    .filter(({ address }) => !isFreeHost(address))
    .map(({ address, at }) => diagnostic(at, 'lab-address-reserved', { address }));
  return [...same, ...reserved];
}
