/** A lab as a student broke it: what is done to the files, and which checks must not pass, why. */
export interface Fault {
  readonly fault: string;
  /** A sed script for one file of /etc/asterisk. */
  readonly edit: readonly [file: string, script: string];
  readonly found: Readonly<Record<string, string>>;
  /** A reload keeps what Asterisk had before it met a file that it can't read. */
  readonly restarts?: boolean;
}

/** Faults that students make, each alone. */
export const FAULTS: readonly Fault[] = [
  {
    fault: 'the voicemail line is missing',
    edit: ['extensions.conf', '/_31XX,2/d'],
    found: { 'voicemail.deposit.finance': 'fail voicemail-absent' },
  },
  {
    fault: 'the pattern has no underscore',
    edit: ['extensions.conf', 's/_31XX/31XX/'],
    found: {
      'voicemail.deposit.finance': 'fail voicemail-absent',
      'call.finance': 'fail call-refused',
    },
  },
  {
    fault: '3199 is missing',
    edit: ['extensions.conf', '/3199/d'],
    found: { 'voicemail.consult.finance': 'fail message-unheard' },
  },
  {
    fault: 'boxes stand under another section',
    edit: ['voicemail.conf', 's/^\\[finance\\]/[Finance]/'],
    found: { 'voicemail.deposit.finance': 'fail message-elsewhere' },
  },
  {
    fault: 'the PIN is another one',
    edit: ['voicemail.conf', 's/1234/4321/'],
    found: {
      'voicemail.consult.finance': 'fail message-unheard',
      'voicemail.consult.compta': 'fail message-unheard',
    },
  },
  {
    fault: 'voicemail is opened without its PIN',
    edit: ['extensions.conf', 's/VoiceMailMain(\\(.*\\)@finance)/VoiceMailMain(\\1@finance,s)/'],
    found: { 'voicemail.pin': 'fail pin-ignored' },
  },
  {
    fault: 'a secret is written with a colon',
    edit: ['users.conf', '/^\\[3101\\]/,/^\\[3102\\]/s/secret = /secret: /'],
    found: { 'register.refuses': 'partial secret-ignored' },
  },
  {
    fault: 'an account has another name',
    edit: ['users.conf', 's/^\\[3102\\]/[3012]/'],
    found: { 'register.finance': 'partial register-refused' },
  },
  {
    fault: 'a bracket is missing in voicemail.conf',
    edit: ['voicemail.conf', 's/^\\[finance\\]/[finance/'],
    found: {
      'voicemail.deposit.finance': 'fail voicemail-silent',
      'voicemail.deposit.compta': 'fail voicemail-silent',
    },
    restarts: true,
  },
  {
    fault: 'a bracket is missing in extensions.conf',
    edit: ['extensions.conf', 's/^\\[finance\\]/[finance/'],
    found: {
      'voicemail.deposit.finance': 'fail voicemail-absent',
      'voicemail.deposit.compta': 'fail voicemail-absent',
      'call.finance': 'fail call-refused',
      'call.compta': 'fail call-refused',
    },
    restarts: true,
  },
  {
    fault: 'the callee is hard-coded',
    edit: ['extensions.conf', '/_31XX,1/s/\\$.EXTEN./3102/'],
    found: { 'call.finance': 'partial ring-absent' },
  },
];
