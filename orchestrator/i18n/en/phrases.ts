import type { Phrases } from '../phrases.ts';
import { ENGLISH_CLASS_PHRASES } from './class-phrases.ts';
import { ENGLISH_COMMANDS } from './command-words.ts';
import { ENGLISH_GATE_PHRASES } from './gate/gate-phrases.ts';
import { ENGLISH_CHECKS, ENGLISH_GRADE, seconds } from './grade-words.ts';
import { ENGLISH_BUNDLE_PHRASES } from './hand-outs/bundle-phrases.ts';
import { ENGLISH_SHEET_PHRASES } from './hand-outs/sheet-phrases.ts';
import { ENGLISH_NOTE_PHRASES } from './note-phrases.ts';
import { ENGLISH_OPTIONS } from './option-words.ts';
import { ENGLISH_REPORT_PHRASES } from './report-phrases.ts';
import { ENGLISH_SELFTEST_PHRASES } from './selftest-phrases.ts';
import { ENGLISH_STATUS_PHRASES } from './status/status-phrases.ts';
import { ENGLISH_TRACE_PHRASES } from './trace-phrases.ts';
import { ENGLISH_TRAFFIC_PHRASES } from './traffic-phrases.ts';
import { becoming, ENGLISH_WORK_PHRASES } from './work/work-phrases.ts';

