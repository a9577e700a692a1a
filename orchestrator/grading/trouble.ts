import { LabError } from '../base/lab-error.ts';
import { type Verdict, verdict } from '../model/marking/verdict.ts';

/**
 * What an error during a check means for its verdict. A phone or an engine that fails is our fault,
 * `inconclusive`; a phone that somebody took meanwhile makes it `skipped`.
 */
export function troubleVerdict(error: unknown): Verdict {
  // What failed while a failure was tidied up after is its consequence (`await using`).
  if (isSuppressing(error)) return troubleVerdict(error.suppressed);
  if (!(error instanceof LabError)) {
    return verdict('inconclusive', 'check-broken', { said: String(error) });
  }
  const { code, params } = error.problem;
  switch (code) {
    case 'softphone-busy':
      return verdict('skipped', 'station-in-use', { station: '', extension: params.line });
    case 'softphone-wait':
      return verdict('timeout', 'took-too-long', { what: params.line, awaited: params.awaited });
    case 'softphone-gone':
    case 'softphone-garbled':
    case 'softphone-silent':
    case 'softphone-refused':
    case 'softphone-no-call':
      return verdict('inconclusive', 'phone-lost', { said: `${params.line}, ${error.message}` });
    case 'softphone-dead':
      return verdict('inconclusive', 'phone-lost', { said: params.station });
    case 'engine-lost':
    case 'engine-refused':
      return verdict('inconclusive', 'pbx-lost', { said: params.doing });
    default:
      return verdict('inconclusive', 'check-broken', { said: error.message });
  }
}

function isSuppressing(error: unknown): error is Error & { readonly suppressed: unknown } {
  return error instanceof Error && error.name === 'SuppressedError' && 'suppressed' in error;
}
