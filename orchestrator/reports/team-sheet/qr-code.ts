import { encode } from 'uqr';

/** White squares around a code, without which readers don't find it (ISO/IEC 18004). */
const QUIET = 4;

/** A QR code as rows of dark stretches, in squares from its upper left corner. */
export interface QrCode {
  /** Squares on a side, the white margin included. */
  readonly size: number;
  readonly stretches: readonly {
    readonly x: number;
    readonly y: number;
    readonly length: number;
  }[];
}

/** Encodes a text so that paper may lose an eighth of it. */
export function qrCode(text: string): QrCode {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET });
  const stretches = data.flatMap((row, y) => {
    const begins = row.flatMap((dark, x) => (dark && row[x - 1] !== true ? [x] : []));
    return begins.map((x) => {
      const end = row.indexOf(false, x);
      return { x, y, length: (end === -1 ? size : end) - x };
    });
  });
  return { size, stretches };
}
