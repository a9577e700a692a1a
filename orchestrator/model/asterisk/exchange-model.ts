import type { ConfigurationFiles } from '../configuration/configuration-text.ts';
import { type Account, accountsOf } from './accounts.ts';
import type { ConfFile } from './conf/conf-file.ts';
import { readConf } from './conf/read-conf.ts';
import { type Mailbox, mailboxesOf } from './mailboxes.ts';
import { type DialPlan, dialPlan } from './plan/dial-plan.ts';

/** What an exchange would be with a team's files: accounts, dial plan, mailboxes. */
export interface ExchangeModel {
  readonly users: ConfFile;
  readonly extensions: ConfFile;
  readonly voicemail: ConfFile;
  readonly accounts: readonly Account[];
  readonly plan: DialPlan;
  readonly boxes: readonly Mailbox[];
}

/** Reads a team's files as Asterisk would. */
export function exchangeModel(files: ConfigurationFiles): ExchangeModel {
  const users = readConf(files, 'users.conf');
  const extensions = readConf(files, 'extensions.conf');
  const voicemail = readConf(files, 'voicemail.conf');
  return {
    ...{ users, extensions, voicemail },
    accounts: accountsOf(users),
    plan: dialPlan(extensions),
    boxes: mailboxesOf(voicemail, users),
  };
}
