import type { CallStep } from '../../../model/asterisk/plan/call-path.ts';
import { boxOf } from '../../../model/asterisk/plan/trace-call.ts';
import type { UserPlan } from '../../../model/numbering/team-plan.ts';
import { type Finding, finding } from '../cause.ts';
import { checksOf, type Scene } from '../scene.ts';
import { entryOf, unknownApplication } from './call-rules.ts';

/** A call that nobody answers: where it rang, and what comes after. */
export interface UnansweredCall {
  readonly user: UserPlan;
  readonly context: string;
  readonly ringing: CallStep;
  readonly after: readonly CallStep[];
}

/** Why a call that nobody answers leaves no message in the right box, in its time. */
export function depositFindings(scene: Scene, call: UnansweredCall): readonly Finding[] {
  return [...ringingTime(scene, call), ...whatFollows(scene, call)];
}

function ringingTime(scene: Scene, { ringing, context }: UnansweredCall): readonly Finding[] {
  const { place, about, kind } = ringing;
  if (place === null || kind !== 'rings') return [];
  const { seconds: expected, tolerance } = scene.ring;
  const seconds = Number(about.seconds);
  const spoils = checksOf(context, 'deposit');
  if (seconds === 0) return [finding('dial-endless', place, ringing.context, spoils)];
  if (Math.abs(seconds - expected) <= tolerance) return [];
  return [finding('dial-time', place, ringing.context, spoils, { seconds, expected })];
}

function whatFollows(scene: Scene, call: UnansweredCall): readonly Finding[] {
  const { user, context, ringing, after } = call;
  const spoils = checksOf(context, 'deposit');
  if (ringing.place === null || (ringing.kind === 'rings' && ringing.about.seconds === 0))
    return [];
  const unknown = unknownApplication(after, spoils);
  if (unknown !== undefined) return [unknown];
  const message = after.find(({ kind }) => kind === 'voicemail' || kind === 'voicemail-absent');
  if (message !== undefined) return wrongBox(scene, message, user, spoils);
  const number = user.extension;
  for (const step of after) {
    const { kind, place, about } = step;
    if (kind === 'gap' && place !== null) {
      const params = {
        missing: about.missing ?? 0,
        next: about.next ?? 0,
        pattern: step.extension,
      };
      return [finding('priority-gap', place, step.context, spoils, params)];
    }
    if (place === null) continue;
    if (kind.startsWith('mailbox')) return [finding('deposit-main', place, step.context, spoils)];
    if ((kind === 'hangs-up' || kind === 'stays') && leavesLater(scene, step)) {
      const application = step.application.replace(/\(.*$/, '');
      return [finding('hangs-up-before', place, step.context, spoils, { application })];
    }
  }
  return [finding('voicemail-line-absent', ringing.place, ringing.context, spoils, { number })];
}

/** Whether a voicemail line stands behind a step that ends the call. */
function leavesLater({ model }: Scene, { context, extension, priority }: CallStep): boolean {
  const found = model.plan.contexts.find(({ name }) => name === context);
  return (found?.entries ?? []).some(
    (one) =>
      one.extension === extension &&
      one.priority > (priority ?? 0) &&
      one.application.toLowerCase() === 'voicemail',
  );
}

function wrongBox(
  scene: Scene,
  step: CallStep,
  user: UserPlan,
  spoils: readonly string[],
): readonly Finding[] {
  const raw = entryOf(scene, step)?.data.split(',')[0]?.trim() ?? '';
  const [, filled = ''] = /^[^(]*\((.*)\)$/s.exec(step.application) ?? [];
  const { box } = boxOf(filled);
  const [, context] = filled.split(',')[0]?.split('@') ?? [];
  const place = step.place;
  if (place === null) return [];
  const tell = (rule: Parameters<typeof finding>[0], found: string) => [
    finding(rule, place, step.context, spoils, { found }),
  ];
  if (box !== user.mailbox) {
    if (/EXTEN|[${}]/i.test(raw)) return tell('box-variable', raw);
    return tell('box-fixed', raw);
  }
  if (context === undefined || context === '') return tell('box-no-context', raw);
  return context.toLowerCase() === user.context.toLowerCase()
    ? []
    : tell('box-other-context', context);
}
