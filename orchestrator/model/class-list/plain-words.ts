/** A text as its words in small letters without accents: what two spellings of a name share. */
export function plainWords(text: string): readonly string[] {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
