import type { CallStep } from '../../../model/asterisk/plan/call-path.ts';
import { entriesOf } from '../../../model/asterisk/plan/find-entry.ts';
import { isPattern, takesNumber } from '../../../model/asterisk/plan/pattern.ts';
import { boxOf, traceCall } from '../../../model/asterisk/plan/trace-call.ts';
import type { ContextPlan, UserPlan } from '../../../model/numbering/team-plan.ts';
import { type Finding, finding } from '../cause.ts';
import { commentedLine } from '../lines/commented-line.ts';
import { looksLike } from '../looks-like.ts';
import { checksOf, isReadable, type Scene } from '../scene.ts';
import { lostNumber } from './number-rules.ts';
import { entryOf, unknownApplication } from './step-entry.ts';

/** Why the voicemail number of a context does not open its caller's box. */
export function consultFindings(scene: Scene): readonly Finding[] {
  if (!isReadable(scene, scene.model.extensions)) return [];
  return scene.plan.contexts.flatMap((context) =>
    context.users.flatMap((user) => oneVisit(scene, context, user)),
  );
}

function oneVisit(
  scene: Scene,
  { name, voicemail: number }: ContextPlan,
  user: UserPlan,
): readonly Finding[] {
  const { steps } = traceCall(scene.sound, user.extension, number);
  const spoils = checksOf(name, 'consult');
  const taken = steps.find(({ kind }) => kind === 'match');
  const context = steps[0]?.context ?? name;
  if (taken === undefined) return lostNumber(scene, { context, number, pattern: number, spoils });
  const unknown = unknownApplication(steps, spoils);
  if (unknown !== undefined) return [unknown];
  const visit = { context, number, spoils };
  const mailbox = steps.find(({ kind }) => kind.startsWith('mailbox'));
  if (mailbox !== undefined) {
    const wrong = wrongBox(scene, mailbox, { ...visit, context: name, user });
    return wrong.length > 0 ? wrong : detour(scene, visit);
  }
  if (isPattern(taken.extension)) return takenByPattern(scene, taken, visit);
  return [...neverOpens(scene, steps, taken, visit)];
}

/** Its own lines begin, and never come to VoiceMailMain. */
function neverOpens(
  scene: Scene,
  steps: readonly CallStep[],
  taken: CallStep,
  visit: Visit,
): readonly Finding[] {
  const { number, spoils } = visit;
  const deposit = steps.find(({ kind }) => kind.startsWith('voicemail'));
  if (deposit?.place != null && !isPattern(deposit.extension)) {
    return [finding('consult-deposits', deposit.place, deposit.context, spoils, { number })];
  }
  const gap = steps.find(({ kind }) => kind === 'gap');
  if (gap?.place != null && !isPattern(gap.extension)) {
    const params = { missing: gap.about.missing ?? 0, next: gap.about.next ?? 0 };
    return [
      finding('priority-gap', gap.place, gap.context, spoils, {
        ...params,
        pattern: gap.extension,
      }),
    ];
  }
  const slip = misplaced(scene, visit);
  if (slip !== undefined) return [slip];
  const own = entriesOf(scene.model.plan, taken.context).filter(
    ({ extension }) => extension === number,
  );
  const place = own.at(-1) ?? taken.place;
  if (place === null || hasLostLine(scene, visit)) return [];
  return [finding('consult-line-absent', place, taken.context, spoils, { number })];
}

/** Its box opens, after lines of another pattern that stand where its own have a gap. */
function detour(scene: Scene, { context, number, spoils }: Visit): readonly Finding[] {
  const own = entriesOf(scene.model.plan, context)
    .filter(({ extension }) => extension === number)
    .toSorted((a, b) => a.priority - b.priority);
  const index = own.findIndex(({ priority }, at) => priority !== at + 1);
  const after = own[index];
  if (after === undefined) return [];
  const slip = misplaced(scene, { context, number, spoils });
  if (slip !== undefined) return [slip];
  if (hasLostLine(scene, { context, number, spoils })) return [];
  const params = { missing: index + 1, next: after.priority, pattern: number };
  return [finding('priority-gap', after, after.context, spoils, params)];
}

interface Visit {
  readonly context: string;
  readonly number: string;
  readonly spoils: readonly string[];
}

