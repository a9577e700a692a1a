import type { SheetPhrases } from '../../hand-outs/sheet-phrases.ts';

/** English words of the sheet that a team is handed. */
export const ENGLISH_SHEET_PHRASES: SheetPhrases = {
  sheet: {
    heading: (team) => `Team ${team}`,
    server: {
      bare: 'Your server runs Debian, without Asterisk: install it first. The accounts below are yours to make.',
      empty:
        'Your server has Asterisk as installed, nothing configured. The accounts below are yours to make.',
      partly:
        'Your server has Asterisk, configured in part. What is missing below is yours to make.',
      ready: 'Your server has Asterisk, configured: the accounts below are in place.',
    },
    network: 'Network',
    accounts: 'Numbers and accounts',
    accountsAbout: (server) =>
      `In a softphone: server ${server}, the number as user name and as authentication name, and its secret.`,
    context: ({ name, first, last, voicemail }) =>
      `${name}: numbers ${first} to ${last}, listening to messages ${voicemail}`,
    column: {
      number: 'number',
      user: 'username',
      name: 'full name',
      secret: 'secret',
      pin: 'mailbox PIN',
      phone: 'first on',
      done: 'in place',
    },
    done: { nothing: 'nothing', account: 'account', both: 'account, mailbox' },
    access: 'Coming in',
    accessAbout: 'From your own machine, while the teacher has the gate open (lab gate):',
    root: 'your server, as root',
    phone: (station) => `${station}: dial, answer, hang up`,
    password: 'password, for all of these',
    teacher: 'on the teacher’s machine',
    codes: 'SIP addresses',
    codesAbout: (server) =>
      `For phones that reach ${server}: a camera reads the address and offers to call it. The account itself is typed in.`,
    drawing: (team) => `The network of team ${team}`,
    footer: (lab, stage) => `${lab}, stage ${stage}`,
    told: {
      standing: (team, stage) => `Team ${team}: as it stands, begun at stage ${stage}`,
      planned: (team, stage) =>
        `Team ${team} is not up: as it would be at stage ${stage} (--stage names another)`,
      unprintable: (characters) =>
        `The fonts of a PDF lack ${characters}; there is a “?” instead. --format html has them.`,
    },
  },
};
