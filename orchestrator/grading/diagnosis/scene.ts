import type { ConfFile } from '../../model/asterisk/conf/conf-file.ts';
import { type ExchangeModel, exchangeModel } from '../../model/asterisk/exchange-model.ts';
import { type ConfigurationFiles, isBlank } from '../../model/configuration/configuration-text.ts';
import type { ContextPlan, TeamPlan, UserPlan } from '../../model/numbering/team-plan.ts';
import { usersOf } from '../../model/numbering/team-plan.ts';
import type { DiagnosisRequest } from './cause.ts';

/** What the rules look at: the numbers that are meant, and the exchange that the files make. */
export interface Scene {
  readonly plan: TeamPlan;
  readonly files: ConfigurationFiles;
  readonly model: ExchangeModel;
  /** The same exchange with every account as it should be: what is left is the dial plan's own. */
  readonly sound: ExchangeModel;
  readonly ring: { readonly seconds: number; readonly tolerance: number };
}

const RING = { seconds: 20, tolerance: 3 };

/** Reads a team's files for the rules. */
export function sceneOf({ plan, files, ring = RING }: DiagnosisRequest): Scene {
  const model = exchangeModel(files);
  const accounts = usersOf(plan).map((user) => soundAccount(model, plan, user));
  return { plan, files, model, sound: { ...model, accounts }, ring };
}

/** A file that Asterisk reads and that says something: only then its lines are looked at. */
export function isReadable({ files }: Scene, conf: ConfFile): boolean {
  const content = files.get(conf.file);
  return content !== undefined && !isBlank(content) && conf.refused === null;
}

/** The checks of a context from some link of the chain on. */
export function checksOf(
  context: string,
  from: 'register' | 'call' | 'deposit' | 'consult',
): readonly string[] {
  const links = [
    ['register', `register.${context}`],
    ['call', `call.${context}`],
    ['call', 'contexts.separate'],
    ['deposit', `voicemail.deposit.${context}`],
    ['deposit', 'voicemail.files'],
    ['consult', `voicemail.consult.${context}`],
    ['consult', 'voicemail.pin'],
  ] as const;
  const first = links.findIndex(([link]) => link === from);
  return links.slice(first).map(([, id]) => id);
}

/** The checks of every context from some link of the chain on. */
export function allChecks(
  { plan }: Pick<Scene, 'plan'>,
  from: 'register' | 'call' | 'deposit' | 'consult',
): readonly string[] {
  const own = plan.contexts.flatMap(({ name }) => checksOf(name, from));
  const accounts =
    from === 'register' ? ['pbx.boots', 'pbx.clean', 'register.refuses', 'register.template'] : [];
  return [...new Set([...accounts, ...own])];
}

/** Each pair of neighbours in a context, both ways: who calls whom in the checks. */
export function pairsOf({ users }: ContextPlan): readonly (readonly [UserPlan, UserPlan])[] {
  const [one, other] = users;
  if (one === undefined || other === undefined) return [];
  return [
    [one, other],
    [other, one],
  ];
}

function soundAccount({ accounts, plan: dial }: ExchangeModel, plan: TeamPlan, user: UserPlan) {
  const own = accounts.find(({ name }) => name === user.extension);
  const found = own?.context?.value ?? '';
  // Contexts that a team calls otherwise, everywhere, are as good as the sheet's.
  const renamed =
    dial.contexts.some(({ name }) => name === found) &&
    !plan.contexts.some(({ name }) => name === found);
  const value = renamed ? found : user.context;
  const place = { file: 'users.conf', line: own?.line ?? 0 };
  const context = { ...place, key: 'context', value, inherited: false, raw: '' };
  return { ...place, name: user.extension, settings: [], context, callerId: user.extension };
}
