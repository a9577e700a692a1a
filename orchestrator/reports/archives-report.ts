import type { Language } from '../i18n/catalogue.ts';
import { catalogue } from '../i18n/language.ts';
import type { ArchiveManifest } from '../model/archives/archive-manifest.ts';
import { textTable } from './text-table.ts';

/** One archive of a list; `sound` is null where it can't be used. */
interface ArchiveRow {
  readonly team: number;
  readonly id: string;
  readonly file: string;
  readonly sound: {
    readonly manifest: ArchiveManifest;
    readonly size: number;
    readonly sha256: string;
  } | null;
}

/** Archives as a table; below it each file with its hash, as `sha256sum -c` reads it. */
export function archivesReport(archives: readonly ArchiveRow[], language: Language): string {
  const { archives: words } = catalogue(language).phrases.work;
  const { heading } = words;
  const rows = archives.map(({ team, id, sound }) => {
    if (sound === null) return [id, String(team), words.broken, '', '', ''];
    const { stage, reason, time } = sound.manifest;
    return [
      id,
      String(team),
      stage ?? '–',
      reason,
      localTime(time),
      sizeWords(sound.size, language),
    ];
  });
  const headings = ['id', 'team', 'stage', 'reason', 'time', 'size'] as const;
  const table = textTable(
    headings.map((key) => heading[key]),
    rows,
  );
  const hashes = archives.flatMap(({ sound, file }) =>
    sound === null ? [] : [`${sound.sha256}  ${file}`],
  );
  return [table, ...hashes].join('\n');
}

/** A time by the clock on the wall: `2026-11-25 14:32:07`. */
export function localTime(time: string): string {
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  const hours = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
  return `${day} ${hours}`;
}

function sizeWords(bytes: number, language: Language): string {
  const units = language === 'fr' ? ['o', 'Ko', 'Mo', 'Go'] : ['B', 'KB', 'MB', 'GB'];
  const power = Math.min(3, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** power;
  return `${value.toFixed(power === 0 ? 0 : 1).replace('.', language === 'fr' ? ',' : '.')} ${units[power]}`;
}
