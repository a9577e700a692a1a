import type { RunningExchange } from '../../../model/asterisk/running/running-exchange.ts';
import { staleFiles } from '../../../model/asterisk/running/stale-files.ts';
import { type Finding, finding } from '../cause.ts';
import { allChecks, isReadable, type Scene } from '../scene.ts';

/** What each file makes go wrong first. */
const SPOILS = {
  'users.conf': 'register',
  'extensions.conf': 'call',
  'voicemail.conf': 'deposit',
} as const;

/** The files that were saved and that the running Asterisk has not read since. */
export function notReloaded(
  scene: Scene,
  running: RunningExchange,
  saved: ReadonlyMap<string, string> = new Map(),
): readonly Finding[] {
  const { users, extensions, voicemail } = scene.model;
  const readable = [users, extensions, voicemail].filter((conf) => isReadable(scene, conf));
  return staleFiles(scene.files, running, scene.model)
    .filter((file) => readable.some((conf) => conf.file === file))
    .map((file) =>
      finding('not-reloaded', { file, line: null }, null, allChecks(scene, SPOILS[file]), {
        time: saved.get(file) ?? '–',
      }),
    );
}
