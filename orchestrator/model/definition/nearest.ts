import { distance } from 'fastest-levenshtein';

/** The known word most like `word`, when it is near enough, and alone, to be what was meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const ranked = [...new Set(known)]
    .map((candidate) => ({
      candidate,
      away: distance(word.toLowerCase(), candidate.toLowerCase()),
    }))
    .sort((a, b) => a.away - b.away);
  const [best, next] = ranked;
  if (best === undefined || best.away === next?.away) return undefined;
  const tolerated = Math.max(1, Math.floor(Math.min(word.length, best.candidate.length) / 3));
  return best.away <= tolerated ? best.candidate : undefined;
}
