import type { StepKind } from '../../../base/problems/call-steps.ts';
import type { ExchangeModel } from '../exchange-model.ts';
import { findMailbox } from '../mailboxes.ts';
import { type ApplicationRole, applicationRole } from './applications.ts';
import type { CallPath, CallStep } from './call-path.ts';
import type { PlanEntry } from './dial-plan.ts';
import { fillVariables } from './fill-variables.ts';
import { entriesOf, findEntry } from './find-entry.ts';
import { jumpTarget, type Position } from './jump-target.ts';
import { takesNumber } from './pattern.ts';

/** No dial plan of a course is longer; a circle is. */
const MOST_STEPS = 100;

interface Walk {
  readonly model: ExchangeModel;
  readonly steps: CallStep[];
  readonly variables: Map<string, string>;
  readonly returns: Position[];
  at: Position | null;
}

/** Follows a call through the dial plan without placing it: nobody answers the phones that ring. */
export function traceCall(model: ExchangeModel, from: string, to: string): CallPath {
  const steps: CallStep[] = [];
  const done = { from, to, steps };
  const { users, extensions, plan } = model;
  if (users.refused !== null && model.accounts.length === 0) {
    steps.push(step('file-refused', users.refused, { file: users.file }));
    return done;
  }
  const account = model.accounts.find(({ name }) => name === from);
  if (account === undefined) {
    steps.push(step('account-absent', null, { number: from }));
    return done;
  }
  const context = account.context?.value ?? 'public';
  steps.push({ ...step('account', account.context ?? account, { context }), context });
  if (extensions.refused !== null) {
    steps.push(step('file-refused', extensions.refused, { file: extensions.file }));
    return done;
  }
  if (!plan.contexts.some(({ name }) => name === context)) {
    steps.push({ ...step('context-absent', account.context ?? account, { context }), context });
    return done;
  }
  const first = findEntry(model.plan, { context, number: to, priority: 1 });
  if (first === null) {
    steps.push({ ...step('no-match', null, { number: to, context }), context, extension: to });
    return done;
  }
  const about = { number: to, pattern: first.entry.extension, through: first.through.join(' → ') };
  steps.push({ ...ofEntry('match', first.entry, '', about), context: first.entry.context });
  const variables = new Map([...model.plan.globals, ['CALLERID(num)', account.callerId]]);
  const at = { context, extension: to, priority: 1 };
  walk({ model, steps, variables, returns: [], at });
  return done;
}

function walk(run: Walk): void {
  for (let most = MOST_STEPS; most > 0; most--) {
    const { at, model, steps } = run;
    if (at === null) return;
    const { context, extension: number, priority } = at;
    const found = findEntry(model.plan, { context, number, priority });
    if (found === null) {
      steps.push(endOf(model, at));
      return;
    }
    run.at = { ...at, priority: priority + 1 };
    takeStep(run, found.entry, at);
  }
  run.steps.push(step('loop', null, {}));
}

function takeStep(run: Walk, entry: PlanEntry, at: Position): void {
  const { extension, context, priority } = at;
  run.variables.set('EXTEN', extension);
  run.variables.set('CONTEXT', context);
  run.variables.set('PRIORITY', String(priority));
  const data = fillVariables(entry.data, run.variables);
  const role = applicationRole(entry.application);
  const tell = (kind: StepKind, about: CallStep['about'] = {}) =>
    run.steps.push(ofEntry(kind, entry, data, about));
  if (role === null) {
    tell('application-unknown', { name: entry.application });
    run.at = null;
  } else ROLES[role]({ run, entry, data, at, tell });
}

interface Doing {
  readonly run: Walk;
  readonly entry: PlanEntry;
  readonly data: string;
  readonly at: Position;
  readonly tell: (kind: StepKind, about?: CallStep['about']) => void;
}

const ROLES: Readonly<Record<ApplicationRole, (doing: Doing) => void>> = {
  plain: ({ tell }) => tell('runs'),
  set: ({ run, data, tell }) => {
    const [name = '', ...value] = data.split('=');
    run.variables.set(name.trim(), value.join('='));
    tell('runs');
  },
  end: ({ run, tell }) => {
    tell('hangs-up');
    run.at = null;
  },
  keep: ({ run, tell }) => {
    tell('stays');
    run.at = null;
  },
  jump: ({ run, entry, at, tell }) => {
    const jump = jumpTarget(run.model.plan, entry, at, run.variables, run.returns);
    if (jump === null) tell('runs');
    else {
      tell('jumps', { context: jump.context, extension: jump.extension, priority: jump.priority });
      run.at = jump;
    }
  },
  dial,
  voicemail: ({ run, data, tell }) => {
    const { box, context } = boxOf(data);
    const known = findMailbox(run.model.boxes, box, context);
    tell(
      known === undefined ? 'voicemail-absent' : 'voicemail',
      aboutBox(box, known?.context ?? context),
    );
    if (known !== undefined) run.at = null;
  },
  main: ({ run, data, tell }) => {
    const { box, context } = boxOf(data);
    const known = findMailbox(run.model.boxes, box, context);
    if (box === '') tell('mailbox-asked', { context });
    else
      tell(
        known === undefined ? 'mailbox-absent' : 'mailbox',
        aboutBox(box, known?.context ?? context),
      );
    run.at = null;
  },
};

function dial({ run, data, tell }: Doing): void {
  const [targets = '', seconds = ''] = data.split(',').map((part) => part.trim());
  const phones = targets.split('&').map((one) => one.replaceAll('"', ''));
  const known = phones.filter((phone) => {
    const [, name] = /^sip\/([^/@]+)$/i.exec(phone) ?? [];
    return run.model.accounts.some((account) => account.name === name);
  });
  const time = Math.max(0, Number.parseFloat(seconds) || 0);
  const endless = known.length > 0 && time === 0;
  run.variables.set('DIALSTATUS', known.length > 0 ? 'NOANSWER' : 'CHANUNAVAIL');
  const about = { phones: phones.join(' & '), seconds: time };
  tell(known.length > 0 ? 'rings' : 'rings-nobody', about);
  if (endless) run.at = null;
}

/** `3102@finance,u`: the box and its context, which is `default` unless said. */
export function boxOf(data: string): { readonly box: string; readonly context: string } {
  const [first = ''] = (data.split(',')[0] ?? '').split('&');
  const [box = '', context = ''] = first.trim().split('@');
  return { box, context: context === '' ? 'default' : context };
}

function aboutBox(box: string, context: string) {
  return { box, context };
}

/** Where a call ends that has nothing more to do: at a gap, or because that was all. */
function endOf(model: ExchangeModel, { context, extension, priority }: Position): CallStep {
  const later = entriesOf(model.plan, context)
    .filter((one) => one.priority > priority && takesNumber(one.extension, extension))
    .toSorted((a, b) => a.priority - b.priority)[0];
  if (later === undefined) {
    return { ...step('over', null, {}), context, extension, priority };
  }
  const about = { missing: priority, next: later.priority };
  return { ...ofEntry('gap', later, later.data, about), priority };
}

function step(kind: StepKind, place: CallStep['place'], about: CallStep['about']): CallStep {
  const at = place === null ? null : { file: place.file, line: place.line };
  return { kind, place: at, context: '', extension: '', priority: null, application: '', about };
}

function ofEntry(
  kind: StepKind,
  { file, line, context, extension, priority, application }: PlanEntry,
  data: string,
  about: CallStep['about'],
): CallStep {
  const place = { file, line };
  return {
    kind,
    place,
    context,
    extension,
    priority,
    application: `${application}(${data})`,
    about,
  };
}
