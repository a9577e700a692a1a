import type { ReasonCode, Reasons } from '../../orchestrator/base/problems/verdicts.ts';
import { PAPER_SAMPLES } from './paper-samples.ts';

const ends = { caller: '3101', callee: '3102' };
const pair = { one: '3101', other: '3201' };
const ring = { expected: 20, tolerance: 3 };
const owner = { owner: '3102', number: '3199' };

/** Facts for every reason that a verdict can have; several where they change the words. */
export const VERDICT_SAMPLES: { readonly [C in ReasonCode]: readonly Reasons[C][] } = {
  'asterisk-answers': [{}],
  'out-of-time': [{ seconds: 300 }],
  'machine-late': [{ seconds: 5.3 }],
  'all-registered': [{ extensions: ['3101', '3102'] }],
  'intruders-refused': [{ extensions: ['3101', '3102'] }],
  'templates-apart': [{ templates: ['template'] }, { templates: [] }],
  'calls-work': [{ one: '3101', other: '3102' }],
  'contexts-apart': [pair],
  'contexts-joined': [pair],
  'message-left': [
    { mailbox: '3102', seconds: 20.02 },
    { mailbox: '3102', seconds: null },
  ],
  'fields-right': [{ mailbox: '3102' }],
  'message-heard': [owner],
  'pin-needed': [{ owner: '3101' }],
  'server-installed': [{ version: '1:16.28.0~dfsg-0+deb11u4' }],
  'installed-by-tool': [{}],
  'console-answers': [{ commands: ['core show version', 'sip show users'] }],
  'log-clean': [{}],
  'asterisk-not-installed': [{}],
  'program-changed': [{ version: '1:16.28.0~dfsg-0+deb11u4' }],
  'console-silent': [
    {
      command: 'sip show users',
      said: "No such command 'sip show users' (type 'core show help sip show' for other possible commands)",
    },
  ],
  'log-troubled': [
    { lines: ["WARNING config.c: No '=' (equal sign) in line 16 of /etc/asterisk/users.conf"] },
  ],
  'log-missing': [{ file: '/var/log/asterisk/messages' }],
  'asterisk-dead': [
    {
      log: ["ERROR[39] config.c: parse error: no closing ']', line 20 of /etc/asterisk/users.conf"],
    },
    { log: [] },
  ],
  'asterisk-died': [
    { log: ['ERROR[211] res_rtp_asterisk.c: Unable to allocate memory'] },
    { log: [] },
  ],
  'register-refused': [{ extension: '3101', status: '403 Forbidden' }],
  'secret-ignored': [{ extension: '3101' }],
  'call-unchallenged': [{ extension: '3101', status: '404 Not Found' }],
  'template-registers': [{ template: 'template' }],
  'call-refused': [{ ...ends, status: '404 Not Found' }],
  'call-elsewhere': [ends],
  'one-way-audio': [{ ...ends, deaf: '3102' }],
  'no-audio': [ends],
  'audio-echo': [{ ...ends, extension: '3101' }],
  'call-left-up': [ends],
  'contexts-not-apart': [pair],
  'ring-absent': [ends],
  'ring-short': [{ ...ends, ...ring, rang: 2 }],
  'ring-long': [{ ...ends, ...ring, rang: 32 }],
  'voicemail-absent': [
    { ...ends, status: '603 Declined' },
    { ...ends, status: '' },
  ],
  'voicemail-silent': [ends],
  'message-lost': [{ mailbox: '3102', context: 'finance' }],
  'message-elsewhere': [{ expected: 'finance/3102', found: 'default/3102/INBOX/msg0000' }],
  'fields-wrong': [
    { mailbox: '3102', key: 'callerid', expected: '<3101>', found: '"Jean" <0612345678>' },
  ],
  'voicemail-number-refused': [{ caller: '3102', number: '3199', status: '404 Not Found' }],
  'message-unheard': [owner],
  'message-not-moved': [{ place: 'finance/3102/INBOX/msg0000' }],
  'pin-ignored': [owner],
  'took-too-long': [{ what: '3101 → 3102', awaited: 'CALL_INCOMING | CALL_CLOSED' }],
  'needs-another': [{ check: 'register.finance' }],
  'station-in-use': [
    { station: 'softphone1', extension: '3101' },
    { station: '', extension: '3101' },
  ],
  'number-unmatched': [{ caller: '3101', number: '3150' }],
  'box-asked': [{ owner: '3102', number: '3199' }],
  'phone-lost': [{ said: '3101' }],
  'pbx-lost': [{ said: 'exec sh in lab-3-pbx' }],
  'check-broken': [{ said: 'TypeError: x is not a function' }],
  ...PAPER_SAMPLES,
};
