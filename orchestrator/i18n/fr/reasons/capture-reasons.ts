import type {
  CapturePart,
  CaptureReasons,
} from '../../../base/problems/reasons/capture-reasons.ts';
import type { ReasonTexts } from '../../catalogue.ts';

const PARTS: Readonly<Record<CapturePart, string>> = {
  registration: 'une inscription',
  setup: 'l’établissement',
  voice: 'la voix dans les deux sens',
  end: 'la clôture',
};

const AGAIN =
  'capturez de nouveau : commencez, inscrivez les téléphones, appelez, répondez, parlez, raccrochez, arrêtez';

/** Pourquoi une capture est jugée ainsi, en français. */
export const FRENCH_CAPTURE_REASONS: Pick<ReasonTexts, keyof CaptureReasons> = {
  'capture-whole': {
    what: ({ file, from, to }) =>
      `${file} : une inscription et un appel entier ${from} → ${to}, de l’INVITE au BYE, voix dans les deux sens`,
  },
  'capture-no-setup': {
    what: ({ file, lacks, missing }) =>
      `${file} : l’établissement de l’appel n’est pas entier : pas de ${lacks}${also(missing, 'setup')}`,
    mend: () => `commencez la capture avant de composer ; ${AGAIN}`,
  },
  'capture-one-way': {
    what: ({ file, from, to, missing }) =>
      `${file} : du RTP seulement de ${from} vers ${to}${also(missing, 'voice')}`,
    mend: () => 'regardez où la capture a été prise : la voix peut aller d’un téléphone à l’autre',
  },
  'capture-no-voice': {
    what: ({ file, missing }) => `${file} : pas de RTP de l’appel${also(missing, 'voice')}`,
    mend: () =>
      'regardez où la capture a été prise : la voix peut aller d’un téléphone à l’autre sans passer par l’IPBX',
  },
  'capture-no-end': {
    what: ({ file, lacks, missing }) =>
      lacks === 'BYE'
        ? `${file} : l’appel n’est pas clos : pas de BYE${also(missing, 'end')}`
        : `${file} : le BYE de l’appel n’a pas de 200${also(missing, 'end')}`,
    mend: () => `arrêtez la capture après l’appel ; ${AGAIN}`,
  },
  'capture-no-registration': {
    what: ({ file, lacks }) =>
      lacks === 'REGISTER'
        ? `${file} : un appel, mais aucun REGISTER d’un téléphone de l’équipe`
        : `${file} : un appel, mais aucune inscription acceptée (200)`,
    mend: () => AGAIN,
  },
  'capture-to-voicemail': {
    what: ({ file, number }) => `${file} : le seul appel entier va à la messagerie (${number})`,
    mend: () => 'capturez un appel d’un téléphone à l’autre',
  },
  'capture-packets-cut': {
    what: ({ file, packets, missing }) =>
      `${file} : ${packets} paquets SIP ont été tronqués à la capture ; il manque : ${list(missing)}`,
    mend: () => 'capturez des paquets entiers : aucune limite de longueur (tcpdump -s 0)',
  },
  'capture-no-sip': {
    what: ({ file }) => `${file} : aucun message SIP`,
    mend: () => AGAIN,
  },
  'capture-no-call': {
    what: ({ file }) => `${file} : des messages SIP, mais aucun appel`,
    mend: () => AGAIN,
  },
  'capture-no-pbx': {
    what: ({ file, expected }) => `${file} : l’appel ne passe pas par l’IPBX, ${expected}`,
    mend: () => 'appelez par numéro, avec des téléphones inscrits auprès de l’IPBX',
  },
  'capture-other-team': {
    what: ({ file, team, found }) => `${file} : l’appel est celui de l’équipe ${team} (${found})`,
    mend: () => 'rendez une capture du réseau de votre équipe',
  },
  'capture-other-network': {
    what: ({ file, found, expected }) =>
      `${file} : l’appel est d’un autre réseau : ${found}, hors de ${expected}`,
    mend: ({ expected }) => `capturez le réseau de votre équipe, ${expected}`,
  },
  'capture-other-numbers': {
    what: ({ file, found, expected }) =>
      `${file} : l’appel est d’autres numéros : ${found === '' ? '-' : found}, et non ${expected}`,
    mend: () => 'capturez un appel entre des numéros de votre équipe',
  },
  'capture-no-capture': {
    what: ({ file }) => `${file} n’est pas une capture de paquets (pcap ou pcapng)`,
    mend: () => 'enregistrez la capture en pcapng dans Wireshark, et rendez ce fichier',
  },
  'capture-unreadable': {
    what: ({ file, said }) => `${file} ne se lit pas comme une capture ; tshark dit : ${said}`,
    mend: () => 'ouvrez-le dans Wireshark et enregistrez-le de nouveau en pcapng',
  },
  'capture-too-large': {
    what: ({ file, most }) => `${file} dépasse ${most / 2 ** 20} Mio : il n’a pas été regardé`,
    mend: () => 'n’en gardez qu’un appel : Wireshark, Fichier → Exporter paquets spécifiés',
  },
  'capture-too-heavy': {
    what: ({ file }) => `${file} : tshark n’en est pas venu à bout`,
    mend: () => 'n’en gardez qu’un appel : Wireshark, Fichier → Exporter paquets spécifiés',
  },
};

function also(missing: readonly CapturePart[], told: CapturePart): string {
  const others = missing.filter((part) => part !== told);
  return others.length === 0 ? '' : ` ; il manque aussi : ${list(others)}`;
}

function list(parts: readonly CapturePart[]): string {
  return parts.map((part) => PARTS[part]).join(', ');
}
