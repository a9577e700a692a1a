import type { Captured } from '../../actions/capture/capture.ts';
import type { CheckOutcome } from '../../actions/check/check.ts';
import type { Finding } from '../../actions/doctor.ts';
import type { DownOutcome } from '../../actions/down.ts';
import type { EmbeddedStatus } from '../../actions/engine/embedded-engine.ts';
import type { EnsuredImage } from '../../actions/images/ensure-images.ts';
import type { ImageStatus } from '../../actions/images/images.ts';
import type { PhoneResult } from '../../actions/phones/use-phone.ts';
import type { LineAccount } from '../../actions/phones/use-station.ts';
import type { ResetOutcome } from '../../actions/reset/reset.ts';
import type { TeamOutcome } from '../../actions/up/up.ts';
import { failureOf } from '../../base/lab-error.ts';
import type { Ladder } from '../../model/ladder/ladder.ts';
import type { RenderedFile } from '../../model/rendering/rendered-file.ts';
import type { Plan } from '../../model/topology/plan.ts';

/*
 * What --json prints, a function a document: each names its schema, `lab-up/1` is
 * schemas/up.schema.json. `status` is printed as the model has it.
 */

/** `lab up --json`: each team as it is now, or the error that kept it from coming up. */
export function upData(outcomes: readonly TeamOutcome[]) {
  const teams = outcomes.map((outcome) =>
    outcome.ok
      ? { ...outcome.up.status, checks: outcome.up.checks, asterisk: outcome.up.lastWords }
      : { team: outcome.team, error: failureOf(outcome.error) },
  );
  return { schema: 'lab-up/1', teams } as const;
}

/** `lab check --json`: what each check of each team found, or the error that kept them from it. */
export function checkData(outcomes: readonly CheckOutcome[]) {
  const teams = outcomes.map((outcome) =>
    outcome.ok ? outcome.report : { team: outcome.team, error: failureOf(outcome.error) },
  );
  return { schema: 'lab-check/1', teams } as const;
}

/** `lab up --dry-run --json` and `lab reset --dry-run --json`: what would be done, in an order that can be kept, and why. */
export function planData(plans: readonly Plan[]) {
  const teams = plans.map(({ owner, operations }) => ({
    team: owner.team,
    operations: operations.map(({ id, cause, needs }) => ({ id, cause, needs })),
  }));
  return { schema: 'lab-plan/1', teams } as const;
}

/** `lab down --json`: what was removed (or would be) and the archive of the work, or the error. */
export function downData(outcomes: readonly DownOutcome[]) {
  const teams = outcomes.map((outcome) => {
    const { team } = outcome;
    if (!outcome.ok) return { team, error: failureOf(outcome.error) };
    const { plan, archive } = outcome.down;
    return { team, archive, operations: plan.operations.map(({ id, cause }) => ({ id, cause })) };
  });
  return { schema: 'lab-down/1', teams } as const;
}

/** `lab reset --json`: what was done, the archive of the work and each team as it is now, or the error. */
export function resetData(outcomes: readonly ResetOutcome[]) {
  const teams = outcomes.map(({ team, ...outcome }) => {
    if (!outcome.ok) return { team, error: failureOf(outcome.error) };
    if (outcome.reset === null) return { team, archive: null, operations: [] };
    const { decision, archive, status, lastWords } = outcome.reset;
    const operations = decision.operations.operations.map(({ id, cause }) => ({ id, cause }));
    return { ...status, archive, operations, asterisk: lastWords };
  });
  return { schema: 'lab-reset/1', teams } as const;
}

/** `lab render --json`: the files of each team. */
export function renderData(
  teams: readonly { readonly team: number; readonly files: readonly RenderedFile[] }[],
) {
  return { schema: 'lab-render/1', teams } as const;
}

/** `lab doctor --json`: a check a line; `problem` is null where all is well. */
export function doctorData(checks: readonly Finding[]) {
  return { schema: 'lab-doctor/1', checks } as const;
}

/** `lab images build --json` and `lab images list --json`. */
export function imagesData(images: readonly (EnsuredImage | ImageStatus)[]) {
  return { schema: 'lab-images/1', images } as const;
}

/** `lab engine status --json`. */
export function engineData(status: EmbeddedStatus) {
  return { schema: 'lab-engine/1', ...status } as const;
}

/** `lab phone 3101 … --json`: what came of a word to a softphone. */
export function phoneData(team: number, extension: string, result: PhoneResult) {
  return { schema: 'lab-phone/1', team, extension, ...result } as const;
}

/** `lab phone softphone1 … --json`: the accounts of a station's lines. */
export function stationData(team: number, station: string, lines: readonly LineAccount[]) {
  return { schema: 'lab-phone/1', team, station, lines } as const;
}

/** `lab capture --json`: the file, and how much is in it. */
export function captureData(captured: Captured) {
  return { schema: 'lab-capture/1', ...captured } as const;
}

/** `lab ladder --json`: who took part in a capture, and every exchange between them. */
export function ladderData(file: string, ladder: Ladder) {
  return { schema: 'lab-ladder/1', file, ...ladder } as const;
}
