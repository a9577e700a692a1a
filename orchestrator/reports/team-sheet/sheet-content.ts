import type { Language } from '../../i18n/catalogue.ts';
import type { AccountState, ServerState } from '../../i18n/hand-outs/sheet-phrases.ts';
import { catalogue } from '../../i18n/language.ts';
import { type ExchangeModel, exchangeModel } from '../../model/asterisk/exchange-model.ts';
import { findMailbox } from '../../model/asterisk/mailboxes.ts';
import type { ConfigurationFiles } from '../../model/configuration/configuration-text.ts';
import type { GateNames } from '../../model/gate/gate-account.ts';
import {
  type ContextPlan,
  type TeamPlan,
  type UserPlan,
  usersOf,
} from '../../model/numbering/team-plan.ts';
import { lineOf } from '../../model/topology/lab-status.ts';
import { type Drawing, networkDrawing } from './network-drawing.ts';
import { type QrCode, qrCode } from './qr-code.ts';

/** All that a team's sheet is made of. */
export interface SheetFacts {
  readonly plan: TeamPlan;
  readonly title: Readonly<Record<Language, string>>;
  readonly stage: string;
  /** Asterisk is installed there. */
  readonly installed: boolean;
  /** What the stage puts into `/etc/asterisk`: only what stands there is told, never its words. */
  readonly files: ConfigurationFiles;
  readonly gate: SheetGate;
}

/** Where the gate is, and what a team says there. */
export interface SheetGate {
  readonly host: string;
  readonly port: number;
  readonly password: string;
  readonly names: GateNames;
}

/** What a sheet says, in words; every view shows all of it. */
export interface SheetContent {
  readonly team: number;
  readonly heading: string;
  readonly title: string;
  readonly server: string;
  readonly network: {
    readonly title: string;
    readonly about: string;
    readonly drawing: Drawing;
    /** What the drawing shows: name, address, numbers. */
    readonly places: readonly (readonly string[])[];
  };
  readonly accounts: {
    readonly title: string;
    readonly about: string;
    readonly headings: readonly string[];
    readonly contexts: readonly {
      readonly title: string;
      readonly rows: readonly (readonly string[])[];
    }[];
  };
  readonly access: {
    readonly title: string;
    readonly about: string;
    /** What each is for, and what is typed. */
    readonly rows: readonly (readonly [string, string])[];
  };
  readonly codes: {
    readonly title: string;
    readonly about: string;
    readonly codes: readonly {
      readonly number: string;
      readonly uri: string;
      readonly code: QrCode;
    }[];
  };
  readonly footer: string;
}

/** The columns of accounts whose letters must be told apart one by one. */
export const TYPED_COLUMNS: readonly number[] = [0, 1, 3, 4];

/** Puts a team's sheet into words. */
export function sheetContent(facts: SheetFacts, language: Language): SheetContent {
  const { plan, title, stage, files } = facts;
  const { sheet: words } = catalogue(language).phrases;
  const { number, user, name, secret, pin, phone, done } = words.column;
  const { address } = plan.pbx;
  const exchange = exchangeModel(files);
  return {
    team: plan.team,
    heading: words.heading(plan.team),
    title: title[language],
    server: words.server[serverState(facts, exchange)],
    network: {
      title: words.network,
      about: words.drawing(plan.team),
      drawing: networkDrawing(plan),
      places: placesOf(plan),
    },
    accounts: {
      title: words.accounts,
      about: words.accountsAbout(address),
      headings: [number, user, name, secret, pin, phone, done],
      contexts: plan.contexts.map((context) => ({
        title: words.context({ ...context, ...numbersOf(context) }),
        rows: context.users.map((one) => accountRow(one, plan, exchange, language)),
      })),
    },
    access: { title: words.access, about: words.accessAbout, rows: accessRows(facts, language) },
    codes: {
      title: words.codes,
      about: words.codesAbout(address),
      codes: usersOf(plan).map(({ extension }) => {
        const uri = `sip:${extension}@${address}`;
        return { number: extension, uri, code: qrCode(uri) };
      }),
    },
    footer: words.footer(plan.lab, stage),
  };
}

function placesOf({ pbx, network, stations }: TeamPlan): readonly (readonly string[])[] {
  return [
    [pbx.hostName, pbx.address, network.subnet],
    ...stations.map(({ hostName, address, lines }) => {
      return [hostName, address, lines.map(({ extension }) => extension).join(' ')];
    }),
  ];
}

/** The first and the last number of a context, of its pattern `_31XX`. */
function numbersOf({ pattern }: ContextPlan): { readonly first: string; readonly last: string } {
  const plain = pattern.replace('_', '');
  return { first: plain.replaceAll('X', '0'), last: plain.replaceAll('X', '9') };
}

function accountRow(
  account: UserPlan,
  plan: TeamPlan,
  exchange: ExchangeModel,
  language: Language,
): readonly string[] {
  const { sheet: words } = catalogue(language).phrases;
  const { extension, user, fullName, secret, pin } = account;
  const station = lineOf(plan, extension)?.station.name ?? '–';
  const done = words.done[accountState(account, exchange)];
  return [extension, user, fullName, secret, pin, station, done];
}

function accountState(account: UserPlan, { accounts, boxes }: ExchangeModel): AccountState {
  if (!accounts.some(({ name }) => name === account.extension)) return 'nothing';
  const box = findMailbox(boxes, account.mailbox, account.context);
  return box === undefined ? 'account' : 'both';
}

function serverState({ plan, installed }: SheetFacts, exchange: ExchangeModel): ServerState {
  if (!installed) return 'bare';
  const states = usersOf(plan).map((account) => accountState(account, exchange));
  if (states.every((state) => state === 'both')) return 'ready';
  return states.every((state) => state === 'nothing') ? 'empty' : 'partly';
}

function accessRows(
  { plan, gate }: SheetFacts,
  language: Language,
): readonly (readonly [string, string])[] {
  const { sheet: words } = catalogue(language).phrases;
  const ssh = (names: readonly string[]) =>
    `ssh -p ${gate.port} ${names.find((name) => isIn(name, language)) ?? names[0]}@${gate.host}`;
  return [
    [words.root, ssh(gate.names.pbx)],
    ...gate.names.stations.map(({ station, names }) => [words.phone(station), ssh(names)] as const),
    [words.password, gate.password],
    [words.teacher, `lab shell --team ${plan.team}`],
  ];
}

function isIn(name: string, language: Language): boolean {
  return name.includes(language === 'fr' ? 'equipe' : 'team');
}
