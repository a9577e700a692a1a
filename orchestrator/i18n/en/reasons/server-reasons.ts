import type { ServerReasons } from '../../../base/problems/reasons/server-verdicts.ts';
import type { ReasonTexts } from '../../catalogue.ts';

/** Why a check of the server itself came out as it did, in English. */
export const ENGLISH_SERVER_REASONS: ReasonTexts<keyof ServerReasons> = {
  'server-installed': { what: ({ version }) => `Asterisk ${version} is installed on the server` },
  'installed-by-tool': { what: () => 'Asterisk was on the server from the first day' },
  'console-answers': {
    what: ({ commands }) => `Asterisk's console answers to ${commands.join(', ')}`,
  },
  'log-clean': {
    what: () =>
      'as it starts, Asterisk complains of no line of the team’s (its usual messages set apart)',
  },

  'asterisk-not-installed': {
    what: () => 'Asterisk is not installed on the server',
    mend: () => 'lab shell, then: apt-get install asterisk',
  },
  'program-changed': {
    what: ({ version }) =>
      `the package of Asterisk ${version} is installed, but /usr/sbin/asterisk is not the program that came with it`,
    mend: () => 'lab shell, then: apt-get install --reinstall asterisk',
  },
  'console-silent': {
    what: ({ command, said }) => `Asterisk's console does not know “${command}”: ${said}`,
    mend: () =>
      'try it yourself (lab console); what the console knows depends on the modules that /etc/asterisk lets Asterisk load',
  },
  'log-troubled': {
    what: ({ lines }) =>
      ['Asterisk complains about the team’s files when it starts:', ...lines].join('\n    '),
    mend: () =>
      'read each line from its end: it names the file, or the section in it; then reload and read again',
  },
  'log-missing': {
    what: ({ file }) =>
      `Asterisk did not write to ${file} when it started, so nothing shows that it starts without errors`,
    mend: () => 'look at astlogdir in asterisk.conf',
  },
};
