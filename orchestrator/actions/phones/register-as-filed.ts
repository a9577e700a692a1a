import type { Connection } from '../../adapters/docker/connection.ts';
import { getFiles } from '../../adapters/docker/container-files.ts';
import { register } from '../../adapters/softphone/register.ts';
import { LabError } from '../../base/lab-error.ts';
import { accountsOf } from '../../model/asterisk/accounts.ts';
import { lastSetting } from '../../model/asterisk/conf/conf-file.ts';
import { readConf } from '../../model/asterisk/conf/read-conf.ts';
import { type TeamPlan, usersOf } from '../../model/numbering/team-plan.ts';
import { accountLine } from '../../model/rendering/account-line.ts';
import type { Workbench } from '../workbench.ts';
import { rememberAccount } from './account-memory.ts';
import type { OpenPhones } from './open-phones.ts';

/** Whose empty softphones, opened. */
export interface FiledRequest {
  readonly connection: Connection;
  readonly open: OpenPhones;
  readonly plan: TeamPlan;
}

/**
 * Gives each empty softphone the account of its number, where the team's own files have one, with the
 * secret that stands there. An exchange that refuses is no trouble here: the files are what they are.
 */
export async function registerAsFiled(
  { clock, emit, signal }: Workbench,
  { connection, open, plan }: FiledRequest,
): Promise<void> {
  const files = await getFiles(connection, plan.pbx.container, '/etc/asterisk');
  const byName = files.map(
    ({ path, content }) => [path.replace(/^asterisk\//, ''), content] as const,
  );
  const accounts = accountsOf(readConf(new Map(byName), 'users.conf'));
  await Promise.all(
    open.phones.map(async ({ client, station, line }) => {
      const { extension } = line;
      const account = accounts.find(({ name }) => name === extension);
      const secret = lastSetting(account?.settings ?? [], 'secret')?.value;
      if (secret === undefined || !/^[^\s;<>"]+$/.test(secret)) return;
      const words = accountLine({ extension, secret }, plan.pbx.address);
      const planned = usersOf(plan).find((user) => user.extension === extension)?.secret;
      if (secret !== planned) {
        await rememberAccount({ connection, clock }, station, line, words);
      }
      try {
        const { registered } = await register(client, words, { signal });
        if (registered) emit({ type: 'line', team: plan.team, extension });
      } catch (error) {
        if (!(error instanceof LabError)) throw error;
      }
    }),
  );
}
