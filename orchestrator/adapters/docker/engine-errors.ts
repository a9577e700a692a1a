import { LabError, labError, saysDiskFull } from '../../base/lab-error.ts';

/** The HTTP status of an engine's answer, or null when there was no answer. */
export function statusOf(error: unknown): number | null {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : null;
}

/** The engine's own sentence, for people to read: code looks for the system's own words only (ENOSPC). */
function sentenceOf(error: unknown): string {
  const told = (error as { json?: { message?: unknown } } | null)?.json?.message;
  if (typeof told === 'string') return told;
  return error instanceof Error ? error.message : String(error);
}

const NO_ANSWER = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ERR_STREAM_PREMATURE_CLOSE',
  'ETIMEDOUT',
]);

/**
 * Turns an engine's failure into the error that names what was being done to what. What isn't the
 * engine's (a fault of ours, an abort) comes back as it is.
 */
export function engineError(error: unknown, doing: string): unknown {
  if (error instanceof LabError) return error;
  const code = (error as { code?: unknown } | null)?.code;
  const unanswered = typeof code === 'string' && NO_ANSWER.has(code);
  if (unanswered || (error instanceof Error && error.message === 'socket hang up')) {
    return labError('engine-lost', { doing, reason: String(code ?? sentenceOf(error)) }, error);
  }
  if (statusOf(error) === null) return error;
  const said = sentenceOf(error);
  return labError(saysDiskFull(said) ? 'disk-full' : 'engine-refused', { doing, said }, error);
}

/** Runs one engine call; the given statuses count as done already (someone else was faster). */
export async function engineCall<T>(
  doing: string,
  call: () => Promise<T>,
  alreadyDone: readonly number[] = [],
): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    const status = statusOf(error);
    if (status !== null && alreadyDone.includes(status)) return null;
    throw engineError(error, doing);
  }
}
