import type { ProblemTexts } from '../../catalogue.ts';

/** What can be wrong with a command line, in English. */
export const ENGLISH_USAGE_PROBLEMS = {
  'team-out-of-range': {
    what: ({ found }) => `"${found}" is not a team: teams have the numbers 1 to 8.`,
    mend: () => '--team 3, or several: --team 1,4-6, or all of them: --all',
  },
  'team-missing': {
    what: () => 'No team was named.',
    mend: () => 'add --team 3 (or --team 1,4-6, or --all)',
  },
  'team-one': {
    what: ({ found }) => `This command works on one team, not on ${found}.`,
    mend: () => 'name one: --team 3',
  },
  'base-wrong': {
    what: ({ found }) =>
      `"${found}" is not the beginning of private networks: two numbers are expected, out of 10.x, 172.16 to 172.31 or 192.168.`,
    mend: () => '--base 10.77',
  },
  'command-unknown': {
    what: ({ found }) => `There is no command "${found}".`,
    mend: ({ nearest }) => (nearest === undefined ? 'lab --help' : `lab ${nearest}`),
  },
  'option-unknown': {
    what: ({ found }) => `There is no option "${found}" here.`,
    mend: ({ nearest }) =>
      nearest === undefined ? 'add --help to see the options of a command' : `${nearest}`,
  },
  'option-value-missing': {
    what: ({ option }) => `The option ${option} needs a value.`,
    mend: () => 'add --help to see what it takes',
  },
  'option-value-wrong': {
    what: ({ option, found, allowed }) => `${option} can't be "${found}": it takes ${allowed}.`,
    mend: ({ option, allowed }) => `${option} ${allowed.split(',')[0] ?? allowed}`,
  },
  'argument-missing': {
    what: ({ argument }) => `<${argument}> is missing.`,
    mend: () => 'add --help to see what the command takes',
  },
  'arguments-too-many': {
    what: ({ found }) => `That is more than this command takes: ${found}.`,
    mend: () => 'add --help to see what the command takes',
  },
  'duration-wrong': {
    what: ({ option, found }) =>
      `${option} can't be "${found}": it takes a whole number and s, m or h, for seconds, minutes or hours.`,
    mend: ({ option }) => `${option} 60s, or ${option} 2m`,
  },
  'output-missing': {
    what: () => 'No file was named to write to.',
    mend: ({ example }) => `add -o FILE: -o ${example}`,
  },
  'capture-file-empty': {
    what: ({ file }) => `${file} is empty: there is no packet in it.`,
    mend: () => 'ask for the file once more, or take a capture: lab capture --team 3 -o FILE',
  },
  'capture-file-wrong': {
    what: ({ file, said }) =>
      `${file} is not a capture of packets (pcap or pcapng).${said === '' ? '' : ` tshark says: ${said}`}`,
    mend: () => 'name a file that Wireshark opens: File, Save As, pcapng',
  },
  'phone-words-wrong': {
    what: ({ found }) => `A softphone can't do "${found}".`,
    mend: () => 'dial NUMBER | answer | hangup | send DIGITS | status; for a station: use NUMBER',
  },
  'station-unknown': {
    what: ({ found }) => `There is no station "${found}" in this lab.`,
    mend: ({ known }) => `one of: ${known.join(', ')}`,
  },
  'line-unknown': {
    what: ({ found }) => `No softphone of this team has the number ${found} now.`,
    mend: ({ known }) => `one of: ${known.join(', ')}`,
  },
  declined: {
    what: ({ asked }) =>
      asked
        ? 'Nothing was done, as you asked.'
        : 'Nothing was done: this must be agreed to, and there is no terminal to ask on.',
    mend: ({ asked }) =>
      asked ? 'the same command again, or with --yes' : 'the same command with --yes',
  },
  unreadable: {
    what: ({ file, reason }) => `${file} can't be read (${reason}).`,
    mend: ({ file }) => `ls -l ${file}`,
  },
  unwritable: {
    what: ({ file, reason }) => `${file} can't be written (${reason}).`,
    mend: () => 'choose a folder that you may write to and that has room: df -h',
  },
} satisfies Partial<ProblemTexts>;
