import type { ConfigurationFiles } from '../../configuration/configuration-text.ts';
import type { Account } from '../accounts.ts';
import { lastSetting } from '../conf/conf-file.ts';
import { readConf } from '../conf/read-conf.ts';
import { type ExchangeModel, exchangeModel } from '../exchange-model.ts';
import type { Mailbox } from '../mailboxes.ts';
import {
  planLine,
  type RunningAccount,
  type RunningBox,
  type RunningExchange,
  runningAccounts,
  runningBoxes,
  runningPlan,
  SHOWN_SECRET,
} from './running-exchange.ts';

/** The files that Asterisk makes accounts, dial plan and boxes of. */
export type MainFile = 'users.conf' | 'extensions.conf' | 'voicemail.conf';

/** Where a box without a context is, and those that users.conf brings along. */
const DEFAULT = 'default';

/**
 * The files that were saved and that the running Asterisk has not read since: what it says of itself
 * is not what they say. Only what both say is compared, so that a difference is always one. A file that
 * Asterisk refuses is none of them, since no reload would help.
 */
export function staleFiles(
  files: ConfigurationFiles,
  running: RunningExchange,
  model: ExchangeModel = exchangeModel(files),
): readonly MainFile[] {
  const { users, extensions, voicemail } = model;
  const [accounts, plan, boxes] = [
    runningAccounts(running),
    runningPlan(running),
    runningBoxes(running),
  ];
  const differs: Readonly<Record<MainFile, boolean>> = {
    'users.conf':
      isRead(users) && accounts !== null && accountsDiffer(model, otherAccounts(files), accounts),
    'extensions.conf': isRead(extensions) && plan !== null && !sameWords(savedPlan(model), plan),
    'voicemail.conf': isRead(voicemail) && boxes !== null && boxesDiffer(model, boxes),
  };
  return (['users.conf', 'extensions.conf', 'voicemail.conf'] as const).filter(
    (file) => differs[file],
  );
}

function isRead({ there, refused }: ExchangeModel['users']): boolean {
  return there && refused === null;
}

function sameWords(one: readonly string[], other: readonly string[]): boolean {
  return [...new Set(one)].sort().join('\n') === [...new Set(other)].sort().join('\n');
}

function savedPlan({ plan }: ExchangeModel): readonly string[] {
  return plan.contexts.flatMap(({ entries }) =>
    entries.map(({ context, extension, priority, application, data }) =>
      planLine(context, extension, priority, `${application}(${data})`),
    ),
  );
}

/** Accounts may stand in sip.conf as well; whose they are nobody can tell by their names. */
function otherAccounts(files: ConfigurationFiles): readonly string[] {
  return readConf(files, 'sip.conf').sections.map(({ name }) => name);
}

function accountsDiffer(
  { accounts }: ExchangeModel,
  others: readonly string[],
  running: readonly RunningAccount[],
): boolean {
  const saved = accounts.filter((one) => mayCall(one) && !others.includes(one.name));
  const read = running.filter(({ name }) => !others.includes(name));
  const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => bytes(name));
  if (
    !sameWords(
      names(saved).map((name) => name.slice(0, 25)),
      names(read),
    )
  )
    return true;
  return saved.some((one) => {
    const own = read.find(({ name }) => name === one.name);
    return own !== undefined && accountDiffers(one, own);
  });
}

function accountDiffers({ settings, context }: Account, running: RunningAccount): boolean {
  const secret = lastSetting(settings, 'secret')?.value ?? '';
  const box = lastSetting(settings, 'mailbox')?.value ?? '';
  const wanted = box.split(',').map((one) => one.trim());
  const { mailboxes } = running;
  return (
    (context?.value ?? 'public') !== running.context ||
    (running.secret !== null && bytes(secret).slice(0, SHOWN_SECRET).trim() !== running.secret) ||
    (mailboxes !== null && wanted.some((one) => one !== '' && !mailboxes.includes(one)))
  );
}

/** `sip show users` has no others. */
function mayCall({ settings }: Account): boolean {
  const type = lastSetting(settings, 'type')?.value.toLowerCase();
  return type === undefined || type !== 'peer';
}

/** Tables are cut by bytes. */
function bytes(text: string): string {
  return Buffer.from(text).toString('latin1');
}

/**
 * In `default`, boxes that accounts bring along stand beside those of the file: there only a box that
 * is missing tells anything.
 */
function boxesDiffer({ boxes }: ExchangeModel, running: readonly RunningBox[]): boolean {
  const saved = boxes.filter(({ origin }) => origin === 'voicemail.conf');
  const [own, inDefault] = parted(saved);
  const [read, readInDefault] = parted(running);
  const names = (all: readonly Pick<Mailbox, 'context' | 'number'>[]) =>
    all.map(({ context, number }) => `${context} ${number}`);
  if (!sameWords(names(own), names(read))) return true;
  const known = names(readInDefault);
  if (names(inDefault).some((name) => !known.includes(name))) return true;
  return own.some(({ context, number, pin }) => {
    const same = read.find((one) => one.context === context && one.number === number);
    return same !== undefined && same.pin !== null && same.pin !== pin;
  });
}

function parted<T extends { readonly context: string }>(boxes: readonly T[]): [T[], T[]] {
  const isDefault = ({ context }: T) => context.toLowerCase() === DEFAULT;
  return [boxes.filter((box) => !isDefault(box)), boxes.filter(isDefault)];
}
