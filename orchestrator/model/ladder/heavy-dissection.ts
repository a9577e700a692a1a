/** Two hours of a busy lesson; a hundred calls in it. More is made, not captured. */
const MOST_MESSAGES = 4_000;
const MOST_VOICES = 600;

/**
 * True for a dissection that was made to occupy its reader: putting legs and voices to calls takes
 * time that grows with their product.
 */
export function isHeavy(dissection: string): boolean {
  let [messages, voices] = [0, 0];
  for (const line of dissection.split('\n')) {
    if (line.startsWith('{"timestamp"')) messages += 1;
    else if (/^ +\d/.test(line)) voices += 1;
  }
  return messages > MOST_MESSAGES || voices > MOST_VOICES;
}
