import type { ConsoleEvidence, ServerEvidence } from '../../model/evidence/server-evidence.ts';
import { type Verdict, verdict } from '../../model/marking/verdict.ts';
import { type Check, check } from '../check.ts';
import { PBX_BOOTS } from './pbx-boots.ts';

/** What the sheet has students type at the console as soon as Asterisk is installed (D1.2). */
const FIRST_COMMANDS = ['core show version', 'sip show users', 'sip show peers', 'dialplan show'];

const BY_TOOL = verdict('pass', 'installed-by-tool', {});
const NOT_HANDED_IN = verdict('skipped', 'not-handed-in', { what: 'server' });

/** Asterisk is installed: judged from the files of the team's server, and not by anything in it. */
export function installedCheck(server: ServerEvidence): Check {
  return check({
    id: 'server.installed',
    needs: [],
    lines: [],
    probe: async () => server,
    judge: judgeInstalled,
  });
}

/** Judges: the list of packages says so, and the program is the one that came with the package. */
export function judgeInstalled(server: ServerEvidence): Verdict {
  if (server.by === 'tool') return BY_TOOL;
  if (server.by === 'nobody') return NOT_HANDED_IN;
  const { version, program } = server;
  if (version === null || program === 'absent') {
    return verdict('fail', 'asterisk-not-installed', {});
  }
  if (program === 'other') return verdict('fail', 'program-changed', { version });
  return verdict('pass', 'server-installed', { version });
}

/** With the team's files, Asterisk's console knows the first commands of the sheet. */
export function consoleCheck({ by }: ServerEvidence): Check {
  return check<readonly ConsoleEvidence[] | null>({
    id: 'server.console',
    needs: by === 'team' ? ['server.installed', PBX_BOOTS] : [],
    lines: [],
    probe: async ({ askConsole }) =>
      by === 'team' ? Promise.all(FIRST_COMMANDS.map((command) => askConsole(command))) : null,
    judge: (evidence) => {
      if (evidence !== null) return judgeConsole(evidence);
      return by === 'tool' ? BY_TOOL : NOT_HANDED_IN;
    },
  });
}

/** Judges: every command must be known; what it lists may be empty. */
export function judgeConsole(evidence: readonly ConsoleEvidence[]): Verdict {
  const silent = evidence.find(({ known }) => !known);
  if (silent !== undefined) {
    const { command, said } = silent;
    return verdict('fail', 'console-silent', { command, said: said === '' ? '-' : said });
  }
  return verdict('pass', 'console-answers', { commands: evidence.map(({ command }) => command) });
}
