import type { TracePhrases } from '../trace-phrases.ts';

/** Les mots du chemin d'un appel en français. */
export const FRENCH_TRACE_PHRASES: TracePhrases = {
  trace: {
    title: (from, to) => `${from} compose ${to} : le chemin que les fichiers donnent à l’appel`,
    note: 'Aucun appel n’a été passé. Un poste qui sonne est supposé ne pas répondre.',
    step: {
      'file-refused': ({ about }) => `Asterisk refuse tout ${about.file} à cause de cette ligne`,
      account: ({ about }) => `son compte envoie ses appels dans le contexte ${about.context}`,
      'account-absent': ({ about }) => `users.conf ne fait aucun compte ${about.number}`,
      'context-absent': ({ about }) =>
        `extensions.conf n’a pas de contexte ${about.context} : refusé`,
      match: ({ about }) => `${about.number} est pris par ${about.pattern} (${about.through})`,
      'no-match': ({ about }) =>
        `rien dans le contexte ${about.context} ne prend ${about.number} : refusé`,
      runs: ({ application }) => application,
      jumps: ({ application, about }) =>
        `${application} → ${about.context}, ${about.extension}, ${about.priority}`,
      rings: ({ application, about }) =>
        `${application} : ${about.phones} sonne ${about.seconds === 0 ? 'sans fin' : `${about.seconds} s`}`,
      'rings-nobody': ({ application, about }) =>
        `${application} : il n’y a pas de poste ${about.phones}`,
      voicemail: ({ application, about }) =>
        `${application} : l’appelant peut laisser un message dans ${about.context}/${about.box}`,
      'voicemail-absent': ({ application, about }) =>
        `${application} : il n’y a pas de boîte ${about.box} dans ${about.context}`,
      mailbox: ({ application, about }) =>
        `${application} : demande le code de ${about.context}/${about.box}`,
      'mailbox-asked': ({ application, about }) =>
        `${application} : demande une boîte de ${about.context}, puis son code`,
      'mailbox-absent': ({ application, about }) =>
        `${application} : il n’y a pas de boîte ${about.box} dans ${about.context} ; en demande une autre`,
      'application-unknown': ({ application }) =>
        `${application} : Asterisk n’a pas cette application ; l’appel s’arrête`,
      stays: ({ application }) => `${application} : l’appelant y reste`,
      'hangs-up': ({ application }) => `${application} : l’appel s’arrête`,
      gap: ({ extension, about }) =>
        `la priorité ${about.missing} de ${extension} manque (ici, la ${about.next}) : l’appel s’arrête`,
      over: () => 'rien ne suit : l’appel s’arrête',
      loop: () => 'l’appel tourne en rond',
    },
  },
};
