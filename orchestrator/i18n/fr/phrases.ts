import type { Phrases } from '../phrases.ts';
import { FRENCH_CLASS_PHRASES } from './class-phrases.ts';
import { FRENCH_COMMANDS } from './command-words.ts';
import { FRENCH_GATE_PHRASES } from './gate/gate-phrases.ts';
import { FRENCH_CHECKS, FRENCH_GRADE, seconds } from './grade-words.ts';
import { FRENCH_BUNDLE_PHRASES } from './hand-outs/bundle-phrases.ts';
import { FRENCH_SHEET_PHRASES } from './hand-outs/sheet-phrases.ts';
import { FRENCH_NOTE_PHRASES } from './note-phrases.ts';
import { FRENCH_OPTIONS } from './option-words.ts';
import { FRENCH_REPORT_PHRASES } from './report-phrases.ts';
import { FRENCH_SELFTEST_PHRASES } from './selftest-phrases.ts';
import { FRENCH_STATUS_PHRASES } from './status/status-phrases.ts';
import { FRENCH_TRACE_PHRASES } from './trace-phrases.ts';
import { FRENCH_TRAFFIC_PHRASES } from './traffic-phrases.ts';
import { becoming, FRENCH_WORK_PHRASES } from './work/work-phrases.ts';

/** Les mots et les phrases en français. */
export const FRENCH_PHRASES: Phrases = {
  ...FRENCH_SELFTEST_PHRASES,
  ...FRENCH_WORK_PHRASES,
  ...FRENCH_TRAFFIC_PHRASES,
  ...FRENCH_GATE_PHRASES,
  ...FRENCH_NOTE_PHRASES,
  ...FRENCH_CLASS_PHRASES,
  ...FRENCH_STATUS_PHRASES,
  ...FRENCH_TRACE_PHRASES,
  ...FRENCH_REPORT_PHRASES,
  ...FRENCH_SHEET_PHRASES,
  ...FRENCH_BUNDLE_PHRASES,
  help: {
    about: 'Un vrai standard téléphonique pour chaque équipe d’étudiants, en quelques secondes.',
    usage: 'Usage :',
    options: 'Options :',
    arguments: 'Arguments :',
    commands: 'Commandes :',
    exitStatusTitle: 'Code de retour :',
    exitStatus: [
      '0   c’est fait',
      '1   une vérification a échoué',
      '2   la commande, ou un fichier donné, est incorrect',
      '3   il manque quelque chose sur cette machine',
      '70  un défaut de lab lui-même',
      '130 arrêté par Ctrl-C',
    ],
    command: FRENCH_COMMANDS,
    option: FRENCH_OPTIONS,
    phoneArguments: {
      who: 'un numéro (3101) ou un poste (softphone1)',
      words:
        'dial NUMÉRO | answer | hangup | send CHIFFRES | status ; pour un poste : use NUMÉRO[,NUMÉRO] [SECRET]',
    },
    shell: 'bash, zsh ou fish (le script affiché y ajoute les mots à poursuivre)',
    file: 'le fichier',
    result: 'un result.json, son dossier ou sa notation ; sans lui, la dernière',
    helpCommand: 'affiche l’aide d’une commande',
  },
  phase: {
    packages: 'paquets',
    engine: 'moteur',
    images: 'images',
    objects: 'réseau et conteneurs',
    boot: 'démarrage d’Asterisk',
    phones: 'inscription des softphones',
    checks: 'contrôles',
    archive: 'archive',
  },
  plan: {
    operation: {
      'create-network': 'créer le réseau',
      'create-volume': 'créer le volume',
      'create-container': 'créer le conteneur',
      'write-files': 'écrire les fichiers dans',
      'fill-volumes': 'remplir les volumes depuis',
      'start-container': 'démarrer',
      'unpause-container': 'réveiller',
      'remove-container': 'retirer le conteneur',
      'remove-network': 'retirer le réseau',
      'remove-volume': 'retirer le volume',
    },
    cause: {
      absent: 'absent',
      changed: 'modifié',
      unfinished: 'resté inachevé',
      stopped: 'à l’arrêt',
      'network-replaced': 'son réseau est remplacé',
      surplus: 'n’est plus dans le TP',
      asked: 'demandé',
      reset: 'remise à zéro',
      'catch-up': 'rattrapage',
      restore: 'restauré',
    },
    empty: 'rien à faire',
    title: (team) => `Équipe ${team}`,
  },
  table: {
    host: 'nom',
    address: 'adresse',
    number: 'numéro',
    context: 'contexte',
    state: 'état',
    voicemail: 'messagerie',
  },
  state: {
    'in-service': 'en service',
    'no-asterisk': 'Asterisk ne tourne pas',
    'not-installed': 'Asterisk n’est pas installé',
    stopped: 'à l’arrêt',
    absent: 'absent',
    registered: 'inscrit',
    unregistered: 'non inscrit',
  },
  team: (team) => `équipe ${team}`,
  teamHeading: ({ team, lab, stage, subnet }) =>
    `Équipe ${team} · ${lab} · étape ${stage} · ${subnet}`,
  noTeams: 'Aucune équipe en service. Pour en démarrer une : lab up --team 3',
  upNothing: (team) => `L’équipe ${team} est déjà en service : rien à faire.`,
  filesKept: (team, stage) =>
    `L’équipe ${team} garde ses fichiers, commencés à l’étape ${stage} ; --stage est pour les nouvelles équipes.`,
  grade: FRENCH_GRADE,
  checks: FRENCH_CHECKS,
  nextSteps: ({ team, line, other, station, installed, accounts }) =>
    [
      ...(installed
        ? []
        : ['Asterisk n’est pas encore installé sur le serveur : c’est la première chose à faire.']),
      'Ensuite :',
      ...(accounts
        ? [`  lab phone --team ${team} ${line} dial ${other}`, `  lab console --team ${team}`]
        : [
            `  lab shell --team ${team}`,
            ...(installed ? [] : ['    apt-get install asterisk']),
            `  lab phone --team ${team} ${station} use ${line}`,
          ]),
      accounts ? `  lab shell --team ${team}` : `  lab console --team ${team}`,
      `  lab down --team ${team}`,
    ].join('\n'),
  progress: (who, what) => `${who} : ${what}`,
  seconds,
  downDone: (team, kept) =>
    kept
      ? `L’équipe ${team} est arrêtée ; son travail est gardé. Pour la relancer : lab up --team ${team}`
      : `L’équipe ${team} est arrêtée et son travail retiré.`,
  downNothing: (team) => `L’équipe ${team} n’est pas en service : rien à retirer.`,
  resetDone: (team, stage) => `L’équipe ${team} est revenue à l’étape ${stage}.`,
  resetNothing: (team) =>
    `L’équipe ${team} n’a rien à remettre à zéro. Pour la mettre en service : lab up --team ${team}`,
  archived: (file) => `Archivé : ${file}`,
  asteriskDead: (team) =>
    `L’Asterisk de l’équipe ${team} ne tourne pas. Ses derniers mots sont ci-dessous ; les fichiers sont dans /etc/asterisk (lab shell --team ${team}).`,
  confirm: {
    packages: (names) => `Ces paquets vont être installés : ${names.join(', ')}.`,
    purge: (teams) =>
      `Le travail de l’équipe ${teams.join(', ')} (configuration, messages, dossier personnel) va être archivé puis retiré.`,
    reset: ({ team, becomes, work }) => {
      const counted =
        work === null
          ? 'configuration, messages, dossier personnel'
          : `${count(work.configuration, 'fichier')} de configuration, ${count(work.messages, 'message')}, ${count(work.home, 'fichier')} dans le dossier personnel`;
      return `L’équipe ${team} ${becoming(becomes)} ; son travail (${counted}) va être archivé puis retiré.`;
    },
    enginePurge: (folder) =>
      `Le moteur intégré et toutes ses données vont être supprimés : ${folder}`,
    question: 'Continuer ? [o/N] ',
    yes: ['o', 'oui', 'y'],
  },
  engine: {
    state: { absent: 'absent', stopped: 'à l’arrêt', running: 'en marche', broken: 'en panne' },
    started: (version) => `Le moteur intégré tourne (Docker ${version}).`,
    stopped: 'Le moteur intégré est arrêté ; rien n’en reste en marche.',
    purged: (folder) => `Le moteur intégré et ses données ont disparu : ${folder}`,
    detail: {
      address: 'adresse',
      pid: 'processus',
      version: 'version',
      data: 'données',
      missing: 'manque',
    },
  },
  images: {
    built: (tag) => `construite  ${tag}`,
    present: (tag) => `présente    ${tag}`,
    saved: (file) => `Images écrites dans ${file}`,
    loaded: (file) => `Images lues depuis ${file}`,
    none: 'Pas encore d’image. Pour les construire : lab images build',
    headings: { tag: 'image', size: 'taille', state: 'état' },
    current: 'à jour',
    old: 'ancienne',
    archiveMirror: 'la version de Debian est passée aux archives ; elle est prise là-bas',
  },
  doctor: {
    check: {
      node: 'Node.js',
      engine: 'moteur de conteneurs',
      isolation: 'isolation des réseaux',
      cgroups: 'cgroups',
      images: 'images',
      subnets: 'réseaux des équipes',
      'disk-limit': 'limites de disque',
      disk: 'espace disque',
      memory: 'mémoire',
    },
  },
  phone: {
    ringing: (callee) => `${callee} sonne`,
    talking: (peer) => `en communication avec ${peer}`,
    closed: (reason) => `appel terminé : ${reason}`,
    hungUp: 'raccroché',
    idle: 'au repos',
    sent: (digits) => `envoyé : ${digits}`,
    registered: (extension, station) => `${station} : ${extension} est inscrit`,
    refused: (extension, reason) => `${extension} a été refusé : ${reason}`,
    noAccount: 'pas de compte',
  },
  wrote: (file) => `écrit : ${file}`,
  ourFault:
    'C’est un défaut de lab, pas de ce que vous avez fait. Les lignes ci-dessous aideront à le corriger ; la même commande peut être relancée.',
  interrupted: 'Arrêté. Ce qui est construit reste ; la même commande reprend de là.',
  lockHeld: ({ user, host, pid, verb, seconds: age }) =>
    `attend la fin de « lab ${verb} », lancé par ${user} sur ${host} il y a ${age} s (processus ${pid})`,
};

function count(number: number, thing: string): string {
  return `${number} ${thing}${number < 2 ? '' : 's'}`;
}