/** A line that Asterisk could not take and that speaks of the number: told by itself. */
function hasLostLine({ model }: Scene, { number }: Visit): boolean {
  const plan = model.plan.faults.map(({ extension, found }) => `${extension} ${found}`);
  return [...plan, ...model.extensions.faults.map(({ found }) => found)].some((text) =>
    text.includes(number),
  );
}

/** Lines for telephones take the number: its own are away, later, without a first priority, misspelt. */
function takenByPattern(scene: Scene, taken: CallStep, visit: Visit): readonly Finding[] {
  const { context, number, spoils } = visit;
  const pattern = taken.extension;
  const entries = entriesOf(scene.model.plan, context);
  const own = entries.find(
    (one) => !isPattern(one.extension) && takesNumber(one.extension, number),
  );
  const slip = misplaced(scene, visit);
  if (own !== undefined && own.context === context) {
    const params = { pattern: number, priority: own.priority, number };
    return [slip ?? finding('first-priority', own, own.context, spoils, params)];
  }
  const place = taken.place ?? { file: 'extensions.conf', line: 1 };
  if (own !== undefined) {
    const params = { number, pattern, context: own.context };
    return [finding('include-later', place, taken.context, spoils, params)];
  }
  if (slip !== undefined) return [slip];
  if (hasLostLine(scene, visit)) return [];
  return [finding('number-taken', place, taken.context, spoils, { number, pattern })];
}

/** Lines that were surely meant for the number: misspelt, of another team, commented out, elsewhere. */
function misplaced(scene: Scene, { context, number, spoils }: Visit): Finding | undefined {
  const { contexts } = scene.model.plan;
  const known = scene.plan.contexts.flatMap(({ voicemail, users }) => [
    voicemail,
    ...users.map(({ extension }) => extension),
  ]);
  const near = contexts
    .flatMap((one) => one.entries)
    .find(
      ({ extension, application }) =>
        /^(?:voicemailmain|answer)$/i.test(application) &&
        !isPattern(extension) &&
        !known.includes(extension) &&
        looksLike(extension, number),
    );
  if (near !== undefined) {
    const foreign = near.extension.slice(1) === number.slice(1);
    const params = { found: near.extension, number };
    return finding(
      foreign ? 'other-team' : 'extension-misspelt',
      near,
      near.context,
      spoils,
      params,
    );
  }
  const begins = new RegExp(`^exten\\s*=>?\\s*${number}\\b`, 'i');
  const hidden = commentedLine(scene.files, 'extensions.conf', begins);
  if (hidden !== undefined) {
    return finding('extension-commented', hidden, context, spoils, { number });
  }
  const visible = entriesOf(scene.model.plan, context).some(
    ({ extension }) => extension === number,
  );
  const entry = contexts
    .filter(({ name }) => name !== context)
    .flatMap((one) => one.entries)
    .find(({ extension }) => extension === number);
  if (entry === undefined || visible) return undefined;
  const params = { pattern: number, found: entry.context, context };
  return finding('extension-elsewhere', entry, entry.context, spoils, params);
}

function wrongBox(
  scene: Scene,
  step: CallStep,
  { user, context: expected, number, spoils }: Visit & { readonly user: UserPlan },
): readonly Finding[] {
  const raw = entryOf(scene, step)?.data ?? '';
  const [first = '', options = ''] = raw.split(',');
  const [, filled = ''] = /^[^(]*\((.*)\)$/s.exec(step.application) ?? [];
  const { box, context } = boxOf(filled);
  const place = step.place;
  if (place === null) return [];
  const tell = (rule: Parameters<typeof finding>[0], found: string) =>
    finding(rule, place, step.context, spoils, { found, number });
  const skipped = options.includes('s') ? [tell('pin-skipped', options.trim())] : [];
  const rightContext = context.toLowerCase() === expected.toLowerCase();
  if (box === '' && /CALLERID|[${}]/i.test(first)) return [...skipped, tell('box-variable', first)];
  if (box === '') return rightContext ? skipped : [...skipped, tell('consult-bare', raw)];
  if (!first.includes('@') || !rightContext) {
    return [
      ...skipped,
      tell(
        first.includes('@') ? 'box-other-context' : 'box-no-context',
        first.includes('@') ? context : first,
      ),
    ];
  }
  if (box === user.mailbox) return skipped;
  if (/EXTEN/.test(first) && box === number) return [...skipped, tell('consult-own-number', first)];
  return [
    ...skipped,
    tell(/[${}]|CALLERID|EXTEN/i.test(first) ? 'box-variable' : 'box-fixed', first),
  ];
}
