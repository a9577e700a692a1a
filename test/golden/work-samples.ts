import { labError } from '../../orchestrator/base/lab-error.ts';
import {
  archiveData,
  archivesData,
  diffData,
  exportData,
  restoreData,
} from '../../orchestrator/cli/commands/work/work-data.ts';
import type { ArchiveManifest } from '../../orchestrator/model/archives/archive-manifest.ts';
import { compareWork } from '../../orchestrator/model/archives/compare-work.ts';
import { EXPORT_MARK, folderOf, readMark } from '../../orchestrator/model/archives/work-folder.ts';
import type { WorkEntry } from '../../orchestrator/model/archives/work-tree.ts';
import { teamNumber } from '../../orchestrator/model/numbering/team-number.ts';
import { teamStatus } from '../../orchestrator/model/topology/lab-status.ts';
import { built, decision } from './sample-lab.ts';

const team = teamNumber(3);
const ms = 1_200;
const sha256 = 'ab'.repeat(32);
const path = 'etc/asterisk/users.conf';

/** What stands last in an archive. */
const MANIFEST: ArchiveManifest = {
  ...{ schema: 'lab-archive/1', team, lab: 'activity-1', stage: 'start', reason: 'reset' },
  ...{ time: '2026-11-25T14:32:07.000Z', base: '10.100', images: { pbx: 'lab/pbx:1' } },
  ...{ content: sha256, files: [{ path, size: 120, sha256 }] },
};
const sound = { manifest: MANIFEST, size: 12_000, sha256 };
const kept = { team, id: '1125-143207', file: '/a/lab-team3-2026-11-25-143207.tar.gz' };
const from = { ...kept, ...sound, name: 'lab-team3-2026-11-25-143207.tar.gz' };
const first = decision(3);
const aim = { why: 'restore', stage: 'start', archive: from.name } as const;
const again = decision(3, built(first.operations), { aim });
const status = teamStatus(first.plan, built(first.operations), null);

const entry: WorkEntry = {
  ...{ path, kind: 'file', mode: 0o640, uid: 105, gid: 108, target: null },
  content: Buffer.from('[3101]\n'),
};
const link: WorkEntry = { ...entry, path: 'root/a', kind: 'symlink', target: '/etc/asterisk' };
const tree = new Map([entry, link].map((one) => [one.path, one]));
const whose = { team, lab: 'activity-1', stage: 'start', base: '10.100', time: MANIFEST.time };
const mark = folderOf(tree, whose).find((file) => file.path === EXPORT_MARK);

/** Every outcome of the verbs on teams' work, as JSON. */
export const WORK_DOCUMENTS = {
  'manifest of an archive': MANIFEST,
  'mark of an exported folder': readMark(mark?.content ?? Buffer.of()) ?? { schema: 'no mark' },
  'archive, every outcome': archiveData([
    { team, ms, ok: true, file: from.file },
    { team, ms, ok: true, file: null },
    { team, ms, ok: false, error: labError('archive-disk-full', { file: from.file }) },
  ]),
  'archives, sound or not': archivesData([
    { ...kept, sound, error: null },
    {
      ...{ ...kept, sound: null },
      error: labError('archive-broken', {
        file: kept.file,
        fault: 'damaged',
        about: 'end of file',
      }),
    },
  ]),
  'no archives': archivesData([]),
  'restore, every outcome': restoreData([
    {
      ...{ team, ms, ok: true, from },
      restored: { decision: again, archive: '/a.tar.gz', status, lastWords: null },
    },
    {
      ...{ team, ms, ok: true, from },
      restored: { decision: again, archive: null, status, lastWords: ['[ERROR] users.conf'] },
    },
    { team, ms, ok: false, error: labError('archive-none', { team }) },
  ]),
  'diff since the first day': diffData({
    ...{ team, stage: 'start', archive: null },
    changes: compareWork(new Map(), tree),
  }),
  'diff since an archive, of nothing': diffData({
    ...{ team, stage: null, archive: kept.id },
    changes: compareWork(tree, tree),
  }),
  'export, every outcome': exportData([
    { team, ms, ok: true, exported: { folder: '/home/anna/classe/equipe3', files: 101 } },
    { team, ms, ok: true, exported: null },
    {
      team,
      ms,
      ok: false,
      error: labError('export-exists', { folder: '/home/anna/classe/equipe3' }),
    },
  ]),
} as const;
