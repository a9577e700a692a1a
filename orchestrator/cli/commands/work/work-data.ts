import type { ArchiveOutcome } from '../../../actions/archives/archive.ts';
import type { Difference } from '../../../actions/archives/diff.ts';
import type { ExportOutcome } from '../../../actions/archives/export.ts';
import type { ListedArchive } from '../../../actions/archives/list-archives.ts';
import type { RestoreOutcome } from '../../../actions/archives/restore.ts';
import { failureOf } from '../../../base/lab-error.ts';

/** `lab archive --json`: the archive of each team's work, or the error. */
export function archiveData(outcomes: readonly ArchiveOutcome[]) {
  const teams = outcomes.map((outcome) => {
    const { team } = outcome;
    return outcome.ok ? { team, archive: outcome.file } : { team, error: failureOf(outcome.error) };
  });
  return { schema: 'lab-archived/1', teams } as const;
}

/** `lab archives --json`: each archive with what it says of itself, or why it can't be used. */
export function archivesData(archives: readonly ListedArchive[]) {
  const list = archives.map(({ id, team, file, sound, error }) => {
    if (sound === null) return { id, team, file, error: failureOf(error) };
    const { size, sha256, manifest } = sound;
    const { files, schema: _schema, ...said } = manifest;
    return { id, ...said, files: files.length, file, size, sha256 };
  });
  return { schema: 'lab-archives/1', archives: list } as const;
}

/** `lab restore --json` and `lab undo --json`: what was put back, and each team as it is now. */
export function restoreData(outcomes: readonly RestoreOutcome[]) {
  const teams = outcomes.map((outcome) => {
    const { team } = outcome;
    if (!outcome.ok) return { team, error: failureOf(outcome.error) };
    const { from, restored } = outcome;
    const { decision, archive, status, lastWords } = restored;
    const operations = decision.operations.operations.map(({ id, cause }) => ({ id, cause }));
    return { ...status, restored: from.file, archive, operations, asterisk: lastWords };
  });
  return { schema: 'lab-restore/1', teams } as const;
}

/** `lab diff --json`: what a team changed, a file each. */
export function diffData({ team, stage, archive, changes }: Difference) {
  return { schema: 'lab-diff/1', team, since: { stage, archive }, changes } as const;
}

/** `lab export --json`: the folder of each team's work, or the error. */
export function exportData(outcomes: readonly ExportOutcome[]) {
  const teams = outcomes.map((outcome) => {
    const { team } = outcome;
    if (!outcome.ok) return { team, error: failureOf(outcome.error) };
    const { folder = null, files = 0 } = outcome.exported ?? {};
    return { team, folder, files };
  });
  return { schema: 'lab-export/1', teams } as const;
}
