import type { ProblemTexts } from '../../catalogue.ts';

/** Ce qui peut clocher à un softphone, en français. */
export const FRENCH_PHONE_PROBLEMS = {
  'softphone-dead': {
    what: ({ station, said }) => `Une ligne de ${station} n’a pas démarré. Elle dit : ${said}`,
    mend: () => 'la même commande de nouveau ; lab doctor, si cela continue',
  },
  'softphone-gone': {
    what: ({ line, timeline }) => `Le softphone ${line} a disparu. Vu jusque-là : ${timeline}`,
    mend: ({ line }) => `lab up --team ${line.charAt(0)} le relance`,
  },
  'softphone-garbled': {
    what: ({ line, found }) =>
      `Le softphone ${line} a dit quelque chose qui n’est pas son protocole : ${found}`,
    mend: ({ line }) => `lab images build, puis : lab up --team ${line.charAt(0)}`,
  },
  'softphone-silent': {
    what: ({ line, command }) =>
      `Le softphone ${line} n’a pas répondu à la commande « ${command} ».`,
    mend: ({ line }) => `lab up --team ${line.charAt(0)} le relance`,
  },
  'softphone-refused': {
    what: ({ line, command, reply }) => `Le softphone ${line} a refusé « ${command} » : ${reply}`,
    mend: ({ line }) =>
      `lab phone --team ${line.charAt(0)} ${line} status montre ce qu’il peut faire en ce moment`,
  },
  'softphone-wait': {
    what: ({ line, awaited, timeline }) =>
      `Le softphone ${line} devait montrer ${awaited} et ne l’a pas fait. Vu : ${timeline}`,
    mend: ({ line }) => `lab logs --team ${line.charAt(0)} montre ce que l’IPBX en a fait`,
  },
  'softphone-busy': {
    what: ({ line, peer }) => `Le softphone ${line} est en communication avec ${peer}.`,
    mend: ({ line }) => `lab phone --team ${line.charAt(0)} ${line} hangup`,
  },
  'softphone-no-call': {
    what: ({ line }) => `Le softphone ${line} n’est pas en communication.`,
    mend: ({ line }) => `lab phone --team ${line.charAt(0)} ${line} dial NUMÉRO`,
  },
  'keys-unknown': {
    what: ({ keys }) => `« ${keys} » ne peut pas être composé sur un téléphone.`,
    mend: () => 'utilisez les touches 0 à 9, *, # et A à D : send 1234#',
  },
  'station-full': {
    what: ({ station, most, found }) =>
      `${station} a de la place pour ${most} comptes, pas pour ${found}.`,
    mend: () => 'indiquez moins de numéros',
  },
  'secret-missing': {
    what: ({ extension }) => `Le TP ne connaît pas le secret de ${extension}.`,
    mend: ({ extension }) => `dites-le après le numéro : use ${extension} SECRET`,
  },
} satisfies Partial<ProblemTexts>;
