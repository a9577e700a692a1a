/** True when a word is another one with one slip: a letter more, less, other, in another place or case. */
export function looksLike(found: string, meant: string): boolean {
  const [one, other] = [plain(found), plain(meant)];
  if (found === meant || one === '' || other === '') return false;
  return one === other || sameLetters(one, other) || oneEdit(one, other);
}

function plain(word: string): string {
  return word.replaceAll(/[\s\u00A0_"'\u201C\u201D/;]/g, '').toLowerCase();
}

function sameLetters(one: string, other: string): boolean {
  const sorted = (word: string) => [...word].sort().join('');
  return sorted(one) === sorted(other);
}

function oneEdit(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at);
  return rest === long.slice(at + 1);
}
