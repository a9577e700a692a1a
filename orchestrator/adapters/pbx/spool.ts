import { unpackTar } from '../../model/archives/tar.ts';
import {
  type Message,
  type MessagePlace,
  messagesOf,
  placeText,
} from '../../model/voicemail/message.ts';
import type { ReadFromPbx, RunInPbx } from './run.ts';

/** Where Asterisk keeps voicemail: context/mailbox/folder/msgNNNN.{txt,wav}. */
const SPOOL = '/var/spool/asterisk/voicemail';

/**
 * One look: the new files as a tar archive on standard output; the text file of every message, and
 * every recording under way, on standard error. A recording is in `tmp` until it is a message. What is larger
 * than a quarter of an hour of speech is no message that anybody waits for.
 */
const LOOK = `cd ${SPOOL} || exit
find . -name 'msg*' -type f -size -16M -newermt "@$1" ! -path '*/tmp/*' -print0 | tar --null -T - -cf -
find . -name 'msg*.txt' >&2
find . -path '*/tmp/*' -type f -newermt "@$1" >&2`;

/** What one look at the spool showed. */
export interface SpoolLook {
  /** The messages written since the time that was asked about, with their sound. */
  readonly fresh: readonly Message[];
  /** The place of every message there is. */
  readonly all: readonly MessagePlace[];
  /** A message begun since then is still being recorded or put away. */
  readonly recording: boolean;
}

/** Looks at every box: what was written since a time of the PBX's clock, and what else there is. */
export async function lookAtSpool(read: ReadFromPbx, since: number): Promise<SpoolLook> {
  const { stdout, stderr } = await read(['sh', '-c', LOOK, 'spool', String(since)]);
  const paths = stderr.split('\n');
  return {
    fresh: messagesOf(await unpackTar(stdout)),
    all: messagesOf(paths.map((path) => ({ path, content: new Uint8Array() }))),
    recording: paths.some((path) => path.includes('/tmp/')),
  };
}

/** A run that leaves messages of its own in the spool. */
export interface SpoolRun {
  /** What its voices are drawn from. */
  readonly seed: number;
  /** When it began, by the PBX's own clock, which dates messages: seconds since 1970. */
  readonly since: number;
}

/** Beside the boxes, and so for as long as their messages: a line for each run not tidied up after. */
const RUNS = '.lab-runs';
/** The folders that there were before the first of those runs. */
const FOLDERS = '.lab-folders';

/** Enters a run before its first message. Returns all that are entered: killed ones, then this one. */
export async function enterRun(run: RunInPbx, seed: number): Promise<readonly SpoolRun[]> {
  const script = `cd ${SPOOL} && { [ -e ${FOLDERS} ] || find . -type d >${FOLDERS}; } &&
echo "$1 $(date +%s.%N)" >>${RUNS} && cat ${RUNS}`;
  const { stdout } = await run(['sh', '-c', script, 'spool', String(seed)]);
  return [...stdout.matchAll(/^(\d+) ([\d.]+)$/gm)].map(([, drawnFrom, began]) => ({
    seed: Number(drawnFrom),
    since: Number(began),
  }));
}

/**
 * Takes messages out of the spool, the last ones of every run that was entered, and the empty folders
 * that came with them. A gap is closed by Asterisk when the box is next opened.
 */
export async function clearRuns(run: RunInPbx, places: readonly MessagePlace[]): Promise<void> {
  const script = `cd ${SPOOL} || exit
for file in "$@"; do rm -f "$file".*; done
find . -depth -type d | grep -vxF -f ${FOLDERS} | while read -r folder; do rmdir "$folder"; done
rm -f ${RUNS} ${FOLDERS}`;
  await run(['sh', '-c', script, 'spool', ...places.map(placeText)]);
}

/** Makes Asterisk's user own what root puts there; prints the number that it got, and how many were there. */
const PUT = `set -e
cd ${SPOOL}
box=$1/$2/INBOX
mkdir -p "$box"
before=$(find "$box" -name 'msg*.txt' | wc -l)
n=0
while file=$box/msg$(printf %04d "$n"); [ -e "$file.txt" ]; do n=$((n + 1)); done
base64 -d >"$file.wav"
printf '[message]\\norigmailbox=%s\\ncontext=%s\\nexten=%s\\npriority=2\\ncallerchan=SIP/%s-lab\\ncallerid=<%s>\\norigtime=%s\\nmsg_id=%s-lab\\nduration=2\\n' \\
    "$2" "$1" "$2" "$3" "$3" "$(date +%s)" "$(date +%s)" >"$file.txt"
chown -R asterisk:asterisk "$1/$2"
echo "$n $before"`;

/** A message to put into a box as if `caller` had left it. */
export interface ArrangedMessage {
  readonly context: string;
  readonly mailbox: string;
  readonly caller: string;
  readonly sound: Uint8Array;
}

/** A message that was put into a box, and how many voicemail plays before it. */
export interface PutMessage {
  readonly place: MessagePlace;
  readonly before: number;
}

/** Puts a message into a box's INBOX, behind those that are there. */
export async function putMessage(
  run: RunInPbx,
  { context, mailbox, caller, sound }: ArrangedMessage,
): Promise<PutMessage> {
  const command = ['sh', '-c', PUT, 'spool', context, mailbox, caller];
  const { stdout } = await run(command, Buffer.from(sound).toString('base64'));
  const [index = 0, before = 0] = stdout.trim().split(' ').map(Number);
  return { place: { context, mailbox, folder: 'INBOX', index }, before };
}
