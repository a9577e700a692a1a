import type { ReasonTexts } from '../../catalogue.ts';
import { FRENCH_ANSWER_REASONS } from './answer-reasons.ts';
import { FRENCH_CAPTURE_REASONS } from './capture-reasons.ts';
import { FRENCH_SERVER_REASONS } from './server-reasons.ts';

/** Pourquoi un contrôle a donné ce résultat, en français. Un conseil dit où regarder, jamais quoi écrire. */
export const FRENCH_REASONS: ReasonTexts = {
  ...FRENCH_CAPTURE_REASONS,
  ...FRENCH_ANSWER_REASONS,
  ...FRENCH_SERVER_REASONS,
  'asterisk-answers': { what: () => 'Asterisk tourne et répond' },
  'all-registered': { what: ({ extensions }) => `${extensions.join(', ')} inscrits` },
  'intruders-refused': {
    what: ({ extensions }) =>
      `un mauvais secret pour ${extensions.join(', ')} est refusé, à l’inscription comme à l’appel`,
  },
  'templates-apart': {
    what: ({ templates }) =>
      templates.length === 0
        ? 'aucun modèle n’est utilisé : aucun n’est un compte'
        : `personne ne peut s’inscrire comme ${templates.join(', ')} : un modèle n’est pas un compte`,
  },
  'calls-work': {
    what: ({ one, other }) =>
      `${one} et ${other} s’appellent : sonnerie, réponse, voix dans les deux sens, raccroché de part et d’autre`,
  },
  'contexts-apart': {
    what: ({ one, other }) => `${one} ne peut pas joindre ${other}, ni l’inverse`,
  },
  'contexts-joined': {
    what: ({ one, other }) => `${one} peut joindre ${other} : permis dans ce TP`,
  },
  'message-left': {
    what: ({ mailbox, seconds }) =>
      seconds === null
        ? `un message laissé à ${mailbox}, occupé, est dans sa boîte`
        : `${mailbox} a sonné ${decimal(seconds)} s, puis le message est allé dans sa boîte`,
  },
  'fields-right': {
    what: ({ mailbox }) =>
      `le fichier texte du message de ${mailbox} dit la boîte, l’appelant, l’heure et la durée`,
  },
  'message-heard': {
    what: ({ owner, number }) =>
      `${owner} a composé le ${number}, tapé le code, entendu le message ; il est passé d’INBOX à Old`,
  },
  'pin-needed': { what: ({ owner }) => `la boîte de ${owner} reste fermée à un code erroné` },

  'asterisk-dead': {
    what: ({ log }) =>
      [
        'Asterisk ne tourne pas. Dernières lignes de son journal :',
        ...(log.length === 0 ? ['-'] : log),
      ].join('\n    '),
    mend: () => 'corrigez ce fichier, puis : service asterisk restart (lab shell)',
  },
  'asterisk-died': {
    what: ({ log }) =>
      [
        'Asterisk s’est arrêté pendant les contrôles. Ses derniers mots :',
        ...(log.length === 0 ? ['-'] : log),
      ].join('\n    '),
    mend: () =>
      'service asterisk restart (lab shell), puis la même commande ; s’il s’arrête encore, lab logs dit à quel moment',
  },
  'register-refused': {
    what: ({ extension, status }) => `${extension} devait s’inscrire et a été refusé : ${status}`,
    mend: ({ extension }) =>
      `regardez la section de ${extension} dans users.conf (nom, secret, host) et hassip, puis rechargez`,
  },
  'secret-ignored': {
    what: ({ extension }) => `${extension} s’inscrit aussi avec un mauvais secret`,
    mend: ({ extension }) => `regardez comment le secret de ${extension} est écrit dans users.conf`,
  },
  'call-unchallenged': {
    what: ({ extension, status }) =>
      `un appel au nom de ${extension} avec un mauvais secret devait être refusé, et a obtenu : ${status}`,
    mend: () => 'cherchez dans users.conf une option qui laisse passer les appels sans leur secret',
  },
  'template-registers': {
    what: ({ template }) =>
      `un téléphone s’est inscrit comme ${template} : le modèle est lui-même un compte`,
    mend: ({ template }) => `regardez l’en-tête de la section ${template} dans users.conf`,
  },
  'call-refused': {
    what: ({ caller, callee, status }) =>
      `${caller} a composé le ${callee} : il devait sonner, et l’IPBX a refusé : ${status}`,
    mend: ({ caller }) =>
      `comparez le contexte de ${caller} dans users.conf avec les sections et les motifs d’extensions.conf ; lab console --team ${team(caller)} montre l’appel`,
  },
  'call-elsewhere': {
    what: ({ caller, callee }) =>
      `${caller} a composé le ${callee} : quelque chose a répondu, mais le poste ${callee} n’a jamais sonné`,
    mend: ({ caller }) =>
      `regardez quel poste la ligne d’extensions.conf fait sonner ; lab console --team ${team(caller)} montre l’appel`,
  },
  'number-unmatched': {
    what: ({ caller, number }) =>
      `${caller} a composé le ${number}, que personne n’a encore : rien ne reconnaît ce numéro, et ce TP veut un motif`,
    mend: () => 'regardez comment les numéros sont écrits dans extensions.conf',
  },
  'one-way-audio': {
    what: ({ caller, callee, deaf }) =>
      `${caller} et ${callee} étaient en communication, mais ${deaf} n’entendait pas l’autre`,
    mend: () => 'regardez les codecs et les options directmedia ou nat dans users.conf',
  },
  'no-audio': {
    what: ({ caller, callee }) =>
      `${caller} et ${callee} étaient en communication, mais aucun n’entendait l’autre`,
    mend: () => 'regardez les codecs dans users.conf',
  },
  'audio-echo': {
    what: ({ caller, callee, extension }) =>
      `dans l’appel ${caller} → ${callee}, ${extension} entendait sa propre voix`,
    mend: () => 'regardez quelle application du plan d’appel prend l’appel',
  },
  'call-left-up': {
    what: ({ caller, callee }) =>
      `l’un de ${caller} et ${callee} a raccroché, et l’autre est resté en communication`,
    mend: ({ caller }) => `lab console --team ${team(caller)}, puis : core show channels`,
  },
  'contexts-not-apart': {
    what: ({ one, other }) => `${one} peut joindre ${other} : ce TP veut des contextes séparés`,
    mend: () => 'regardez ce que les contextes d’extensions.conf incluent ou reconnaissent',
  },
  'ring-absent': {
    what: ({ caller, callee }) =>
      `${caller} a composé le ${callee} : le poste ${callee} devait sonner et n’a jamais sonné`,
    mend: () => 'regardez quel poste la ligne d’extensions.conf fait sonner',
  },
  'ring-short': {
    what: ({ callee, rang, expected, tolerance }) =>
      `${callee} a sonné ${decimal(rang)} s, et non ${expected} ± ${tolerance} s`,
    mend: () => 'regardez la durée donnée à Dial dans extensions.conf',
  },
  'ring-long': {
    what: ({ callee, rang, expected, tolerance }) =>
      `${callee} a sonné ${decimal(rang)} s ou plus, et non ${expected} ± ${tolerance} s`,
    mend: () => 'regardez la durée donnée à Dial dans extensions.conf',
  },
  'voicemail-absent': {
    what: ({ caller, callee, status }) =>
      `${callee} n’a pas répondu à ${caller} : la messagerie devait le faire, et l’appel a fini : ${status === '' ? '-' : status}`,
    mend: ({ caller }) =>
      `regardez ce qui suit Dial dans extensions.conf, et sa priorité ; lab logs --team ${team(caller)} dit si Asterisk a pu lire le fichier`,
  },
  'voicemail-silent': {
    what: ({ caller, callee }) =>
      `${callee} n’a pas répondu à ${caller} : l’IPBX a décroché, sans jamais donner le bip d’un message`,
    mend: ({ caller }) =>
      `regardez l’application qui suit Dial dans extensions.conf et ses arguments ; lab logs --team ${team(caller)} dit si Asterisk a pu lire voicemail.conf`,
  },
  'message-lost': {
    what: ({ mailbox, context }) =>
      `un message a été dicté pour ${mailbox}, et n’est pas dans ${context}/${mailbox}/INBOX`,
    mend: () => 'comparez la boîte nommée dans extensions.conf avec les sections de voicemail.conf',
  },
  'message-elsewhere': {
    what: ({ expected, found }) =>
      `le message devait être dans ${expected}, et il est dans ${found}`,
    mend: () => 'comparez la boîte nommée dans extensions.conf avec les sections de voicemail.conf',
  },
  'fields-wrong': {
    what: ({ mailbox, key, expected, found }) =>
      `le fichier texte du message de ${mailbox} devait dire ${key} ${expected}, et dit « ${found} »`,
    mend: () =>
      'regardez le compte de l’appelant dans users.conf et la ligne de messagerie du plan d’appel',
  },
  'voicemail-number-refused': {
    what: ({ caller, number, status }) =>
      `${caller} a composé le ${number} : la messagerie devait répondre, et l’appel a fini : ${status}`,
    mend: ({ number }) => `cherchez le ${number} dans le contexte de l’appelant d’extensions.conf`,
  },
  'message-unheard': {
    what: ({ owner, number }) =>
      `${owner} a composé le ${number} et tapé boîte et code : le message n’a pas été lu`,
    mend: () =>
      'comparez la boîte et le code de voicemail.conf avec ce qu’ouvre le plan d’appel ; dtmfmode dans users.conf',
  },
  'box-asked': {
    what: ({ owner, number }) =>
      `${owner} a composé le ${number} : la messagerie demande le numéro de la boîte, et ce TP veut qu’elle le sache`,
    mend: ({ number }) => `regardez quelle boîte la ligne du ${number} ouvre dans extensions.conf`,
  },
  'message-not-moved': {
    what: ({ place }) =>
      `le message a été entendu, et n’est pas passé dans Old : il est en ${place}`,
    mend: () => 'regardez les options [general] de voicemail.conf',
  },
  'pin-ignored': {
    what: ({ owner, number }) => `le ${number} a ouvert la boîte de ${owner} sans son code`,
    mend: ({ owner }) =>
      `regardez le code de ${owner} dans voicemail.conf et les options de VoiceMailMain`,
  },

  'took-too-long': {
    what: ({ what, awaited }) => `${what} : attendu ${awaited}, qui n’est pas venu à temps`,
    mend: () => 'lab logs montre ce que l’IPBX en a fait',
  },
  'out-of-time': {
    what: ({ seconds }) => `non jugé : la notation a été arrêtée après ${seconds} s`,
    mend: () =>
      'cherchez ce qui ne finit jamais : une boucle dans extensions.conf, un programme lancé',
  },
  'machine-late': {
    what: ({ seconds }) =>
      `n’a pas pu être évalué : cette machine était si chargée que tout a été vu avec ${String(seconds).replace('.', ',')} s de retard`,
    mend: () =>
      'arrêtez ce qui tourne d’autre, ou prenez moins d’équipes à la fois, puis la même commande',
  },
  'needs-another': { what: ({ check }) => `pas évalué : ${check} d’abord` },
  'station-in-use': {
    what: ({ station, extension }) =>
      `pas évalué : le poste ${extension}${station === '' ? '' : ` de ${station}`} est en communication`,
    mend: ({ extension }) =>
      `quand il sera libre, la même commande (lab phone --team ${team(extension)} ${extension} hangup)`,
  },
  'phone-lost': {
    what: ({ said }) => `n’a pas pu être évalué : un de nos softphones a lâché (${said})`,
    mend: () => 'lab up, puis la même commande',
  },
  'pbx-lost': {
    what: ({ said }) =>
      `n’a pas pu être évalué : le moteur ou le conteneur de l’IPBX a disparu (${said})`,
    mend: () => 'lab up, puis la même commande',
  },
  'check-broken': {
    what: ({ said }) => `n’a pas pu être évalué, par une faute de lab : ${said}`,
    mend: () => 'la même commande',
  },
};

function team(extension: string): string {
  return extension.charAt(0);
}

function decimal(value: number): string {
  return value.toFixed(1).replace('.', ',');
}
