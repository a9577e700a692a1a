import type { ConfigurationFiles } from './configuration-text.ts';
import { normalForm, withoutTeam } from './normal-form.ts';

/** The files that one team handed in, and a name to tell it by. */
export interface ComparedFiles {
  readonly who: string;
  readonly team: number;
  readonly files: ConfigurationFiles;
}

/** Hand-ins in which one file is the same. */
export interface IdenticalNote {
  readonly file: string;
  /** `raw`: comments and layout too; `form`: when those are left out, and keys put in one order. */
  readonly manner: 'raw' | 'form';
  readonly who: readonly string[];
}

/**
 * Finds files that are the same in several hand-ins, whatever digit the teams have. A note for the
 * teacher and no proof of anything: a lab of forty lines has few right answers.
 */
export function identicalFiles(handIns: readonly ComparedFiles[]): readonly IdenticalNote[] {
  const names = [...new Set(handIns.flatMap(({ files }) => [...files.keys()]))].sort();
  return names.flatMap((file) => {
    const holders = handIns.flatMap(({ who, team, files }) => {
      const content = files.get(file);
      if (content === undefined) return [];
      const raw = withoutTeam(Buffer.from(content).toString('latin1'), team);
      return [{ who, raw, form: normalForm(raw) }];
    });
    const raw = groups(holders.map(({ who, raw: key }) => ({ who, key })));
    const form = groups(holders.map(({ who, form: key }) => ({ who, key }))).filter(
      (one) => !raw.some((other) => other.length === one.length && other[0] === one[0]),
    );
    return [
      ...raw.map((who): IdenticalNote => ({ file, manner: 'raw', who })),
      ...form.map((who): IdenticalNote => ({ file, manner: 'form', who })),
    ];
  });
}

function groups(
  holders: readonly { readonly who: string; readonly key: string }[],
): readonly (readonly string[])[] {
  const found = new Map<string, string[]>();
  for (const { who, key } of holders) {
    if (key.trim() !== '') found.set(key, [...(found.get(key) ?? []), who]);
  }
  return [...found.values()].filter((who) => who.length > 1);
}
