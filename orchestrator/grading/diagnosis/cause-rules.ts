/** What a rule is worth among others, and the words that its text may use besides file, line, section. */
export interface CauseRule {
  /** The higher, the likelier it is what the student has to mend. */
  readonly weight: number;
  readonly params: readonly string[];
  /** True when it always knows a line. */
  readonly line: boolean;
}

const here = (weight: number, ...params: readonly string[]): CauseRule => ({
  ...{ weight, params, line: true },
});
const somewhere = (weight: number, ...params: readonly string[]): CauseRule => ({
  ...{ weight, params, line: false },
});

/** Every rule of the diagnosis. Their texts are the lab's, in causes.yaml. */
export const CAUSE_RULES = {
  // files
  'not-reloaded': somewhere(110, 'time'),
  'file-utf16': somewhere(100),
  'file-absent': somewhere(98),
  'file-other-name': somewhere(99, 'found'),
  'file-blank': somewhere(97),
  'heading-unclosed': here(96, 'found'),
  'options-unclosed': here(96, 'found'),
  'template-later': here(96, 'name', 'definedLine'),
  'template-misspelt': here(96, 'name', 'meant'),
  'template-absent': here(95, 'name'),
  'addition-absent': here(95, 'name'),
  'before-heading': here(95, 'found'),
  'include-absent': here(95, 'name'),
  'line-no-equals': here(90, 'found'),
  'line-hash': here(85, 'found'),
  'comment-open': here(92),
  'options-apart': here(92, 'section'),
  'heading-unopened': here(97, 'found'),
  'heading-commented': here(97, 'name'),
  'odd-blank': here(94, 'found'),
  'asterisk-said': here(40, 'said'),

  // accounts
  'other-team': here(80, 'found', 'number'),
  'account-misspelt': here(82, 'number', 'found'),
  'account-commented': here(81, 'number'),
  'account-is-template': here(83, 'number'),
  'account-absent': somewhere(70, 'number'),
  'general-misspelt': here(84, 'found'),
  'key-misspelt': here(83, 'found', 'meant', 'section'),
  'hassip-absent': somewhere(72),
  'hassip-off': here(80, 'value'),
  'template-missing': here(78, 'number'),
  'host-absent': here(74, 'number'),
  'host-fixed': here(78, 'value'),
  'secret-case': here(80, 'number'),
  'secret-different': here(78, 'number'),
  'secret-absent': here(72, 'number'),
  'insecure-option': here(80, 'value'),
  'access-list': here(76, 'key', 'value'),
  'template-account': here(84, 'name'),
  'account-twice': here(79, 'number', 'first'),
  'callerid-other': here(70, 'number', 'value'),
  'dtmf-mode': here(76, 'value'),
  'codecs-none': here(78, 'number'),
  'codecs-cleared': here(79),
  'codec-unknown': here(74, 'value'),
  'context-misspelt': here(82, 'number', 'found', 'meant'),
  'context-other': here(80, 'number', 'found'),
  'context-absent': here(72, 'number'),

  // dial plan
  'context-section-misspelt': here(82, 'found', 'meant'),
  'context-section-absent': somewhere(70, 'context'),
  'priority-wrong': here(84, 'found'),
  'same-first': here(84),
  'next-first': here(84, 'found'),
  'entry-twice': here(60, 'found'),
  'word-unknown': here(84, 'found'),
  'bracket-open': here(87, 'found'),
  'bracket-none': here(84, 'found'),
  'pattern-no-underscore': here(86, 'pattern', 'number'),
  'pattern-longer': here(86, 'pattern', 'number'),
  'pattern-other': here(78, 'pattern', 'number'),
  'first-priority': here(82, 'pattern', 'priority', 'number'),
  'extension-elsewhere': here(74, 'pattern', 'found', 'context'),
  'extension-misspelt': here(76, 'found', 'number'),
  'extension-commented': here(76, 'number'),
  'extension-absent': somewhere(60, 'number', 'context'),
  'never-dials': here(80, 'application', 'number'),
  'application-misspelt': here(86, 'found', 'meant'),
  'application-unknown': here(84, 'found'),
  'application-none': here(84, 'found'),
  'dial-variable': here(84, 'found'),
  'dial-technology': here(84, 'found'),
  'dial-delimiter': here(85, 'found'),
  'dial-form': here(82, 'found'),
  'dial-fixed': here(82, 'found'),
  'dial-other': here(80, 'found', 'number'),
  'contexts-joined': here(70, 'context', 'number', 'pattern'),

  // leaving messages
  'dial-endless': here(82),
  'dial-time': here(82, 'seconds', 'expected'),
  'priority-gap': here(84, 'missing', 'next', 'pattern'),
  'hangs-up-before': here(82, 'application'),
  'voicemail-line-absent': here(74, 'number'),
  'deposit-main': here(82),
  'box-variable': here(84, 'found'),
  'box-no-context': here(82, 'found'),
  'box-other-context': here(81, 'found'),
  'box-fixed': here(82, 'found'),
  loops: here(82, 'application'),

  // listening to them
  'number-taken': here(76, 'number', 'pattern'),
  'include-later': here(84, 'number', 'pattern', 'context'),
  'consult-deposits': here(84, 'number'),
  'consult-bare': here(82, 'found'),
  'consult-own-number': here(80, 'found', 'number'),
  'consult-line-absent': here(78, 'number'),
  'pin-skipped': here(84, 'found'),

  // mailboxes
  'box-section-case': here(84, 'found', 'meant'),
  'box-section-misspelt': here(84, 'found', 'meant'),
  'box-elsewhere': here(82, 'number', 'found'),
  'box-misspelt': here(82, 'number', 'found'),
  'box-commented': here(80, 'number'),
  'box-twice': here(79, 'number', 'first'),
  'box-section-absent': somewhere(75, 'context'),
  'box-absent': somewhere(72, 'number', 'context'),
  'pin-empty': here(80, 'number'),
  'pin-swapped': here(83, 'number', 'found'),
  'pin-unreadable': here(82, 'number', 'found'),
  'pin-different': here(78, 'number', 'found'),
  'shortest-message': here(76, 'value'),
  'stays-new': here(76, 'value'),
} as const satisfies Readonly<Record<string, CauseRule>>;

/** The name of a rule. */
export type CauseRuleName = keyof typeof CAUSE_RULES;
