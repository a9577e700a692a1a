import type { RunInPbx } from './run.ts';

/** How much a team has made since its first day: files changed or new, messages left. */
export interface TeamWork {
  readonly configuration: number;
  readonly messages: number;
  readonly home: number;
}

/** The PBX leaves this mark once the files of the stage are in place. */
const COUNT = `mark=/etc/asterisk/.lab-seeded; [ -e $mark ] || exit 1
find /etc/asterisk -type f -newer $mark | wc -l
find /var/spool/asterisk/voicemail -name 'msg*.txt' | wc -l
find /root -type f -newer $mark | wc -l`;

/** Counts a team's work in its running PBX; null when that can't be told. */
export async function countWork(run: RunInPbx): Promise<TeamWork | null> {
  const { code, stdout } = await run(['sh', '-c', COUNT]);
  const [configuration, messages, home] = stdout.split('\n').map(Number);
  if (code !== 0 || configuration === undefined) return null;
  return { configuration, messages: messages ?? 0, home: home ?? 0 };
}
