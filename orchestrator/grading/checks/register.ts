import type { IntrusionEvidence, RegistrationEvidence } from '../../model/evidence/evidence.ts';
import { together, type Verdict, verdict } from '../../model/marking/verdict.ts';
import { type Check, check } from '../check.ts';
import { PBX_BOOTS } from './pbx-boots.ts';

/** The accounts of one context register, each with its own secret. */
export function registerCheck(context: string, extensions: readonly string[]): Check {
  return check({
    id: `register.${context}`,
    needs: [PBX_BOOTS],
    lines: extensions,
    vouchesFor: extensions,
    probe: (probes) => ofEach(extensions, probes.register),
    judge: judgeRegistrations,
    unfit: (evidence) =>
      evidence
        .filter(({ status }) => status === null || !isAccepted(status))
        .map(({ extension }) => extension),
  });
}

/** Judges registrations: each must be a 2xx. */
export function judgeRegistrations(evidence: readonly RegistrationEvidence[]): Verdict {
  const extensions = evidence.map(({ extension }) => extension);
  return together(
    evidence.map(judgeRegistration),
    verdict('pass', 'all-registered', { extensions }),
  );
}

function judgeRegistration({ extension, status }: RegistrationEvidence): Verdict {
  if (status === null) return unanswered(extension);
  if (isAccepted(status)) return verdict('pass', 'all-registered', { extensions: [extension] });
  return verdict('fail', 'register-refused', { extension, status });
}

/** An account, and the voicemail number that an intruder under its name tries to call. */
export interface Target {
  readonly extension: string;
  readonly number: string;
}

/** A wrong secret is refused, and so is a call that nobody vouches for: of each account that there is. */
export function refusesCheck(targets: readonly Target[], registrations: readonly string[]): Check {
  return check({
    id: 'register.refuses',
    needs: [PBX_BOOTS],
    follows: registrations,
    // An intruder who gets in takes the place of the phone that is registered: nobody may call it then.
    lines: targets.map(({ extension }) => extension),
    probe: (probes, unfit) =>
      ofEach(
        targets.filter(({ extension }) => !unfit.has(extension)),
        ({ extension, number }) => probes.intrude(extension, number),
      ),
    judge: (evidence) =>
      evidence.length > 0
        ? judgeIntrusions(evidence)
        : verdict('skipped', 'needs-another', { check: registrations[0] ?? PBX_BOOTS }),
  });
}

/** Judges what an intruder got: registration and call must both be refused for want of credentials. */
export function judgeIntrusions(evidence: readonly IntrusionEvidence[]): Verdict {
  const extensions = evidence.map(({ extension }) => extension);
  return together(
    evidence.map(judgeIntrusion),
    verdict('pass', 'intruders-refused', { extensions }),
  );
}

function judgeIntrusion({ extension, registration, call }: IntrusionEvidence): Verdict {
  if (registration === null || call === null) return unanswered(extension);
  if (isAccepted(registration)) return verdict('fail', 'secret-ignored', { extension });
  if (!isChallenged(call)) {
    return verdict('fail', 'call-unchallenged', { extension, status: call });
  }
  return verdict('pass', 'intruders-refused', { extensions: [extension] });
}

/** Probes all at once. When one fails the others end all the same, before anybody gets their phones. */
async function ofEach<T, E>(
  things: readonly T[],
  probe: (thing: T) => Promise<E>,
): Promise<readonly E[]> {
  const probed = things.map(probe);
  await Promise.allSettled(probed);
  return Promise.all(probed);
}

function unanswered(extension: string): Verdict {
  return verdict('timeout', 'took-too-long', { what: extension, awaited: 'REGISTER → 200 | 4xx' });
}

function isAccepted(status: string): boolean {
  return /^2\d\d\b/.test(status);
}

/** The statuses that ask for credentials or reject them (RFC 3261, 21.4). */
function isChallenged(status: string): boolean {
  return /^(401|403|407)\b/.test(status);
}
