import { labError } from '../../base/lab-error.ts';

/** Where a gate listens; no host means all of the machine's addresses. */
export interface ListenAddress {
  readonly host: string | undefined;
  readonly port: number;
}

/** The port of the gate when nobody says another one. */
export const GATE_PORT = 2200;

/** What engines and tunnels make on a machine: no class comes by there. */
const INSIDE = /^(docker|br-|veth|virbr|cni|podman|lab|tun|tap)/;

/** The addresses of this machine's own cards, where a class finds the gate. */
export function ownAddresses(
  interfaces: readonly { readonly name: string; readonly subnet: string }[],
): readonly string[] {
  return interfaces
    .filter(({ name }) => !INSIDE.test(name))
    .map(({ subnet }) => subnet.replace(/\/\d+$/, ''));
}

/** Reads `:2200`, `2200`, `127.0.0.1:2200`, `[::1]:2200`; anything else is `listen-wrong`. */
export function listenAddress(text: string): ListenAddress {
  const [, bracketed, plain, digits = ''] =
    /^(?:(?:\[([0-9a-fA-F:.]+)\]|([A-Za-z0-9.-]+))?:)?(\d{1,5})$/.exec(text) ?? [];
  const port = Number(digits);
  if (digits === '' || port > 65_535) throw labError('listen-wrong', { found: text });
  return { host: bracketed ?? plain, port };
}
