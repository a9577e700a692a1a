import type { Phrases } from '../phrases.ts';
import { ENGLISH_CHECKS, ENGLISH_GRADE, seconds } from './grade-words.ts';
import { ENGLISH_SELFTEST_PHRASES } from './selftest-phrases.ts';
import { ENGLISH_TRAFFIC_PHRASES } from './traffic-phrases.ts';

/** English words and sentences. */
export const ENGLISH_PHRASES: Phrases = {
  ...ENGLISH_SELFTEST_PHRASES,
  ...ENGLISH_TRAFFIC_PHRASES,
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
    command: {
      up: 'bring teams up: network, PBX, softphones, accounts, then checks them',
      grade: 'mark teams out of 20 in a clean room, from their files',
      regrade: 'grade again what an earlier grading has kept, with its seeds',
      rescore: 'count an earlier grading again, by the scale as it is now; nothing is run',
      selftest: 'try the grader on labs whose outcome is known, and tell how right it was',
      check: 'check registrations, calls and voicemail on the lab as it stands',
      down: 'remove containers and network, keep the work',
      reset: 'return teams to their stage: PBX, files, messages, accounts; the work is archived',
      status: 'show what runs and which lines are registered',
      render: 'print or write the configuration files of a team, without any engine',
      phone: 'use a softphone: dial, answer, hangup, send, status, use',
      capture: "write a team's traffic to a file, for Wireshark and ladder",
      ladder: 'draw a capture as a ladder: SIP messages and voices, call by call',
      shell: 'open a root shell in the PBX (or, with --station, in a softphone)',
      console: "open Asterisk's console (asterisk -rvvvv)",
      logs: "show Asterisk's log",
      doctor: 'check this machine, a line a check, each failure with its mend',
      completion: 'print what makes a shell complete lab’s words on Tab',
      images: 'build, list, save or load the images',
      'images build': 'build the images that are missing or stale',
      'images list': 'list the images',
      'images save': 'write the images to a file',
      'images load': 'read the images from a file',
      engine: 'look after the embedded engine',
      'engine status': 'show the embedded engine',
      'engine start': 'start the embedded engine, installing what it needs',
      'engine stop': 'stop the embedded engine and leave nothing running',
      'engine purge': 'stop the embedded engine and delete its data',
    },
    option: {
      team: 'the team or teams: 3, or 1,4-6',
      all: 'all eight teams',
      stage: 'the stage a new team starts from',
      lab: 'the lab: a name in labs/ or the path of a lab.yaml',
      base: 'the first two bytes of the networks instead of the lab’s, e.g. 10.77',
      engine: 'the engine to use, e.g. unix:///run/docker.sock or tcp://host:2376',
      json: 'data on standard output as JSON, everything else on standard error',
      lang: 'the language, fr or en (by default the locale’s)',
      'dry-run': 'print what would be done, and why, and do nothing',
      quick: 'the short form: voicemail through a busy phone; a few labs',
      submissions: 'grade what was handed in: each folder in this one is a submission',
      jobs: 'how many to grade at the same time (4 unless given; selftest: 6)',
      seed: 'the seed of voices and wrong secrets, to grade as another time',
      questions: 'only these questions, out of 20 again: Q1.3-Q1.5,Q2.1',
      decide: 'points given by hand: 3:answers.sip=0.5; may be repeated',
      only: 'only these labs: W41,V01',
      repeat: 'how often to grade each lab, to see whether it always comes out the same',
      rules: 'this many labs spoilt by rule instead, drawn from --seed (1 unless given)',
      yes: 'go on without asking',
      verbose: 'show what the programs in the background print',
      out: 'write into this folder instead of printing',
      purge: 'remove the teams’ work too, after archiving it',
      station: 'a softphone instead of the PBX, e.g. softphone1',
      follow: 'go on showing new lines',
      for: 'how long: 60s, 2m (without it, until Ctrl-C)',
      output: 'the file to write',
      help: 'show this help',
      version: 'show the version',
    },
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
  nextSteps: ({ team, line, other, station, accounts }) =>
    [
      'Next:',
      ...(accounts
        ? [`  lab phone --team ${team} ${line} dial ${other}`, `  lab console --team ${team}`]
        : [`  lab shell --team ${team}`, `  lab phone --team ${team} ${station} use ${line}`]),
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
    reset: ({ team, stage, work }) => {
      const counted =
        work === null
          ? 'configuration, messages, home folder'
          : `${count(work.configuration, 'file')} of the configuration, ${count(work.messages, 'message')}, ${count(work.home, 'file')} in the home folder`;
      return `Team ${team} returns to stage ${stage}; its work (${counted}) will be archived, then removed.`;
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
