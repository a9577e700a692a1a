import type { CallStep } from '../../../model/asterisk/plan/call-path.ts';
import { entriesOf } from '../../../model/asterisk/plan/find-entry.ts';
import { isPattern, takesNumber } from '../../../model/asterisk/plan/pattern.ts';
import { boxOf, traceCall } from '../../../model/asterisk/plan/trace-call.ts';
import type { ContextPlan, UserPlan } from '../../../model/numbering/team-plan.ts';
import { type Finding, finding } from '../cause.ts';
import { looksLike } from '../looks-like.ts';
import { checksOf, isReadable, type Scene } from '../scene.ts';
import { entryOf, unknownApplication } from './call-rules.ts';
import { commentedLine } from './commented-line.ts';
import { lostNumber } from './number-rules.ts';

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
  const mailbox = steps.find(({ kind }) => kind.startsWith('mailbox'));
  if (mailbox !== undefined)
    return wrongBox(scene, mailbox, { user, context: name, number, spoils });
  if (isPattern(taken.extension))
    return [takenByPattern(scene, taken, { context, number, spoils })];
  const place = taken.place;
  if (place === null) return [];
  const deposit = steps.find(({ kind }) => kind.startsWith('voicemail'));
  if (deposit?.place != null)
    return [finding('consult-deposits', deposit.place, deposit.context, spoils, { number })];
  const gap = steps.find(({ kind }) => kind === 'gap');
  if (gap?.place != null) {
    const params = {
      missing: gap.about.missing ?? 0,
      next: gap.about.next ?? 0,
      pattern: gap.extension,
    };
    return [finding('priority-gap', gap.place, gap.context, spoils, params)];
  }
  return [finding('consult-line-absent', place, taken.context, spoils, { number })];
}

interface Visit {
  readonly context: string;
  readonly number: string;
  readonly spoils: readonly string[];
}

/** Lines for telephones take the number: its own are away, later, without a first priority, misspelt. */
function takenByPattern(
  scene: Scene,
  taken: CallStep,
  { context, number, spoils }: Visit,
): Finding {
  const pattern = taken.extension;
  const entries = entriesOf(scene.model.plan, context);
  const own = entries.find(
    (one) => !isPattern(one.extension) && takesNumber(one.extension, number),
  );
  if (own !== undefined && own.priority > 1 && own.context === context) {
    return finding('first-priority', own, own.context, spoils, {
      pattern: number,
      priority: own.priority,
      number,
    });
  }
  const place = taken.place ?? { file: 'extensions.conf', line: 1 };
  if (own !== undefined) {
    return finding('include-later', place, taken.context, spoils, {
      number,
      pattern,
      context: own.context,
    });
  }
  const known = scene.plan.contexts.flatMap(({ users }) => users.map(({ extension }) => extension));
  const near = scene.model.plan.contexts
    .flatMap((one) => one.entries)
    .find(
      ({ extension, application }) =>
        /^voicemailmain$|^answer$/i.test(application) &&
        !isPattern(extension) &&
        !known.includes(extension) &&
        !scene.plan.contexts.some(({ voicemail }) => voicemail === extension) &&
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
  const commented = commentedLine(scene.files, 'extensions.conf', begins);
  if (commented !== undefined)
    return finding('extension-commented', commented, context, spoils, { number });
  const there = scene.model.plan.contexts.find(
    (one) => one.name !== context && one.entries.some(({ extension }) => extension === number),
  );
  const entry = there?.entries.find(({ extension }) => extension === number);
  if (entry !== undefined) {
    return finding('extension-elsewhere', entry, entry.context, spoils, {
      pattern: number,
      found: entry.context,
      context,
    });
  }
  return finding('number-taken', place, taken.context, spoils, { number, pattern });
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
