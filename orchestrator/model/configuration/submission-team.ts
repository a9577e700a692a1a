import type { ConfigurationFiles } from './configuration-text.ts';

/** Where a file names an extension: a section, a line of the dial plan, a mailbox. */
const NUMBERED =
  /^[ \t]*(?:\[|exten[ \t]*=>?[ \t]*_?)?([1-8])[0-9](?:[0-9]{2}|XX)(?:\]|[ \t]*,|[ \t]*=>)/gim;

/** How a name says its team; the short words only where no other word ends in them. */
const SAID = [
  /(?:team|equipe)[ _-]*(?:n[°o]?[ _-]*)?0*([1-8])(?!\d)/i,
  /groupe?[ _-]*(?:n[°o]?[ _-]*)?0*([1-8])(?!\d)/i,
  /(?<![a-z])(?:eq|gr|grp)[ _.-]*0*([1-8])(?!\d)/i,
];

/** The team that a name says: `dupont_equipe3`, `team-3`, `Équipe n° 3`, `gr3`; null when it says none. */
export function teamInName(name: string): number | null {
  const bare = name.normalize('NFKD').replace(/\p{M}/gu, '');
  const digits = SAID.flatMap((said) => said.exec(bare)?.[1] ?? []);
  return digits[0] === undefined ? null : Number(digits[0]);
}

/** The digit that all accounts and numbers of these files begin with; null when they don't agree. */
export function teamInFiles(files: ConfigurationFiles): number | null {
  const digits = [...files.values()].flatMap((content) =>
    [...Buffer.from(content).toString('utf8').matchAll(NUMBERED)].map(([, digit]) => Number(digit)),
  );
  const [only, ...others] = new Set(digits);
  return only === undefined || others.length > 0 ? null : only;
}
