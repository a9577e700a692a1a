import type { CallStep } from '../../../model/asterisk/plan/call-path.ts';
import { traceCall } from '../../../model/asterisk/plan/trace-call.ts';
import type { ContextPlan, UserPlan } from '../../../model/numbering/team-plan.ts';
import { type Finding, finding } from '../cause.ts';
import { checksOf, isReadable, pairsOf, type Scene } from '../scene.ts';
import { depositFindings } from './deposit-rules.ts';
import { lostNumber } from './number-rules.ts';
import { entryOf, unknownApplication } from './step-entry.ts';

/** What is wrong with the way of calls inside each context, and with what follows the ringing. */
export function callFindings(scene: Scene): readonly Finding[] {
  if (!isReadable(scene, scene.model.extensions)) return [];
  return scene.plan.contexts.flatMap((context) =>
    pairsOf(context).flatMap((pair) => oneCall(scene, context, pair)),
  );
}

function oneCall(
  scene: Scene,
  { name, pattern }: ContextPlan,
  [caller, callee]: readonly [UserPlan, UserPlan],
): readonly Finding[] {
  const { steps } = traceCall(scene.sound, caller.extension, callee.extension);
  const spoils = checksOf(name, 'call');
  const taken = steps.find(({ kind }) => kind === 'match');
  if (taken === undefined) {
    const context = steps[0]?.context ?? name;
    return lostNumber(scene, { context, number: callee.extension, pattern, spoils });
  }
  const rings = steps.findIndex(({ kind }) => kind === 'rings' || kind === 'rings-nobody');
  const ringing = steps[rings];
  if (ringing === undefined) return neverRings(steps, taken, callee, spoils);
  const before = steps.slice(0, rings).find(({ kind }) => kind === 'voicemail-absent');
  const early = before === undefined ? [] : neverRings(steps, taken, callee, spoils);
  return [
    ...early,
    ...wrongPhone(scene, ringing, callee, spoils),
    ...depositFindings(scene, {
      user: callee,
      context: name,
      ringing,
      after: steps.slice(rings + 1),
    }),
  ];
}

/** The call is taken by lines that ring nobody. */
function neverRings(
  steps: readonly CallStep[],
  taken: CallStep,
  { extension: number }: UserPlan,
  spoils: readonly string[],
): readonly Finding[] {
  const stop = unknownApplication(steps, spoils);
  if (stop !== undefined) return [stop];
  const loop = steps.find(({ kind }) => kind === 'loop');
  const rule = loop === undefined ? 'never-dials' : 'loops';
  const first = steps.find(({ kind }) => !['account', 'match'].includes(kind)) ?? taken;
  const application = first.application.replace(/\(.*$/, '');
  const place = first.place ?? taken.place;
  return place === null
    ? []
    : [finding(rule, place, taken.context, spoils, { application, number })];
}

function wrongPhone(
  scene: Scene,
  step: CallStep,
  { extension: number }: UserPlan,
  spoils: readonly string[],
): readonly Finding[] {
  const phone = String(step.about.phones ?? '');
  if (phone.split(' & ').some((one) => one.toLowerCase() === `sip/${number}`)) return [];
  const raw = entryOf(scene, step)?.data.split(',')[0]?.trim() ?? phone;
  const [technology = '', target] = phone.split('/');
  const place = step.place;
  if (place === null) return [];
  const tell = (rule: Parameters<typeof finding>[0], found: string) => [
    finding(rule, place, step.context, spoils, { found, number }),
  ];
  if (target === undefined) return tell('dial-form', raw);
  if (technology.toLowerCase() !== 'sip') return tell('dial-technology', technology);
  if (/[|;\s]/.test(target) || /\$\{EXTEN\}./.test(raw)) return tell('dial-delimiter', raw);
  if (/EXTEN|[${}]/i.test(raw) && !takesDigits(raw)) return tell('dial-variable', raw);
  return raw.includes('${') ? tell('dial-other', target) : tell('dial-fixed', raw);
}

/** `${EXTEN:1}` is a variable as it should be, of which a part is taken. */
function takesDigits(raw: string): boolean {
  return /\$\{EXTEN(?::-?\d+){1,2}\}/.test(raw);
}
