import { isAbout, type OwnNames } from '../../model/configuration/own-names.ts';
import { type Verdict, verdict } from '../../model/marking/verdict.ts';
import { type Check, check } from '../check.ts';
import { PBX_BOOTS } from './pbx-boots.ts';

/** The id of the check that every other one of the files may be the reason for. */
export const PBX_CLEAN = 'pbx.clean';

/** What Asterisk complained of while it booted, each line with where it comes from. */
export interface CleanEvidence {
  readonly begun: boolean;
  readonly lines: readonly LogLine[];
}

/** One complaint. `usual`: the solution draws it too. `team`: it is about the team's own files. */
export interface LogLine {
  readonly text: string;
  readonly origin: 'usual' | 'team' | 'other';
}

/** What tells a team's own complaints from others, and the accounts without which none counts. */
export interface CleanRequest {
  /** Messages that the solution draws too, or that any right lab may; `*` stands for anything. */
  readonly usual: readonly string[];
  readonly names: OwnNames;
  readonly extensions: readonly string[];
  readonly registrations: readonly string[];
}

/** Asterisk boots without an error or a warning about the team's files, and has accounts. */
export function cleanCheck({ usual, names, extensions, registrations }: CleanRequest): Check {
  return check({
    id: PBX_CLEAN,
    needs: [PBX_BOOTS],
    follows: registrations,
    lines: [],
    probe: async ({ bootLog }, unfit): Promise<CleanEvidence | null> => {
      if (extensions.every((extension) => unfit.has(extension))) return null;
      const { begun, lines } = await bootLog();
      return {
        begun,
        lines: lines.map((text) => ({ text, origin: originOf(text, usual, names) })),
      };
    },
    judge: (evidence) =>
      evidence === null
        ? verdict('skipped', 'needs-another', { check: registrations[0] ?? PBX_BOOTS })
        : judgeClean(evidence),
  });
}

/** Judges: no complaint about the team's own files, in a log that shows a boot. */
export function judgeClean({ begun, lines }: CleanEvidence): Verdict {
  if (!begun) return verdict('fail', 'log-missing', { file: '/var/log/asterisk/messages' });
  const own = lines.filter(({ origin }) => origin === 'team').map(({ text }) => text);
  if (own.length === 0) return verdict('pass', 'log-clean', {});
  return verdict('fail', 'log-troubled', { lines: own });
}

/**
 * Where a complaint comes from. Only one that is about something in the team's files is the team's: a
 * module or a file that somebody left out may be missed by Asterisk, and by nobody else.
 */
export function originOf(
  text: string,
  usual: readonly string[],
  names: OwnNames,
): LogLine['origin'] {
  if (usual.some((pattern) => matches(pattern, text))) return 'usual';
  const message = text.replace(/^\S+ \S+: /, '');
  return isAbout(message, names) ? 'team' : 'other';
}

function matches(pattern: string, text: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(text);
}
