import type { ArchiveFaultKind } from '../../../base/problems/environment-problems.ts';
import type { ResetWords } from '../../phrases.ts';
import type { WorkPhrases } from '../../work-phrases.ts';

/** French words about stages, and about the work of teams. */
export const FRENCH_WORK_PHRASES: WorkPhrases = {
  work: {
    triedStage: (team, stage, last) =>
      `Essayé : ce que l’étape ${stage} comporte ; tout : lab check --team ${team} --stage ${last}`,
    caughtUp: (team, stage) => `L’équipe ${team} est maintenant à l’étape ${stage}.`,
    nothingToArchive: (team) => `L’équipe ${team} n’a pas de travail à archiver.`,
    restored: ({ team, id, reason, time }) =>
      reason === 'imported'
        ? `L’équipe ${team} a le travail du dossier (gardé comme archive ${id}).`
        : `L’équipe ${team} a de nouveau le travail de l’archive ${id} (${time}, lab ${reason}).`,
    undo: (line) => `Pour annuler : ${line}`,
    archives: {
      heading: {
        ...{ id: 'ID', team: 'équipe', stage: 'étape', reason: 'faite par', time: 'heure' },
        size: 'taille',
      },
      none: 'Pas encore d’archive. Pour en faire une : lab archive --team 3',
      broken: 'pas saine',
    },
    unchanged: ({ team, stage, archive }) =>
      archive === null
        ? `L’équipe ${team} n’a rien changé depuis le début (étape ${stage}).`
        : `L’équipe ${team} n’a rien changé depuis l’archive ${archive}.`,
    rows: {
      archived: 'archivée',
      exported: (files) => `${files} fichiers`,
      nothing: 'pas de travail',
      restored: ({ id, reason, time }) =>
        reason === 'imported'
          ? `travail du dossier (archive ${id})`
          : `travail de l’archive ${id} (${time}, lab ${reason})`,
    },
    exported: (team, folder, files) => `Équipe ${team} : ${files} fichiers dans ${folder}`,
    nothingToExport: 'Aucune équipe n’a de travail à exporter.',
    folderMissing: (team) => `L’équipe ${team} n’y a pas de dossier ; elle reste comme elle est.`,
    folderArgument: 'le dossier qui contient un dossier par équipe : equipe1, equipe2, …',
    archiveArgument:
      'l’ID d’une archive, ou son début ou sa fin (lab archives) ; la plus récente sinon',
  },
};

/** Ce que devient une équipe : `revient à l’étape start`. */
export function becoming(becomes: ResetWords['becomes']): string {
  if ('stage' in becomes) return `revient à l’étape ${becomes.stage}`;
  if ('archive' in becomes) return `retrouve le travail de l’archive ${becomes.archive}`;
  return `reçoit le travail de ${becomes.folder}`;
}

/** Pourquoi une archive ne sert pas. */
export const ARCHIVE_FAULTS: Readonly<Record<ArchiveFaultKind, (about: string) => string>> = {
  damaged: (said) => `elle ne peut pas être décompressée (${said})`,
  'no-manifest': (file) => `elle n’a pas de ${file}, elle n’est donc pas de cet outil`,
  differs: (path) => `${path} n’est pas ce qui a été archivé`,
  foreign: (path) => `${path} y a été mis plus tard`,
  outside: (path) => `${path} mène hors du travail de l’équipe`,
  'no-target': (path) => `${path} est un lien physique vers un fichier qu’elle ne contient pas`,
  device: (path) => `${path} est un périphérique`,
  'other-team': (team) => `c’est le travail de l’équipe ${team}`,
};
