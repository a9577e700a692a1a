import type {
  CapturePart,
  CaptureReasons,
} from '../../../base/problems/reasons/capture-reasons.ts';
import type { ReasonTexts } from '../../catalogue.ts';

const PARTS: Readonly<Record<CapturePart, string>> = {
  registration: 'a registration',
  setup: 'the setting up',
  voice: 'voice both ways',
  end: 'the end',
};

const AGAIN = 'capture once more: begin, register the phones, call, answer, talk, hang up, stop';

/** Why a capture came out as it did, in English. */
export const ENGLISH_CAPTURE_REASONS: Pick<ReasonTexts, keyof CaptureReasons> = {
  'capture-whole': {
    what: ({ file, from, to }) =>
      `${file}: a registration and a whole call ${from} → ${to}, from INVITE to BYE, voice both ways`,
  },
  'capture-no-setup': {
    what: ({ file, lacks, missing }) =>
      `${file}: the setting up of the call is not whole: no ${lacks}${also(missing, 'setup')}`,
    mend: () => `begin the capture before you dial; ${AGAIN}`,
  },
  'capture-one-way': {
    what: ({ file, from, to, missing }) =>
      `${file}: RTP only from ${from} to ${to}${also(missing, 'voice')}`,
    mend: () => 'look at where the capture was taken: voice may pass from phone to phone',
  },
  'capture-no-voice': {
    what: ({ file, missing }) => `${file}: no RTP of the call${also(missing, 'voice')}`,
    mend: () =>
      'look at where the capture was taken: voice may pass from phone to phone, past the PBX',
  },
  'capture-no-end': {
    what: ({ file, lacks, missing }) =>
      lacks === 'BYE'
        ? `${file}: the call was not closed: no BYE${also(missing, 'end')}`
        : `${file}: the BYE of the call has no 200${also(missing, 'end')}`,
    mend: () => `end the capture after the call; ${AGAIN}`,
  },
  'capture-no-registration': {
    what: ({ file, lacks }) =>
      lacks === 'REGISTER'
        ? `${file}: a call, but no REGISTER of a phone of the team`
        : `${file}: a call, but no registration that was let in (200)`,
    mend: () => AGAIN,
  },
  'capture-to-voicemail': {
    what: ({ file, number }) => `${file}: the only whole call goes to voicemail (${number})`,
    mend: () => 'capture a call from one phone to the other',
  },
  'capture-packets-cut': {
    what: ({ file, packets, missing }) =>
      `${file}: ${packets} SIP packets were cut when they were captured; missing: ${list(missing)}`,
    mend: () => 'capture whole packets: no limit to their length (tcpdump -s 0)',
  },
  'capture-no-sip': {
    what: ({ file }) => `${file}: no SIP message in it`,
    mend: () => AGAIN,
  },
  'capture-no-call': {
    what: ({ file }) => `${file}: SIP messages, but no call`,
    mend: () => AGAIN,
  },
  'capture-no-pbx': {
    what: ({ file, expected }) => `${file}: the call does not pass through the PBX, ${expected}`,
    mend: () => 'call by number, with phones that are registered at the PBX',
  },
  'capture-other-team': {
    what: ({ file, team, found }) => `${file}: the call is team ${team}'s (${found})`,
    mend: () => "hand in a capture of the team's own network",
  },
  'capture-other-network': {
    what: ({ file, found, expected }) =>
      `${file}: the call is of another network: ${found}, not in ${expected}`,
    mend: ({ expected }) => `capture the team's own network, ${expected}`,
  },
  'capture-other-numbers': {
    what: ({ file, found, expected }) =>
      `${file}: the call is of other numbers: ${found === '' ? '-' : found}, not ${expected}`,
    mend: () => "capture a call between the team's own numbers",
  },
  'capture-no-capture': {
    what: ({ file }) => `${file} is no capture of packets (pcap or pcapng)`,
    mend: () => 'save the capture as pcapng in Wireshark, and hand in that file',
  },
  'capture-unreadable': {
    what: ({ file, said }) => `${file} can't be read as a capture; tshark says: ${said}`,
    mend: () => 'open it in Wireshark and save it anew as pcapng',
  },
  'capture-too-large': {
    what: ({ file, most }) => `${file} is larger than ${most / 2 ** 20} MiB: it was not looked at`,
    mend: () => 'keep one call of it: Wireshark, File → Export Specified Packets',
  },
  'capture-too-heavy': {
    what: ({ file }) => `${file}: tshark came to no end with it`,
    mend: () => 'keep one call of it: Wireshark, File → Export Specified Packets',
  },
};

function also(missing: readonly CapturePart[], told: CapturePart): string {
  const others = missing.filter((part) => part !== told);
  return others.length === 0 ? '' : `; also missing: ${list(others)}`;
}

function list(parts: readonly CapturePart[]): string {
  return parts.map((part) => PARTS[part]).join(', ');
}
