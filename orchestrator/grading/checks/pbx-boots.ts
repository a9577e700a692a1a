import type { BootEvidence } from '../../model/evidence/evidence.ts';
import { type Verdict, verdict } from '../../model/marking/verdict.ts';
import { type Check, check } from '../check.ts';

/** The id of the check that every other one needs. */
export const PBX_BOOTS = 'pbx.boots';

/** Asterisk takes calls with the files that the team has. */
export const pbxBoots: Check = check({
  id: PBX_BOOTS,
  needs: [],
  lines: [],
  probe: (probes) => probes.boot(),
  judge: judgeBoot,
});

/** Judges whether Asterisk answers: a dead one is told with its own last words. */
export function judgeBoot({ state, log }: BootEvidence): Verdict {
  if (state === 'ready') return verdict('pass', 'asterisk-answers', {});
  if (state === 'dead') return verdict('fail', 'asterisk-dead', { log });
  if (state === 'not-installed') return verdict('fail', 'asterisk-not-installed', {});
  return verdict('timeout', 'took-too-long', { what: 'Asterisk', awaited: 'fully booted' });
}
