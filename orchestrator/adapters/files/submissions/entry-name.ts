const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The upper half of code page 437, in which archives without a better word have their names. */
const UPPER =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0';

/** A name in bytes as text: UTF-8 where it can be that, whatever its archive says; else code page 437. */
export function entryName(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    return [...bytes]
      .map((byte) => (byte < 128 ? String.fromCharCode(byte) : UPPER[byte - 128]))
      .join('');
  }
}
