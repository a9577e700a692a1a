import type { ConfigurationFiles } from './configuration-text.ts';

/** Where a file names an extension: a section, a line of the dial plan, a mailbox. */
const NUMBERED = /^\s*(?:\[|exten\s*=>?\s*_?)?([1-8])[0-9](?:[0-9]{2}|XX)(?:\]|\s*,|\s*=>)/gim;

/**
 * The team that a submission is of: what its folder's name says (`dupont_equipe3`, `team-3`), else
 * the digit that all accounts in its files begin with; null when neither tells.
 */
export function submissionTeam(name: string, files: ConfigurationFiles): number | null {
  const [, said] =
    /(?:team|e?quipe|équipe|eq|gr(?:oupe)?)[ _-]*0*([1-8])(?!\d)/iu.exec(name.normalize('NFC')) ??
    [];
  if (said !== undefined) return Number(said);
  const digits = [...files.values()].flatMap((content) =>
    [...Buffer.from(content).toString('utf8').matchAll(NUMBERED)].map(([, digit]) => Number(digit)),
  );
  const [only, ...others] = new Set(digits);
  return only === undefined || others.length > 0 ? null : only;
}
