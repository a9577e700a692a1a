import type {
  AnswerKind,
  AnswerReasons,
  AnswersTrouble,
} from '../../orchestrator/base/problems/reasons/answer-reasons.ts';
import type { CaptureReasons } from '../../orchestrator/base/problems/reasons/capture-reasons.ts';

const file = 'appel.pcapng';
const kinds: readonly AnswerKind[] = [
  ...(['meaning', 'count', 'sip-port', 'rtp-ports'] as const),
  ...(['protocol', 'folder', 'field', 'change'] as const),
];
const troubles: readonly AnswersTrouble[] = [
  ...(['too-large', 'encoding', 'empty', 'too-deep', 'tab'] as const),
  ...(['indent', 'unclosed', 'not-keys', 'syntax'] as const),
];

type Samples<R> = { readonly [C in keyof R]: readonly R[C][] };

/** Facts for every reason of captures and answers; several where they change the words. */
export const PAPER_SAMPLES: Samples<CaptureReasons & AnswerReasons> = {
  'capture-whole': [{ file, from: '3101', to: '3102' }],
  'capture-no-setup': [
    { file, missing: ['setup'], lacks: 'ACK' },
    { file, missing: ['registration', 'setup', 'voice', 'end'], lacks: 'INVITE' },
  ],
  'capture-one-way': [
    { file, missing: ['voice', 'end'], from: '192.168.3.11', to: '192.168.3.200' },
  ],
  'capture-no-voice': [{ file, missing: ['voice'] }],
  'capture-no-end': [
    { file, missing: ['end'], lacks: 'BYE' },
    { file, missing: ['registration', 'end'], lacks: '200' },
  ],
  'capture-no-registration': [
    { file, missing: ['registration'], lacks: 'REGISTER' },
    { file, missing: ['registration'], lacks: '200' },
  ],
  'capture-to-voicemail': [{ file, missing: [], number: '3199' }],
  'capture-packets-cut': [{ file, missing: ['setup', 'voice'], packets: 12 }],
  'capture-no-sip': [{ file }],
  'capture-no-call': [{ file }],
  'capture-no-pbx': [{ file, expected: '192.168.3.200' }],
  'capture-other-team': [{ file, team: 5, found: '192.168.5.200' }],
  'capture-other-network': [{ file, found: '10.0.0.7', expected: '192.168.3.0/24' }],
  'capture-other-numbers': [
    { file, found: '5101', expected: '31XX, 32XX' },
    { file, found: '', expected: '31XX, 32XX' },
  ],
  'capture-no-capture': [{ file: 'capture.docx' }],
  'capture-unreadable': [{ file, said: 'The file is damaged.' }],
  'capture-too-large': [{ file, most: 64 * 2 ** 20 }],
  'capture-too-heavy': [{ file }],
  'answers-right': [{ keys: ['etablissement.etapes', 'etablissement.ports'] }],
  'answer-wrong': kinds.map((expected) => ({ key: 'cle', expected, found: '42' })),
  'answer-empty': [{ key: 'sip', expected: 'meaning' }],
  'answers-unreadable': troubles.map((trouble) => {
    return { file: 'answers.yaml', line: 3, column: 5, trouble };
  }),
  'for-the-teacher': [
    { what: 'sip', found: 'le protocole du téléphone' },
    { what: 'answers.textfile', found: '' },
  ],
  'not-handed-in': [{ what: 'capture' }, { what: 'answers' }, { what: 'server' }],
};
