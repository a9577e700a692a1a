/** Something that already has a subnet: an engine's network or an interface of this machine. */
export interface TakenSubnet {
  readonly kind: 'network' | 'interface';
  readonly name: string;
  /** The compose project that a network belongs to, when it says so. */
  readonly project: string | null;
  readonly subnet: string;
}

/** A wanted subnet and what stands in its way. */
export interface SubnetConflict {
  readonly wanted: string;
  readonly taken: TakenSubnet;
}

/** Finds every wanted IPv4 subnet (CIDR) that overlaps one already taken. */
export function subnetConflicts(
  wanted: readonly string[],
  taken: readonly TakenSubnet[],
): readonly SubnetConflict[] {
  return wanted.flatMap((subnet) =>
    taken
      .filter((other) => overlaps(subnet, other.subnet))
      .map((other) => ({ wanted: subnet, taken: other })),
  );
}

/** True when two IPv4 subnets share an address; false for anything that isn't IPv4 CIDR. */
function overlaps(one: string, other: string): boolean {
  const [a, b] = [range(one), range(other)];
  return a !== null && b !== null && a.first <= b.last && b.first <= a.last;
}

function range(cidr: string): { readonly first: number; readonly last: number } | null {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(cidr);
  if (match === null) return null;
  const [a = 0, b = 0, c = 0, d = 0, length = 32] = match.slice(1).map(Number);
  const size = 2 ** (32 - length);
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  const first = Math.floor(address / size) * size;
  return { first, last: first + size - 1 };
}
