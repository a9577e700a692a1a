import { readFile } from 'node:fs/promises';
import type { EngineTools } from '../engine-tools.ts';

/** One line of /proc/self/mountinfo, as far as it matters here. */
export interface Mount {
  readonly at: string;
  readonly type: string;
}

/** Reads /proc/self/mountinfo's text; spaces and the like are written there as `\040`. */
export function parseMounts(mountinfo: string): readonly Mount[] {
  return mountinfo.split('\n').flatMap((line) => {
    const [, at, type] = /^(?:\S+ ){4}(\S+) .*? - (\S+) /.exec(line) ?? [];
    return at === undefined || type === undefined ? [] : [{ at: unescapeOctal(at), type }];
  });
}

function unescapeOctal(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
}

/** Mount points in or at a folder, the last mounted first: the order in which they come off. */
export function mountsUnder(mounts: readonly Mount[], folder: string): readonly string[] {
  return mounts
    .map(({ at }) => at)
    .filter((at) => at === folder || at.startsWith(`${folder}/`))
    .reverse();
}

/** What is mounted right now, in the order it was mounted. */
export async function currentMounts(): Promise<readonly Mount[]> {
  return parseMounts(await readFile('/proc/self/mountinfo', 'utf8'));
}

/** Takes off everything mounted in a folder; what is still in use goes as soon as it is not. */
export async function unmountAll(folder: string, { shell }: EngineTools): Promise<void> {
  for (const at of mountsUnder(await currentMounts(), folder)) {
    const { status } = await shell.run('umount', ['--', at], { mayFail: true });
    if (status !== 0) await shell.run('umount', ['--lazy', '--', at], { mayFail: true });
  }
}
