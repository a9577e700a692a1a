import type { LiveState, SeenFile } from '../../adapters/pbx/live/live-state.ts';
import { exchangeModel } from '../../model/asterisk/exchange-model.ts';
import { staleFiles } from '../../model/asterisk/running/stale-files.ts';
import { NO_FACTS, type SavedFile, type ServerFacts } from '../../model/status/class-status.ts';

/** The mark that the PBX leaves when a team's first files are in place: no file of the team's. */
const SEEDED = '.lab-seeded';

/** What a look into an exchange says of it. */
export function serverFacts(live: LiveState | null): ServerFacts {
  if (live === null) return NO_FACTS;
  const { calls, messages } = live;
  const changed = changedAt(live);
  return {
    calls,
    messages: {
      all: messages.length,
      unheard: messages.filter((path) => /\/(INBOX|Urgent)\//.test(path)).length,
    },
    changed: changed === null ? null : isoDate(changed),
    notReloaded: notReloaded(live),
  };
}

/** When a file was changed last, in seconds since 1970; null: none since the first ones were put there. */
export function changedAt({ files, begun }: LiveState): number | null {
  const since = files.filter(
    ({ path, changed }) => path !== SEEDED && (begun === null || changed > begun),
  );
  return since.length === 0
    ? null
    : since.reduce((last, { changed }) => Math.max(last, changed), 0);
}

/** Told with the file that was saved: the main one, or one that it includes. */
function notReloaded({ running, files, loaded }: LiveState): readonly SavedFile[] {
  if (running === null || loaded === null) return [];
  const model = exchangeModel(running.files);
  const read = [model.users, model.extensions, model.voicemail];
  return staleFiles(running.files, running.exchange, model).flatMap((main) => {
    const of = read.find(({ file }) => file === main)?.files ?? [main];
    const fresh = files.filter(({ path, changed }) => of.includes(path) && changed > loaded);
    const [last] = fresh.toSorted((one: SeenFile, other: SeenFile) => other.changed - one.changed);
    // Nothing of it was touched since Asterisk read it: what differs is no one's saving.
    if (last === undefined) return [];
    return [{ file: last.path, saved: isoDate(last.changed) }];
  });
}

function isoDate(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
