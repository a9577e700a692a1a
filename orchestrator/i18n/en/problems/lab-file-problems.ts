import type { ProblemTexts } from '../../catalogue.ts';

/** What can be wrong with a lab file, in English. */
export const ENGLISH_LAB_FILE_PROBLEMS = {
  'lab-not-found': {
    what: ({ name }) => `There is no lab "${name}".`,
    mend: ({ known, nearest }) =>
      nearest === undefined
        ? `one of: ${known.join(', ')}; or the path of a lab.yaml`
        : `--lab ${nearest}`,
  },
  'lab-unreadable': {
    what: ({ file, reason }) => `${file} cannot be read (${reason}).`,
    mend: ({ file }) => `ls -l ${file}`,
  },
  'lab-file-too-large': {
    what: ({ most }) => `The file is too large for a lab: more than ${most / 1024} KiB.`,
    mend: () => 'name a lab.yaml: --lab labs/activity-1/lab.yaml',
  },
  'lab-file-not-utf8': {
    what: () => 'This is not UTF-8 text.',
    mend: () => 'save the file as UTF-8',
  },
  'lab-file-bom': {
    what: () => 'The file begins with a byte order mark.',
    mend: () => 'save the file as "UTF-8", not as "UTF-8 with BOM"',
  },
  'lab-file-empty': {
    what: () => 'The file says nothing.',
    mend: () => 'begin with a copy of labs/activity-1/lab.yaml',
  },
  'lab-file-too-deep': {
    what: () => 'Too many lists or maps are inside one another.',
    mend: () => 'close the brackets of this line',
  },
  'lab-file-tab': {
    what: () => 'A tab indents this line; YAML wants spaces.',
    mend: () => 'replace the tab by two spaces',
  },
  'lab-file-indent': {
    what: () => 'The indentation changes here, or a bracket above is still open.',
    mend: () => 'align the line with its neighbours, and close every [ and { above it',
  },
  'lab-file-unclosed': {
    what: () => 'A quote or a bracket is opened here and not closed.',
    mend: () => 'close it on the same line',
  },
  'lab-file-alias': {
    what: () => 'Aliases (*name) are not read in a lab file.',
    mend: () => 'write the value out',
  },
  'lab-file-syntax': {
    what: ({ reason }) => `This is not YAML that a lab file may have (${reason}).`,
    mend: () => 'compare the line with labs/activity-1/lab.yaml',
  },
  'lab-key-form': {
    what: ({ key }) =>
      `"${key}" cannot be a key: letters, digits, - _ and . are expected, a letter first.`,
    mend: () => 'rename it',
  },
  'lab-key-duplicate': {
    what: ({ key, firstLine }) =>
      `"${key}" is here for the second time (first in line ${firstLine}).`,
    mend: () => 'remove one of the two',
  },
  'lab-key-unknown': {
    what: ({ key, where }) => `${where === '' ? 'A lab' : where} has no "${key}".`,
    mend: ({ known, nearest }) =>
      nearest === undefined
        ? known.length > 0
          ? `one of: ${known.join(', ')}`
          : 'remove it'
        : `write ${nearest}`,
  },
  'lab-key-missing': {
    what: ({ key, where }) => `${where === '' ? 'The lab' : where} lacks "${key}".`,
    mend: ({ key }) => `add ${key}: as labs/activity-1/lab.yaml has it`,
  },
  'lab-value-type': {
    what: ({ key, expected, found }) => {
      const kinds = { text: 'one value', list: 'a list', map: 'a map of keys', nothing: 'nothing' };
      return `${key === '' ? 'A lab' : key} is ${kinds[expected]}; ${kinds[found]} was found.`;
    },
    mend: ({ expected }) =>
      ({
        text: 'write key: value',
        list: 'write [first, second]',
        map: 'write key: value lines, indented by two spaces',
        nothing: 'remove it',
      })[expected],
  },
  'lab-empty': {
    what: ({ key }) => `${key} is empty.`,
    mend: ({ key }) => `put at least one entry under ${key}, as in labs/activity-1/lab.yaml`,
  },
  'lab-name-form': {
    what: ({ key, found }) =>
      `"${found}" (${key}) is not a name: lower-case letters, digits and - are expected, a letter first, 40 at most.`,
    mend: () => 'rename it: finance, softphone1, activity-1',
  },
  'lab-name-reserved': {
    what: ({ key, found }) => `"${found}" (${key}) already means something else.`,
    mend: () => 'choose another name',
  },
  'lab-title-form': {
    what: ({ key }) => `${key} is one line of 1 to 120 characters, without control codes.`,
    mend: () => 'shorten it to one line',
  },
  'lab-text-unsafe': {
    what: ({ key, found }) =>
      `"${found}" (${key}) cannot be written into Asterisk's files: letters, digits, spaces and - _ . are expected, 40 at most.`,
    mend: () => 'write it as: Zoe Martin',
  },
  'lab-secret-unsafe': {
    what: ({ key, found }) =>
      `"${found}" (${key}) cannot be a secret: letters, digits and - _ . are expected, 1 to 40 of them, without spaces.`,
    mend: () => 'write it as: s3cret-word',
  },
  'lab-pin-form': {
    what: ({ key, found }) =>
      `"${found}" (${key}) cannot be typed on a telephone: a PIN is 1 to 10 digits.`,
    mend: () => 'write it as: 1234',
  },
  'lab-number-form': {
    what: ({ key, found }) =>
      `"${found}" (${key}) is not a number: X for the team and three digits are expected.`,
    mend: () => 'write it as: X101',
  },
  'lab-numbers-form': {
    what: ({ key, found }) =>
      `"${found}" (${key}) does not say where numbers begin: X for the team and one digit are expected.`,
    mend: () => 'write it as: X1',
  },
  'lab-base-not-private': {
    what: ({ found }) =>
      `"${found}" is not the beginning of private networks: 10.0 to 10.255, 172.16 to 172.31 or 192.168 is expected.`,
    mend: () => 'base: 10.77',
  },
  'lab-file-name-form': {
    what: ({ key, found }) => `"${found}" (${key}) is not the name of a file of /etc/asterisk.`,
    mend: () => 'write it as: users.conf',
  },
  'lab-memory-form': {
    what: ({ key, found }) =>
      `"${found}" (${key}) is not an amount of memory: digits and K, M or G are expected.`,
    mend: () => 'write it as: 128M',
  },
  'lab-cpus-form': {
    what: ({ key, found }) => `"${found}" (${key}) is not a number of processors from 0.1 to 99.`,
    mend: () => 'write it as: 0.5',
  },
  'lab-truth-form': {
    what: ({ key, found }) => `"${found}" (${key}) is neither true nor false.`,
    mend: () => 'write true or false',
  },
  'lab-whole-number': {
    what: ({ key, found, least, most }) =>
      `"${found}" (${key}) is not a whole number from ${least} to ${most}.`,
    mend: ({ least, most }) => `write a number from ${least} to ${most}`,
  },
  'lab-number-duplicate': {
    what: ({ number, firstLine }) => `${number} is given twice (first in line ${firstLine}).`,
    mend: () => 'give one of the two another number',
  },
  'lab-numbers-duplicate': {
    what: ({ numbers, context }) =>
      `The numbers ${numbers}xx are those of the context ${context} already.`,
    mend: () => 'give this context another digit, such as numbers: X3',
  },
  'lab-number-outside-context': {
    what: ({ number, context, numbers }) =>
      `${number} is not one of the numbers ${numbers}xx of the context ${context}.`,
    mend: ({ numbers }) => `write a number from ${numbers}00 to ${numbers}99`,
  },
  'lab-voicemail-is-user': {
    what: ({ number, userLine }) =>
      `${number} cannot consult voicemail: it is a user's number (line ${userLine}).`,
    mend: ({ number }) => `write ${number.slice(0, 2)}99`,
  },
  'lab-line-unknown-user': {
    what: ({ number }) => `The line ${number} has no user of that number in any context.`,
    mend: ({ number, nearest }) =>
      nearest === undefined
        ? `add ${number} to the users of a context`
        : `write ${nearest}, or add ${number} to the users of a context`,
  },
  'lab-line-duplicate': {
    what: ({ number, station }) => `${number} is on two lines (the first is on ${station}).`,
    mend: () => 'give this line another account',
  },
  'lab-lines-too-many': {
    what: ({ station, found, most }) => `${station} has ${found} lines and ports for ${most}.`,
    mend: () => 'move lines to another station',
  },
  'lab-address-duplicate': {
    what: ({ address, station }) => `The address .${address} is that of ${station} already.`,
    mend: () => 'give this station another address, from 1 to 223',
  },
  'lab-address-reserved': {
    what: ({ address }) =>
      `The address .${address} is kept: .200 is the PBX, .224 and above are the engine's.`,
    mend: () => 'write an address from 1 to 223, but not 200',
  },
  'lab-flavour-unknown': {
    what: ({ flavour }) => `There are no templates for the flavour "${flavour}".`,
    mend: ({ known, nearest }) =>
      nearest === undefined ? `one of: ${known.join(', ')}` : `write ${nearest}`,
  },
  'lab-stage-file-unknown': {
    what: ({ file, flavour }) =>
      `There is no template templates/${flavour}/etc/asterisk/${file}.hbs.`,
    mend: ({ known, nearest }) =>
      nearest === undefined
        ? `one of: ${known.join(', ')}; or add the template`
        : `write ${nearest}`,
  },
  'lab-stage-context-unknown': {
    what: ({ context, stage }) =>
      `The stage ${stage} names a context ${context} that the lab doesn’t have.`,
    mend: ({ known, nearest }) =>
      nearest === undefined ? `one of: ${known.join(', ')}` : `write ${nearest}`,
  },
  'lab-stage-file-duplicate': {
    what: ({ file, stage }) => `The stage ${stage} names ${file} twice.`,
    mend: () => 'remove one of the two',
  },
  'lab-limit-too-small': {
    what: ({ key, found, least }) =>
      `${key} is ${found}: with less than ${least} the container would not work.`,
    mend: ({ least }) => `write ${least} or more`,
  },
} satisfies Partial<ProblemTexts>;
