import type { CallStep } from '../../../model/asterisk/plan/call-path.ts';
import { entriesOf } from '../../../model/asterisk/plan/find-entry.ts';
import { boxOf } from '../../../model/asterisk/plan/trace-call.ts';
import type { UserPlan } from '../../../model/numbering/team-plan.ts';
import { type Finding, finding } from '../cause.ts';
import { commentedLine } from '../lines/commented-line.ts';
import { checksOf, type Scene } from '../scene.ts';
import { nearLine } from './number-rules.ts';
import { entryOf, unknownApplication } from './step-entry.ts';

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
  return lostLine(scene, call, spoils, ringing.place);
}

/** No voicemail line follows: a slip in the one that was meant, a comment, or there is none. */
function lostLine(
  scene: Scene,
  { user, context, ringing }: UnansweredCall,
  spoils: readonly string[],
  place: NonNullable<CallStep['place']>,
): readonly Finding[] {
  const number = user.extension;
  const pattern = scene.plan.contexts.find(({ name }) => name === context)?.pattern ?? '';
  const { plan } = scene.model;
  const lines = entriesOf(plan, ringing.context).filter(({ application }) =>
    /^voicemail$/i.test(application),
  );
  const near = nearLine(scene, lines, { context: ringing.context, number, pattern, spoils });
  if (near !== undefined) return [near];
  const begins = new RegExp(`^exten\\s*=>?\\s*(?:${pattern}|${number})\\s*,.*voicemail\\(`, 'i');
  const hidden = commentedLine(scene.files, 'extensions.conf', begins);
  if (hidden !== undefined)
    return [finding('extension-commented', hidden, context, spoils, { number })];
  const lost = scene.model.extensions.faults.some(({ found }) => /voicemail\(/i.test(found));
  const taken = plan.faults.some(
    ({ kind, found, context: where }) =>
      where === ringing.context && kind !== 'entry-twice' && /voicemail|^\/*e?x/i.test(found),
  );
  if (lost || taken) return [];
  return [finding('voicemail-line-absent', place, ringing.context, spoils, { number })];
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
