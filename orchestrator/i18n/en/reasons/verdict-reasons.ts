import type { ReasonTexts } from '../../catalogue.ts';
import { ENGLISH_ANSWER_REASONS } from './answer-reasons.ts';
import { ENGLISH_CAPTURE_REASONS } from './capture-reasons.ts';
import { ENGLISH_SERVER_REASONS } from './server-reasons.ts';

/** Why a check came out as it did, in English. A mend says where to look, never what to write. */
export const ENGLISH_REASONS: ReasonTexts = {
  ...ENGLISH_CAPTURE_REASONS,
  ...ENGLISH_ANSWER_REASONS,
  ...ENGLISH_SERVER_REASONS,
  'asterisk-answers': { what: () => 'Asterisk runs and answers' },
  'all-registered': { what: ({ extensions }) => `${extensions.join(', ')} registered` },
  'intruders-refused': {
    what: ({ extensions }) =>
      `a wrong secret for ${extensions.join(', ')} is refused, for registering and for calling`,
  },
  'templates-apart': {
    what: ({ templates }) =>
      templates.length === 0
        ? 'no template is used, so none is an account'
        : `nobody can register as ${templates.join(', ')}: a template is no account`,
  },
  'calls-work': {
    what: ({ one, other }) =>
      `${one} and ${other} call each other: ring, answer, voices both ways, hang-up by either side`,
  },
  'contexts-apart': { what: ({ one, other }) => `${one} can't reach ${other}, nor the reverse` },
  'contexts-joined': {
    what: ({ one, other }) => `${one} can reach ${other}: allowed in this lab`,
  },
  'message-left': {
    what: ({ mailbox, seconds }) =>
      seconds === null
        ? `a message left for ${mailbox}, who was busy, is in its box`
        : `${mailbox} rang ${seconds.toFixed(1)} s, then the message went into its box`,
  },
  'fields-right': {
    what: ({ mailbox }) =>
      `the text file of ${mailbox}'s message tells box, caller, time and length`,
  },
  'message-heard': {
    what: ({ owner, number }) =>
      `${owner} dialled ${number}, typed the PIN, heard the message; it moved from INBOX to Old`,
  },
  'pin-needed': { what: ({ owner }) => `the box of ${owner} stays shut to a wrong PIN` },

  'asterisk-dead': {
    what: ({ log }) =>
      ['Asterisk does not run. It said last:', ...(log.length === 0 ? ['-'] : log)].join('\n    '),
    mend: () => 'mend that file, then: service asterisk restart (lab shell)',
  },
  'asterisk-died': {
    what: ({ log }) =>
      [
        'Asterisk died while it was checked. It said last:',
        ...(log.length === 0 ? ['-'] : log),
      ].join('\n    '),
    mend: () =>
      'service asterisk restart (lab shell), then the same command again; if it dies again, lab logs says at what',
  },
  'register-refused': {
    what: ({ extension, status }) => `${extension} was to register and was refused: ${status}`,
    mend: ({ extension }) =>
      `look at the section of ${extension} in users.conf (name, secret, host) and at hassip, then reload`,
  },
  'secret-ignored': {
    what: ({ extension }) => `${extension} registers with a wrong secret too`,
    mend: ({ extension }) => `look at how the secret of ${extension} is written in users.conf`,
  },
  'call-unchallenged': {
    what: ({ extension, status }) =>
      `a call in the name of ${extension} with a wrong secret was to be refused, and got: ${status}`,
    mend: () => 'look in users.conf for an option that lets calls in without their secret',
  },
  'template-registers': {
    what: ({ template }) =>
      `a phone registered as ${template}: the template is an account of its own`,
    mend: ({ template }) => `look at the heading of the section ${template} in users.conf`,
  },
  'call-refused': {
    what: ({ caller, callee, status }) =>
      `${caller} dialled ${callee}: it was to ring, and the PBX refused: ${status}`,
    mend: ({ caller }) =>
      `compare the context of ${caller} in users.conf with the sections and patterns of extensions.conf; lab console --team ${team(caller)} shows the call`,
  },
  'call-elsewhere': {
    what: ({ caller, callee }) =>
      `${caller} dialled ${callee}: something answered, but the phone of ${callee} never rang`,
    mend: ({ caller }) =>
      `look at which phone the line of extensions.conf rings; lab console --team ${team(caller)} shows the call`,
  },
  'number-unmatched': {
    what: ({ caller, number }) =>
      `${caller} dialled ${number}, which nobody has yet: nothing matches it, and this lab wants a pattern`,
    mend: () => 'look how the numbers are written in extensions.conf',
  },
  'one-way-audio': {
    what: ({ caller, callee, deaf }) =>
      `${caller} and ${callee} were connected, but ${deaf} did not hear the other`,
    mend: () => 'look at the codecs and at directmedia or nat options in users.conf',
  },
  'no-audio': {
    what: ({ caller, callee }) =>
      `${caller} and ${callee} were connected, but neither heard the other`,
    mend: () => 'look at the codecs in users.conf',
  },
  'audio-echo': {
    what: ({ caller, callee, extension }) =>
      `in the call ${caller} → ${callee}, ${extension} heard its own voice`,
    mend: () => 'look at which application of the dial plan takes the call',
  },
  'call-left-up': {
    what: ({ caller, callee }) =>
      `one of ${caller} and ${callee} hung up, and the other stayed in the call`,
    mend: ({ caller }) => `lab console --team ${team(caller)}, then: core show channels`,
  },
  'contexts-not-apart': {
    what: ({ one, other }) => `${one} can reach ${other}: the lab wants the contexts apart`,
    mend: () => 'look at what the contexts of extensions.conf include or match',
  },
  'ring-absent': {
    what: ({ caller, callee }) =>
      `${caller} dialled ${callee}: the phone of ${callee} was to ring and never did`,
    mend: () => 'look at which phone the line of extensions.conf rings',
  },
  'ring-short': {
    what: ({ callee, rang, expected, tolerance }) =>
      `${callee} rang ${rang.toFixed(1)} s, not ${expected} ± ${tolerance} s`,
    mend: () => 'look at the time that is given to Dial in extensions.conf',
  },
  'ring-long': {
    what: ({ callee, rang, expected, tolerance }) =>
      `${callee} rang ${rang.toFixed(1)} s or longer, not ${expected} ± ${tolerance} s`,
    mend: () => 'look at the time that is given to Dial in extensions.conf',
  },
  'voicemail-absent': {
    what: ({ caller, callee, status }) =>
      `${callee} did not answer ${caller}: voicemail was to, and the call ended: ${status === '' ? '-' : status}`,
    mend: ({ caller }) =>
      `look at what follows Dial in extensions.conf, and at its priority; lab logs --team ${team(caller)} says whether Asterisk could read the file`,
  },
  'voicemail-silent': {
    what: ({ caller, callee }) =>
      `${callee} did not answer ${caller}: the PBX picked up, but never beeped for a message`,
    mend: ({ caller }) =>
      `look at the application after Dial in extensions.conf and at its arguments; lab logs --team ${team(caller)} says whether Asterisk could read voicemail.conf`,
  },
  'message-lost': {
    what: ({ mailbox, context }) =>
      `a message was spoken for ${mailbox}, and is not in ${context}/${mailbox}/INBOX`,
    mend: () => 'compare the box named in extensions.conf with the sections of voicemail.conf',
  },
  'message-elsewhere': {
    what: ({ expected, found }) => `the message was to be in ${expected}, and is in ${found}`,
    mend: () => 'compare the box named in extensions.conf with the sections of voicemail.conf',
  },
  'fields-wrong': {
    what: ({ mailbox, key, expected, found }) =>
      `the text file of ${mailbox}'s message was to say ${key} ${expected}, and says "${found}"`,
    mend: () =>
      'look at the account of the caller in users.conf and at the voicemail line of the dial plan',
  },
  'voicemail-number-refused': {
    what: ({ caller, number, status }) =>
      `${caller} dialled ${number}: voicemail was to answer, and the call ended: ${status}`,
    mend: ({ number }) => `look for ${number} in the caller's context of extensions.conf`,
  },
  'message-unheard': {
    what: ({ owner, number }) =>
      `${owner} dialled ${number} and typed box and PIN: the message was not to be heard`,
    mend: () =>
      'compare box and PIN in voicemail.conf with what the dial plan opens; dtmfmode in users.conf',
  },
  'box-asked': {
    what: ({ owner, number }) =>
      `${owner} dialled ${number}: voicemail asks for the number of the box, and this lab wants it to know`,
    mend: ({ number }) => `look which box the line of ${number} opens in extensions.conf`,
  },
  'message-not-moved': {
    what: ({ place }) => `the message was heard, and did not move to Old: it is at ${place}`,
    mend: () => 'look at the [general] options of voicemail.conf',
  },
  'pin-ignored': {
    what: ({ owner, number }) => `${number} opened the box of ${owner} without its PIN`,
    mend: ({ owner }) =>
      `look at the PIN of ${owner} in voicemail.conf and at the options of VoiceMailMain`,
  },

  'took-too-long': {
    what: ({ what, awaited }) => `${what}: waited for ${awaited}, which did not come in time`,
    mend: () => 'lab logs shows what the PBX made of it',
  },
  'out-of-time': {
    what: ({ seconds }) => `not judged: grading was cut off after ${seconds} s`,
    mend: () => 'look for what never ends: a loop in extensions.conf, a program that is started',
  },
  'machine-late': {
    what: ({ seconds }) =>
      `could not be judged: this machine was so busy that what happened was seen ${seconds} s late`,
    mend: () => 'end what else runs, or take fewer teams at a time, then the same command again',
  },
  'needs-another': { what: ({ check }) => `not judged: ${check} comes first` },
  'station-in-use': {
    what: ({ station, extension }) =>
      `not judged: the phone ${extension}${station === '' ? '' : ` of ${station}`} is in a call`,
    mend: ({ extension }) =>
      `once it is free, the same command again (lab phone --team ${team(extension)} ${extension} hangup)`,
  },
  'phone-lost': {
    what: ({ said }) => `could not be judged: a softphone of ours failed (${said})`,
    mend: () => 'lab up, then the same command again',
  },
  'pbx-lost': {
    what: ({ said }) => `could not be judged: the engine or the PBX container went away (${said})`,
    mend: () => 'lab up, then the same command again',
  },
  'check-broken': {
    what: ({ said }) => `could not be judged, by a fault of lab's own: ${said}`,
    mend: () => 'the same command again',
  },
};

function team(extension: string): string {
  return extension.charAt(0);
}
