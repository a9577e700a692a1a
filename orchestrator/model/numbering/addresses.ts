import type { TeamNumber } from './team-number.ts';

/** The addresses of one team's network, every one inside `subnet`. */
export interface NetworkAddresses {
  readonly subnet: string;
  /** Taken by the engine on paper only: the bridge itself has no address. */
  readonly gateway: string;
  /** Where the engine may pick addresses by itself, clear of every fixed one. */
  readonly range: string;
  readonly pbx: string;
  readonly host: (last: number) => string;
}

/** Addresses that a station may not have: .0, .200 (PBX), .224 to .255 (range, gateway, broadcast). */
export function isFreeHost(last: number): boolean {
  return Number.isInteger(last) && last >= 1 && last < 224 && last !== PBX_HOST;
}

const PBX_HOST = 200;

/** The addresses of team X under a base: base `192.168`, team 3 → `192.168.3.0/24`, PBX `.200`. */
export function networkAddresses(base: string, team: TeamNumber): NetworkAddresses {
  const net = `${base}.${team}`;
  return {
    subnet: `${net}.0/24`,
    gateway: `${net}.254`,
    range: `${net}.224/28`,
    pbx: `${net}.${PBX_HOST}`,
    host: (last) => `${net}.${last}`,
  };
}

/**
 * The hardware address of whoever has an IPv4 address, as Docker made it up to version 27. Newer
 * engines and Podman take any: a machine made anew would then be unknown to its neighbours for
 * as long as they remember the old one.
 */
export function hardwareAddress(address: string): string {
  const bytes = address.split('.').map((byte) => Number(byte).toString(16).padStart(2, '0'));
  return `02:42:${bytes.join(':')}`;
}
