import type { ProblemTexts } from '../../catalogue.ts';
import { ARCHIVE_FAULTS } from '../work/work-phrases.ts';

/** Ce qui peut clocher avec les objets, les images et les appels d’une équipe, en français. */
export const FRENCH_LAB_PROBLEMS = {
  'engine-too-old': {
    what: ({ found }) => `Le moteur est en version ${found} ; il faut Docker 20.10 ou plus récent.`,
    mend: () =>
      'mettez Docker à jour, ou indiquez un autre moteur : --engine unix:///run/docker.sock',
  },
  'engine-lost': {
    what: ({ doing, reason }) => `Le moteur ne répond plus (${reason}) pendant : ${doing}.`,
    mend: () => 'lab doctor, puis la même commande de nouveau : elle reprend de là',
  },
  'disk-full': {
    what: ({ doing, said }) => `Le disque est plein (${doing}) : ${said}`,
    mend: () =>
      'faites de la place (df -h ; lab engine status nomme le dossier d’un moteur embarqué), puis la même commande de nouveau',
  },
  'engine-refused': {
    what: ({ doing, said }) => `Le moteur a refusé (${doing}). Il dit : ${said}`,
    mend: () => 'lab doctor, puis la même commande de nouveau',
  },
  'image-build-failed': {
    what: ({ image, said }) =>
      `L’image ${image} n’a pas pu être construite. La construction dit : ${said}`,
    mend: () =>
      'lab images build --verbose (sans réseau : lab images load FICHIER, depuis une machine qui les a)',
  },
  'image-load-failed': {
    what: ({ said }) => `Les images n’ont pas pu être chargées. Le moteur dit : ${said}`,
    mend: () => 'chargez un fichier fait par : lab images save FICHIER',
  },
  'image-base-unavailable': {
    what: ({ image, base }) =>
      `L’image ${image} part de ${base}, que ce moteur n’a pas et ne peut pas obtenir d’un registre.`,
    mend: () =>
      'lab images load FICHIER (écrit ailleurs par : lab images save FICHIER) ; ou, sous Debian ou Ubuntu, la même commande en root',
  },
  'image-packages-unavailable': {
    what: ({ image, said }) =>
      `Les paquets Debian de l’image ${image} n’ont pas pu être obtenus : ${said}`,
    mend: () => 'vérifiez le réseau (apt-get update), ou : lab images load FICHIER',
  },
  'images-missing': {
    what: () => 'Les images ne sont pas encore construites.',
    mend: () => 'lab images build',
  },
  'subnet-taken': {
    what: ({ wanted, subnet, kind, name, project }) =>
      kind === 'interface'
        ? `${wanted} recouvre le réseau de l’interface ${name} de cette machine (${subnet}).`
        : `${wanted} recouvre le réseau « ${name} »${project === null ? '' : ` du projet compose « ${project} »`} (${subnet}).`,
    mend: ({ kind, name, project }) => {
      const move = 'la même commande avec --base 10.77 déplace tout le TP en 10.77.X.0/24';
      if (kind === 'interface') return move;
      const remove =
        project === null ? `docker network rm ${name}` : `docker compose -p ${project} down`;
      return `${move} ; ou, s’il ne sert plus : ${remove}`;
    },
  },
  'other-lab': {
    what: ({ team, found, wanted }) =>
      `L’équipe ${team} a du travail du TP « ${found} », pas de « ${wanted} ».`,
    mend: ({ team, found }) =>
      `continuez avec --lab ${found}, ou archivez et retirez-le : lab down --team ${team} --purge`,
  },
  'capture-failed': {
    what: ({ team, said }) => `Le réseau de l’équipe ${team} n’a pas pu être capturé : ${said}`,
    mend: ({ team }) => `lab status --team ${team}, puis la même commande de nouveau`,
  },
  'team-not-up': {
    what: ({ team }) => `L’équipe ${team} n’est pas en service.`,
    mend: ({ team }) => `lab up --team ${team}`,
  },
  'team-locked': {
    what: ({ team, user, host, pid, verb, seconds }) =>
      `Quelqu’un d’autre travaille sur l’équipe ${team} : « lab ${verb} », lancé par ${user} sur ${host} il y a ${age(seconds)} (processus ${pid}).`,
    mend: ({ pid, lock, here }) =>
      here
        ? `la même commande de nouveau quand celle-là sera finie ; si elle est bloquée : kill ${pid}`
        : `la même commande de nouveau quand celle-là sera finie ; si elle est morte à coup sûr : docker rm ${lock} (de lui-même, le verrou tombe quinze minutes après avoir été pris)`,
  },
  'pbx-slow': {
    what: ({ team }) =>
      `L’Asterisk de l’équipe ${team} tourne mais n’était pas prêt à prendre des appels après dix secondes.`,
    mend: ({ team }) => `lab logs --team ${team}, puis lab up --team ${team}`,
  },
  'line-refused': {
    what: ({ extension, reason }) =>
      `L’IPBX a refusé d’inscrire ${extension} : attendu 200 OK, reçu ${reason}.`,
    mend: ({ extension }) =>
      `lab shell --team ${extension.charAt(0)} : vérifiez la section [${extension}] et son secret dans /etc/asterisk/users.conf, puis : asterisk -rx "sip reload"`,
  },
  'archive-disk-full': {
    what: ({ file }) =>
      `Le disque est plein : l’archive ${file} n’a pas pu être écrite. Rien n’a été retiré.`,
    mend: () =>
      'faites de la place (df -h ; les archives anciennes peuvent aller ailleurs), puis la même commande de nouveau',
  },
  'archive-gone': {
    what: ({ file, reason }) =>
      `L’archive ${file} ne peut pas être lue : ${reason}. Rien n’a été changé.`,
    mend: () => 'remettez le fichier à sa place, ou restaurez-en une autre : lab archives',
  },
  'archive-broken': {
    what: ({ file, fault, about }) =>
      `L’archive ${file} n’est pas saine : ${ARCHIVE_FAULTS[fault](about)}. Rien n’a été changé.`,
    mend: () => 'restaurez-en une autre : lab archives',
  },
  'archive-none': {
    what: ({ team }) => `Il n’y a pas d’archive de l’équipe ${team}.`,
    mend: ({ team }) => `pour en faire une : lab archive --team ${team}`,
  },
  'undo-nothing': {
    what: ({ team }) => `Aucune commande n’a retiré de travail de l’équipe ${team}.`,
    mend: ({ team }) => `une archive faite à la main se remet avec : lab restore --team ${team} ID`,
  },
  'archive-unknown': {
    what: ({ team, found, several }) =>
      several
        ? `« ${found} » peut désigner plusieurs archives de l’équipe ${team}.`
        : `L’équipe ${team} n’a pas d’archive « ${found} ».`,
    mend: ({ known }) => `au choix : ${known.join(', ')}`,
  },
  'archive-failed': {
    what: ({ file, reason }) =>
      `L’archive ${file} n’a pas pu être écrite et vérifiée : ${reason}. Rien n’a été retiré.`,
    mend: () =>
      'remédiez à ce qui est dit (df -h ; ls -ld de ce dossier), puis la même commande de nouveau',
  },
  'too-much-work': {
    what: ({ team, bytes, entries, path, size }) =>
      `L’équipe ${team} a plus qu’il ne peut être copié (${mebibytes(bytes)}, ${entries} fichiers) : c’était trop à ${path}${size === null ? '' : ` (${mebibytes(size)})`}. Rien n’a été changé.`,
    mend: ({ team }) =>
      `lab shell --team ${team}, puis : du -xah /root /etc/asterisk /var/spool/asterisk/voicemail | sort -h | tail ; retirez ce qui n’est pas du travail, puis la même commande de nouveau`,
  },
  'node-too-old': {
    what: ({ found, floor }) =>
      `Node.js ${found} est trop ancien : il faut ${floor} ou plus récent.`,
    mend: () => 'installez un Node.js plus récent : https://nodejs.org',
  },
  'isolation-weak': {
    what: ({ engine }) =>
      `Avec ${engine}, cette machine reçoit une adresse dans le réseau de chaque équipe : une équipe peut atteindre ses services, et le réseau d’une équipe peut cacher une partie du réseau local.`,
    mend: () =>
      'utilisez Docker pour une classe : --engine unix:///var/run/docker.sock, ou lab engine start',
  },
  'limits-unenforced': {
    what: ({ missing }) =>
      `La machine du moteur ne peut pas faire respecter ces limites : ${missing.join(', ')}.`,
    mend: () =>
      'activez les contrôleurs cgroup (ligne de commande du noyau : cgroup_enable=memory), puis redémarrez',
  },
  'room-short': {
    what: ({ teams, of, needed, free }) =>
      `${teams.length === 1 ? `L’équipe ${teams[0]} a besoin` : `Ces ${teams.length} équipes ont besoin`} de ${needed} de ${of === 'memory' ? 'mémoire' : 'disque'} sur la machine du moteur, ${free} libres : rien n’a été commencé.`,
    mend: ({ of, fitting, command }) =>
      fitting === 0
        ? `faites d’abord de la place : ${of === 'memory' ? 'arrêtez-y d’autres programmes' : 'df -h montre ce qui est plein'}, ou : lab down --team N`
        : `démarrez ${fitting === 1 ? 'une équipe' : `${fitting} équipes`} : ${command}\nou faites de la place (lab down --team N) et redonnez la même commande`,
  },
  'disk-unlimited': {
    what: ({ storage }) =>
      `Ce moteur (${storage}) ne sait pas limiter ce qu’une équipe écrit : celle qui remplit son serveur remplit le disque du moteur.`,
    mend: () => 'il le sait si ses données sont sur btrfs, zfs, ou xfs monté avec pquota',
  },
  'disk-low': {
    what: ({ free, floor }) =>
      `Il ne reste que ${free} de place sur le disque ; il en faut ${floor}.`,
    mend: () => 'faites de la place : df -h montre ce qui est plein',
  },
  'memory-low': {
    what: ({ total, floor }) =>
      `La machine du moteur a ${total} de mémoire ; huit équipes en demandent ${floor}.`,
    mend: () => 'mettez moins d’équipes en service : --team 1-4',
  },
} satisfies Partial<ProblemTexts>;

function mebibytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} Mo`;
}

function age(seconds: number): string {
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
