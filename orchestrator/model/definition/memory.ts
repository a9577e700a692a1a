const UNITS: Readonly<Record<string, number>> = { K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 };

/** The bytes of an amount such as `128M`, as container engines count them. */
export function memoryBytes(amount: string): number {
  return Number.parseInt(amount, 10) * (UNITS[amount.slice(-1)] ?? 1);
}
