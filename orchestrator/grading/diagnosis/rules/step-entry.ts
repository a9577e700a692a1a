import { APPLICATIONS } from '../../../model/asterisk/plan/applications.ts';
import type { CallStep } from '../../../model/asterisk/plan/call-path.ts';
import type { PlanEntry } from '../../../model/asterisk/plan/dial-plan.ts';
import { type Finding, finding } from '../cause.ts';
import { looksLike } from '../looks-like.ts';
import type { Scene } from '../scene.ts';

/** An application that Asterisk does not have, and the one that was surely meant. */
export function unknownApplication(
  steps: readonly CallStep[],
  spoils: readonly string[],
): Finding | undefined {
  const stop = steps.find(({ kind }) => kind === 'application-unknown');
  if (stop === undefined || stop.place === null) return undefined;
  const found = String(stop.about.name ?? '');
  if (found === '') {
    return finding('application-none', stop.place, stop.context, spoils, {
      found: `${stop.extension},${stop.priority ?? ''}`,
    });
  }
  const meant = APPLICATIONS.find((one) => looksLike(found, one));
  const rule = meant === undefined ? 'application-unknown' : 'application-misspelt';
  return finding(rule, stop.place, stop.context, spoils, {
    found,
    ...(meant === undefined ? {} : { meant }),
  });
}

/** The entry that a step stands in. */
export function entryOf({ model }: Scene, { place }: CallStep): PlanEntry | undefined {
  return model.plan.contexts
    .flatMap(({ entries }) => entries)
    .find((one) => one.file === place?.file && one.line === place.line);
}
