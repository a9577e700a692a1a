import type { TracePhrases } from '../trace-phrases.ts';

/** English words of the way that a call would go. */
export const ENGLISH_TRACE_PHRASES: TracePhrases = {
  trace: {
    title: (from, to) => `${from} dials ${to}: the way that the files give the call`,
    note: 'No call was placed. A phone that rings is taken to be left unanswered.',
    step: {
      'file-refused': ({ about }) =>
        `Asterisk refuses the whole of ${about.file}, because of this line`,
      account: ({ about }) => `its account sends its calls into the context ${about.context}`,
      'account-absent': ({ about }) => `users.conf makes no account ${about.number}`,
      'context-absent': ({ about }) => `extensions.conf has no context ${about.context}: refused`,
      match: ({ about }) => `${about.number} is taken by ${about.pattern} (${about.through})`,
      'no-match': ({ about }) =>
        `nothing in the context ${about.context} takes ${about.number}: refused`,
      runs: ({ application }) => application,
      jumps: ({ application, about }) =>
        `${application} → ${about.context}, ${about.extension}, ${about.priority}`,
      rings: ({ application, about }) =>
        `${application}: ${about.phones} rings ${about.seconds === 0 ? 'without end' : `${about.seconds} s`}`,
      'rings-nobody': ({ application, about }) =>
        `${application}: there is no phone ${about.phones}`,
      voicemail: ({ application, about }) =>
        `${application}: the caller may leave a message in ${about.context}/${about.box}`,
      'voicemail-absent': ({ application, about }) =>
        `${application}: there is no box ${about.box} in ${about.context}`,
      mailbox: ({ application, about }) =>
        `${application}: asks for the PIN of ${about.context}/${about.box}`,
      'mailbox-asked': ({ application, about }) =>
        `${application}: asks for a box of ${about.context}, then for its PIN`,
      'mailbox-absent': ({ application, about }) =>
        `${application}: there is no box ${about.box} in ${about.context}; asks for another`,
      'application-unknown': ({ application }) =>
        `${application}: Asterisk has no such application; the call ends`,
      stays: ({ application }) => `${application}: the caller stays there`,
      'hangs-up': ({ application }) => `${application}: the call ends`,
      gap: ({ extension, about }) =>
        `priority ${about.missing} of ${extension} is missing (${about.next} stands here): the call ends`,
      over: () => 'nothing follows: the call ends',
      loop: () => 'the call goes round in circles',
    },
  },
};
