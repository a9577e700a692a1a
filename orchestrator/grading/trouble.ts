import { LabError } from '../base/lab-error.ts';
import { type Verdict, verdict } from '../model/marking/verdict.ts';

/**
 * What an error during a check means for its verdict. A phone or an engine that fails is our fault,
 * `inconclusive`; a phone that somebody took meanwhile makes it `skipped`; a Ctrl-C is thrown on.
 */
export function troubleVerdict(error: unknown): Verdict {
  if (!(error instanceof LabError)) {
    if (error instanceof Error && error.name === 'AbortError') throw error;
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
