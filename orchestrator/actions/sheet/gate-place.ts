import { labError } from '../../base/lab-error.ts';
import type { Surroundings } from '../../base/surroundings.ts';
import { GATE_PORT, ownAddresses } from '../../model/gate/listen-address.ts';

/** Where students find the gate. */
export interface GatePlace {
  readonly host: string;
  readonly port: number;
}

/**
 * Reads where students find the gate, `prof-pc:2200`; without a word it is the first address of this
 * machine's own, or its name.
 */
export function gatePlace(
  word: string | undefined,
  { interfaces, identity }: Pick<Surroundings, 'interfaces' | 'identity'>,
): GatePlace {
  if (word === undefined) {
    const [own] = ownAddresses(interfaces());
    return { host: own ?? identity().host, port: GATE_PORT };
  }
  const [, host = '', digits = String(GATE_PORT)] =
    /^([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::(\d{1,5}))?$/i.exec(word) ?? [];
  const port = Number(digits);
  if (host === '' || port < 1 || port > 65_535) {
    throw labError('option-value-wrong', {
      option: '--host',
      found: word,
      allowed: 'prof-pc, 10.0.0.5, prof-pc:2200',
    });
  }
  return { host, port };
}
