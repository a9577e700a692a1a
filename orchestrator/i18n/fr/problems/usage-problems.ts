import type { ProblemTexts } from '../../catalogue.ts';

/** Ce qui peut clocher dans une ligne de commande, en français. */
export const FRENCH_USAGE_PROBLEMS = {
  'team-out-of-range': {
    what: ({ found }) => `« ${found} » n’est pas une équipe : elles portent les numéros 1 à 8.`,
    mend: () => '--team 3, ou plusieurs : --team 1,4-6, ou toutes : --all',
  },
  'team-missing': {
    what: () => 'Aucune équipe n’est indiquée.',
    mend: () => 'ajoutez --team 3 (ou --team 1,4-6, ou --all)',
  },
  'team-one': {
    what: ({ found }) => `Cette commande s’occupe d’une seule équipe, pas de ${found}.`,
    mend: () => 'indiquez-en une : --team 3',
  },
  'base-wrong': {
    what: ({ found }) =>
      `« ${found} » n’est pas le début de réseaux privés : il faut deux nombres, parmi 10.x, 172.16 à 172.31 ou 192.168.`,
    mend: () => '--base 10.77',
  },
  'command-unknown': {
    what: ({ found }) => `Il n’y a pas de commande « ${found} ».`,
    mend: ({ nearest }) => (nearest === undefined ? 'lab --help' : `lab ${nearest}`),
  },
  'option-unknown': {
    what: ({ found }) => `Il n’y a pas d’option « ${found} » ici.`,
    mend: ({ nearest }) =>
      nearest === undefined ? 'ajoutez --help pour voir les options d’une commande' : `${nearest}`,
  },
  'option-value-missing': {
    what: ({ option }) => `L’option ${option} attend une valeur.`,
    mend: () => 'ajoutez --help pour voir laquelle',
  },
  'option-value-wrong': {
    what: ({ option, found, allowed }) =>
      `${option} ne peut pas valoir « ${found} » : valeurs possibles : ${allowed}.`,
    mend: ({ option, allowed }) => `${option} ${allowed.split(',')[0] ?? allowed}`,
  },
  'argument-missing': {
    what: ({ argument }) => `Il manque <${argument}>.`,
    mend: () => 'ajoutez --help pour voir ce qu’attend la commande',
  },
  'arguments-too-many': {
    what: ({ found }) => `C’est plus que n’en attend cette commande : ${found}.`,
    mend: () => 'ajoutez --help pour voir ce qu’attend la commande',
  },
  'duration-wrong': {
    what: ({ option, found }) =>
      `${option} ne peut pas valoir « ${found} » : il faut un nombre entier suivi de s, m ou h, pour secondes, minutes ou heures.`,
    mend: ({ option }) => `${option} 60s, ou ${option} 2m`,
  },
  'output-missing': {
    what: () => 'Aucun fichier de sortie n’est indiqué.',
    mend: ({ example }) => `ajoutez -o FICHIER : -o ${example}`,
  },
  'capture-file-empty': {
    what: ({ file }) => `${file} est vide : il ne contient aucun paquet.`,
    mend: () => 'redemandez le fichier, ou faites une capture : lab capture --team 3 -o FICHIER',
  },
  'capture-file-wrong': {
    what: ({ file, said }) =>
      `${file} n’est pas une capture de paquets (pcap ou pcapng).${said === '' ? '' : ` tshark dit : ${said}`}`,
    mend: () => 'indiquez un fichier que Wireshark ouvre : Fichier, Enregistrer sous, pcapng',
  },
  'phone-words-wrong': {
    what: ({ found }) => `Un softphone ne sait pas faire « ${found} ».`,
    mend: () =>
      'dial NUMÉRO | answer | hangup | send CHIFFRES | status ; pour un poste : use NUMÉRO',
  },
  'station-unknown': {
    what: ({ found }) => `Il n’y a pas de poste « ${found} » dans ce TP.`,
    mend: ({ known }) => `l’un de ceux-ci : ${known.join(', ')}`,
  },
  'line-unknown': {
    what: ({ found }) => `Aucun softphone de cette équipe n’a le numéro ${found} en ce moment.`,
    mend: ({ known }) => `l’un de ceux-ci : ${known.join(', ')}`,
  },
  declined: {
    what: ({ asked }) =>
      asked
        ? 'Rien n’a été fait, comme demandé.'
        : 'Rien n’a été fait : il faut votre accord, et il n’y a pas de terminal pour le demander.',
    mend: ({ asked }) =>
      asked ? 'la même commande de nouveau, ou avec --yes' : 'la même commande avec --yes',
  },
  unreadable: {
    what: ({ file, reason }) => `${file} ne peut pas être lu (${reason}).`,
    mend: ({ file }) => `ls -l ${file}`,
  },
  unwritable: {
    what: ({ file, reason }) => `${file} ne peut pas être écrit (${reason}).`,
    mend: () => 'choisissez un dossier accessible en écriture et qui a de la place : df -h',
  },
} satisfies Partial<ProblemTexts>;
