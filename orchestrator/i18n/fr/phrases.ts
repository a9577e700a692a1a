import type { Phrases } from '../phrases.ts';
import { FRENCH_CHECKS, FRENCH_GRADE, seconds } from './grade-words.ts';
import { FRENCH_SELFTEST_PHRASES } from './selftest-phrases.ts';
import { FRENCH_TRAFFIC_PHRASES } from './traffic-phrases.ts';

/** Les mots et les phrases en français. */
export const FRENCH_PHRASES: Phrases = {
  ...FRENCH_SELFTEST_PHRASES,
  ...FRENCH_TRAFFIC_PHRASES,
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
    command: {
      up: 'met des équipes en service : réseau, IPBX, softphones, comptes, contrôles',
      grade: 'note les équipes sur 20, en salle blanche, d’après leurs fichiers',
      regrade: 'note de nouveau ce qu’une notation a conservé, avec les mêmes tirages',
      rescore: 'recompte une notation selon le barème d’aujourd’hui, sans rien relancer',
      selftest: 'essaie le correcteur sur des TP au résultat connu, et dit s’il a raison',
      check: 'contrôle inscriptions, appels et messagerie sur le TP tel qu’il est',
      down: 'retire conteneurs et réseau, garde le travail',
      reset: 'ramène des équipes à leur étape : IPBX, fichiers, comptes ; le travail est archivé',
      status: 'montre ce qui tourne et quelles lignes sont inscrites',
      render: 'affiche ou écrit les fichiers de configuration d’une équipe, sans moteur',
      phone: 'utilise un softphone : dial, answer, hangup, send, status, use',
      capture: 'écrit le trafic d’une équipe dans un fichier, pour Wireshark et ladder',
      ladder: 'dessine les échanges d’une capture : messages SIP et voix, par appel',
      shell: 'ouvre un terminal root dans l’IPBX (ou, avec --station, dans un softphone)',
      console: 'ouvre la console d’Asterisk (asterisk -rvvvv)',
      logs: 'montre le journal d’Asterisk',
      doctor: 'examine cette machine, une ligne par contrôle, chaque échec avec son remède',
      completion: 'affiche de quoi compléter les mots de lab par Tab dans un shell',
      images: 'construit, liste, enregistre ou charge les images',
      'images build': 'construit les images absentes ou périmées',
      'images list': 'liste les images',
      'images save': 'écrit les images dans un fichier',
      'images load': 'lit les images depuis un fichier',
      engine: 's’occupe du moteur intégré',
      'engine status': 'montre le moteur intégré',
      'engine start': 'démarre le moteur intégré, en installant ce qu’il lui faut',
      'engine stop': 'arrête le moteur intégré et ne laisse rien tourner',
      'engine purge': 'arrête le moteur intégré et supprime ses données',
    },
    option: {
      team: 'l’équipe ou les équipes : 3, ou 1,4-6',
      all: 'les huit équipes',
      stage: 'l’étape de départ d’une nouvelle équipe',
      lab: 'le TP : un nom de labs/ ou le chemin d’un lab.yaml',
      base: 'les deux premiers octets des réseaux au lieu de ceux du TP, p. ex. 10.77',
      engine: 'le moteur à utiliser, p. ex. unix:///run/docker.sock ou tcp://hote:2376',
      json: 'données en JSON sur la sortie standard, tout le reste sur la sortie d’erreur',
      lang: 'la langue, fr ou en (par défaut celle du système)',
      'dry-run': 'affiche ce qui serait fait, et pourquoi, sans rien faire',
      quick: 'la forme courte : messagerie par un poste occupé ; quelques TP',
      submissions: 'note ce qui a été rendu : chaque dossier de celui-ci est un rendu',
      jobs: 'combien de notations à la fois (4 par défaut ; selftest : 6)',
      seed: 'la graine des voix et des mauvais secrets, pour noter comme une autre fois',
      questions: 'ces questions seulement, ramenées à 20 : Q1.3-Q1.5,Q2.1',
      decide: 'des points donnés à la main : 3:answers.sip=0.5 ; répétable',
      only: 'seulement ces TP : W41,V01',
      repeat: 'combien de fois noter chaque TP, pour voir si le résultat change',
      rules: 'autant de TP abîmés par règle à la place, tirés de --seed (1 par défaut)',
      yes: 'continue sans demander',
      verbose: 'montre ce qu’affichent les programmes en arrière-plan',
      out: 'écrit dans ce dossier au lieu d’afficher',
      purge: 'retire aussi le travail des équipes, après l’avoir archivé',
      station: 'un softphone au lieu de l’IPBX, p. ex. softphone1',
      follow: 'continue à montrer les nouvelles lignes',
      for: 'combien de temps : 60s, 2m (sans elle, jusqu’à Ctrl-C)',
      output: 'le fichier à écrire',
      help: 'affiche cette aide',
      version: 'affiche la version',
    },
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
  nextSteps: ({ team, line, other, station, accounts }) =>
    [
      'Ensuite :',
      ...(accounts
        ? [`  lab phone --team ${team} ${line} dial ${other}`, `  lab console --team ${team}`]
        : [`  lab shell --team ${team}`, `  lab phone --team ${team} ${station} use ${line}`]),
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
    reset: ({ team, stage, work }) => {
      const counted =
        work === null
          ? 'configuration, messages, dossier personnel'
          : `${count(work.configuration, 'fichier')} de configuration, ${count(work.messages, 'message')}, ${count(work.home, 'fichier')} dans le dossier personnel`;
      return `L’équipe ${team} revient à l’étape ${stage} ; son travail (${counted}) va être archivé puis retiré.`;
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
