import { datedLines, stampedLines } from '../../model/proof/asterisk-log.ts';
import type { LogLine } from '../../model/proof/proof.ts';
import type { RunInPbx } from './run.ts';

/**
 * Has a booted Asterisk tell each step of the dial plan too, through a pipe that stamps each line with
 * milliseconds, keeps 200 lines a call and 1 MiB in all, and swallows what goes round in circles.
 */
const LISTEN = `mkfifo -m 622 /run/lab-log &&
perl -MTime::HiRes=time -e 'open F, "+<", "/run/lab-log"; $| = 1; my $room = 1 << 20;
    while (<F>) {
        next if /\\[(C-\\w+)\\]/ and $said{$1}++ >= 200;
        ($room -= length) > 0 and printf "%.3f %s", time, $_;
    }' \\
    </dev/null >/run/lab-log.txt 2>/dev/null &
pbx-ready >/dev/null || exit
asterisk -rx 'logger add channel /run/lab-log notice,warning,error,verbose(3)' >/dev/null 2>&1`;

/** What Asterisk's own file says, on standard output, with the date of now as it writes dates; the rest. */
const READ = `date '+%s %b %e %H:%M:%S'
head -c 262144 /var/log/asterisk/messages 2>/dev/null
cat /run/lab-log.txt >&2 2>/dev/null`;

/** What an Asterisk has logged: until it took calls, and from then on. */
export interface CallLog {
  readonly boot: readonly LogLine[];
  readonly log: readonly LogLine[];
}

/** Waits for Asterisk's boot and begins to follow its calls. One that doesn't boot is followed no further. */
export async function followCalls(run: RunInPbx): Promise<void> {
  await run(['sh', '-c', LISTEN]);
}

/** Reads what was logged so far. */
export async function readCallLog(run: RunInPbx): Promise<CallLog> {
  const { stdout, stderr } = await run(['sh', '-c', READ]);
  const [clock = '', ...rest] = stdout.split('\n');
  const [, time = '', date = ''] = /^(\d+) (.*)$/.exec(clock) ?? [];
  const log = stampedLines(stderr);
  const followed = new Set(log.map(({ text }) => text));
  const since = log[0]?.time ?? Number.POSITIVE_INFINITY;
  const own = datedLines(rest.join('\n'), { date, time: Number(time) });
  return {
    boot: own.filter((line) => !followed.has(line.text) && (line.time ?? 0) <= since),
    log,
  };
}