/** English words and sentences. */
export const ENGLISH_PHRASES: Phrases = {
  ...ENGLISH_SELFTEST_PHRASES,
  ...ENGLISH_WORK_PHRASES,
  ...ENGLISH_TRAFFIC_PHRASES,
  ...ENGLISH_GATE_PHRASES,
  ...ENGLISH_NOTE_PHRASES,
  ...ENGLISH_CLASS_PHRASES,
  ...ENGLISH_STATUS_PHRASES,
  ...ENGLISH_TRACE_PHRASES,
  ...ENGLISH_REPORT_PHRASES,
  ...ENGLISH_SHEET_PHRASES,
  ...ENGLISH_BUNDLE_PHRASES,
  help: {
    about: 'A real telephone exchange for every student team, in seconds.',
    usage: 'Usage:',
    options: 'Options:',
    arguments: 'Arguments:',
    commands: 'Commands:',
    exitStatusTitle: 'Exit status:',
    exitStatus: [
      '0   done',
      '1   a check failed',
      '2   the command or a file given to it is wrong',
      '3   something is missing on this machine',
      '70  a fault in lab itself',
      '130 stopped by Ctrl-C',
    ],
    command: ENGLISH_COMMANDS,
    option: ENGLISH_OPTIONS,
    phoneArguments: {
      who: 'a number (3101) or a station (softphone1)',
      words:
        'dial NUMBER | answer | hangup | send DIGITS | status; for a station: use NUMBER[,NUMBER] [SECRET]',
    },
    shell: 'bash, zsh or fish (the printed script adds the words to go on from)',
    file: 'the file',
    result: 'a result.json, its folder or its run; without it, the latest',
    helpCommand: 'show the help of a command',
  },
  phase: {
    packages: 'packages',
    engine: 'engine',
    images: 'images',
    objects: 'network and containers',
    boot: 'Asterisk boots',
    phones: 'softphones register',
    checks: 'checks',
    archive: 'archive',
  },
  plan: {
    operation: {
      'create-network': 'create network',
      'create-volume': 'create volume',
      'create-container': 'create container',
      'write-files': 'write files into',
      'fill-volumes': 'fill the volumes from',
      'start-container': 'start',
      'unpause-container': 'unpause',
      'remove-container': 'remove container',
      'remove-network': 'remove network',
      'remove-volume': 'remove volume',
    },
    cause: {
      absent: 'not found',
      changed: 'changed',
      unfinished: 'left unfinished',
      stopped: 'not running',
      'network-replaced': 'its network is replaced',
      surplus: 'no longer in the lab',
      asked: 'asked for',
      reset: 'reset',
      'catch-up': 'catch-up',
      restore: 'restored',
    },
    empty: 'nothing to do',
    title: (team) => `Team ${team}`,
  },
  table: {
    host: 'name',
    address: 'address',
    number: 'number',
    context: 'context',
    state: 'state',
    voicemail: 'voicemail',
  },
  state: {
    'in-service': 'in service',
    'no-asterisk': 'Asterisk is not running',
    'not-installed': 'Asterisk is not installed',
    stopped: 'stopped',
    absent: 'absent',
    registered: 'registered',
    unregistered: 'not registered',
  },
  team: (team) => `team ${team}`,
  teamHeading: ({ team, lab, stage, subnet }) =>
    `Team ${team} · ${lab} · stage ${stage} · ${subnet}`,
  noTeams: 'No team is up. To bring one up: lab up --team 3',
  upNothing: (team) => `Team ${team} is up already: nothing to do.`,
  filesKept: (team, stage) =>
    `Team ${team} keeps its own files, begun at stage ${stage}; --stage is for new teams.`,
  grade: ENGLISH_GRADE,
  checks: ENGLISH_CHECKS,
  nextSteps: ({ team, line, other, station, installed, accounts }) =>
    [
      ...(installed
        ? []
        : ['Asterisk is not installed on the server yet: that is the first thing to do.']),
      'Next:',
      ...(accounts
        ? [`  lab phone --team ${team} ${line} dial ${other}`, `  lab console --team ${team}`]
        : [
            `  lab shell --team ${team}`,
            ...(installed ? [] : ['    apt-get install asterisk']),
            `  lab phone --team ${team} ${station} use ${line}`,
          ]),
      accounts ? `  lab shell --team ${team}` : `  lab console --team ${team}`,
      `  lab down --team ${team}`,
    ].join('\n'),
  progress: (who, what) => `${who}: ${what}`,
  seconds,
  downDone: (team, kept) =>
    kept
      ? `Team ${team} is down; its work is kept. To bring it back: lab up --team ${team}`
      : `Team ${team} is down and its work removed.`,
  downNothing: (team) => `Team ${team} is not up: nothing to remove.`,
  resetDone: (team, stage) => `Team ${team} is back at stage ${stage}.`,
  resetNothing: (team) =>
    `Team ${team} has nothing to reset. To bring it up: lab up --team ${team}`,
  archived: (file) => `Archived: ${file}`,
  asteriskDead: (team) =>
    `Asterisk of team ${team} does not run. Its last words are below; the files are in /etc/asterisk (lab shell --team ${team}).`,
  confirm: {
    packages: (names) => `These packages will be installed: ${names.join(', ')}.`,
    purge: (teams) =>
      `The work of team ${teams.join(', ')} (configuration, messages, home folder) will be archived, then removed.`,
    reset: ({ team, becomes, work }) => {
      const counted =
        work === null
          ? 'configuration, messages, home folder'
          : `${count(work.configuration, 'file')} of the configuration, ${count(work.messages, 'message')}, ${count(work.home, 'file')} in the home folder`;
      return `Team ${team} ${becoming(becomes)}; its work (${counted}) will be archived, then removed.`;
    },
    enginePurge: (folder) => `The embedded engine and all its data will be deleted: ${folder}`,
    question: 'Go on? [y/N] ',
    yes: ['y', 'yes'],
  },
  engine: {
    state: { absent: 'absent', stopped: 'stopped', running: 'running', broken: 'broken' },
    started: (version) => `The embedded engine runs (Docker ${version}).`,
    stopped: 'The embedded engine is stopped; nothing of it is left running.',
    purged: (folder) => `The embedded engine and its data are gone: ${folder}`,
    detail: {
      address: 'address',
      pid: 'process',
      version: 'version',
      data: 'data',
      missing: 'missing',
    },
  },
  images: {
    built: (tag) => `built    ${tag}`,
    present: (tag) => `present  ${tag}`,
    saved: (file) => `Images written to ${file}`,
    loaded: (file) => `Images read from ${file}`,
    none: 'No image yet. To build them: lab images build',
    headings: { tag: 'image', size: 'size', state: 'state' },
    current: 'current',
    old: 'old',
    archiveMirror: 'the Debian release has moved to the archive mirror; taking it from there',
  },
  doctor: {
    check: {
      node: 'Node.js',
      engine: 'container engine',
      isolation: 'network isolation',
      cgroups: 'cgroups',
      images: 'images',
      subnets: 'team subnets',
      'disk-limit': 'disk limits',
      disk: 'disk space',
      memory: 'memory',
    },
  },
  phone: {
    ringing: (callee) => `${callee} rings`,
    talking: (peer) => `in call with ${peer}`,
    closed: (reason) => `call ended: ${reason}`,
    hungUp: 'hung up',
    idle: 'idle',
    sent: (digits) => `sent ${digits}`,
    registered: (extension, station) => `${station}: ${extension} is registered`,
    refused: (extension, reason) => `${extension} was refused: ${reason}`,
    noAccount: 'no account',
  },
  wrote: (file) => `wrote ${file}`,
  ourFault:
    'This is a fault in lab, not in what you did. The lines below help whoever mends it; the same command can be run again.',
  interrupted: 'Stopped. What was built stays; the same command goes on from there.',
  lockHeld: ({ user, host, pid, verb, seconds: age }) =>
    `waiting for "lab ${verb}" by ${user} on ${host}, begun ${age} s ago (process ${pid})`,
};

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
