import type { ProblemTexts } from '../../catalogue.ts';

/** Ce qui peut clocher en cherchant, installant ou lançant un moteur, en français. */
export const FRENCH_ENGINE_PROBLEMS = {
  'command-missing': {
    what: ({ command }) => `La commande ${command} n’est pas sur cette machine.`,
    mend: ({ command }) => `installez le paquet qui fournit ${command}`,
  },
  'command-failed': {
    what: ({ command, status, said }) => `${command} a échoué (code ${status}). Message : ${said}`,
    mend: () => 'la même commande avec --verbose, pour tout voir',
  },
  'command-too-slow': {
    what: ({ command, seconds }) =>
      `${command} n’avait pas fini après ${seconds} s ; la commande a été arrêtée.`,
    mend: () => 'la même commande, quand la machine sera moins chargée',
  },
  'engine-url-wrong': {
    what: ({ source, url }) => `${source} donne « ${url} », qui n’est pas l’adresse d’un moteur.`,
    mend: () => 'écrivez unix:///var/run/docker.sock, tcp://HOTE:2375 ou https://HOTE:2376',
  },
  'engine-url-ssh': {
    what: ({ source, url }) =>
      `${source} donne « ${url} » : les moteurs derrière ssh ne sont pas pris en charge.`,
    mend: () => '--engine unix:///var/run/docker.sock, ou --engine https://HOTE:2376',
  },
  'engine-context-missing': {
    what: ({ context }) => `DOCKER_CONTEXT désigne le contexte « ${context} », qui n’existe pas.`,
    mend: () => 'docker context ls, puis DOCKER_CONTEXT=NOM ; ou : unset DOCKER_CONTEXT',
  },
  'engine-certificate-missing': {
    what: ({ file }) => `La connexion est chiffrée, mais ${file} est illisible.`,
    mend: () => 'donnez à DOCKER_CERT_PATH le dossier qui contient ca.pem, cert.pem et key.pem',
  },
  'engine-unreachable': {
    what: ({ source, address, reason }) =>
      `Le moteur donné par ${source}, ${address}, ne répond pas (${reason}).`,
    mend: ({ source }) =>
      source === '--engine'
        ? 'démarrez ce moteur, ou enlevez --engine'
        : `démarrez ce moteur, ou : unset ${source}`,
  },
  'engine-untrusted': {
    what: ({ address, reason }) => `La connexion chiffrée avec ${address} échoue (${reason}).`,
    mend: () =>
      'donnez à DOCKER_CERT_PATH le dossier des ca.pem, cert.pem et key.pem de ce moteur, et nommez la machine comme le fait son certificat',
  },
  'engine-wants-tls': {
    what: ({ address }) => `Le moteur en ${address} veut une connexion chiffrée.`,
    mend: () => 'écrivez https:// au lieu de tcp://, ou bien DOCKER_TLS_VERIFY=1',
  },
  'engine-denied': {
    what: ({ address }) =>
      `Un moteur est en ${address}, mais vous n’avez pas le droit de l’utiliser.`,
    mend: () => 'sudo usermod -aG docker $USER, puis fermez et rouvrez la session',
  },
  'engine-absent': {
    what: () => 'Aucun moteur de conteneurs ne répond sur cette machine.',
    mend: ({ platform }) =>
      ({
        'debian-root': 'lab engine start',
        'debian-user':
          'sudo lab engine start pour un TP mené en root ; pour vous-même : sudo apt install docker.io',
        linux: 'installez Docker (https://docs.docker.com/engine/install) et démarrez-le',
        macos: 'ouvrez Docker Desktop (https://docs.docker.com/desktop)',
        other: 'désignez un moteur d’une autre machine : --engine tcp://HOTE:2375',
      })[platform],
  },
  'engine-not-embeddable': {
    what: ({ reason }) =>
      ({
        'not-linux': 'Le moteur intégré ne fonctionne que sous Linux.',
        'not-root': 'Seul root peut manier le moteur intégré.',
        'not-debian': 'Le moteur intégré ne s’installe que sous Debian et Ubuntu.',
        'no-cgroups': 'Aucun cgroup n’est monté ici, et un moteur ne peut s’en passer.',
      })[reason],
    mend: ({ reason }) =>
      ({
        'not-linux': 'ouvrez Docker Desktop (https://docs.docker.com/desktop)',
        'not-root': 'la même commande avec sudo',
        'not-debian': 'installez Docker (https://docs.docker.com/engine/install) et démarrez-le',
        'no-cgroups':
          'mount -t cgroup2 none /sys/fs/cgroup ; dans un conteneur : un moteur extérieur, --engine URL',
      })[reason],
  },
  'engine-path-too-long': {
    what: ({ path, bytes, most }) =>
      `${path} compte ${bytes} octets ; le chemin d’un socket en admet ${most}.`,
    mend: () => 'choisissez un dossier d’état plus court : LAB_STATE=/var/lib/lab',
  },
  'engine-busy': {
    what: ({ lock }) =>
      `Une autre commande démarre ou arrête le moteur depuis des minutes (${lock}).`,
    mend: ({ lock }) => `voyez laquelle : fuser -v ${lock}`,
  },
  'engine-start-failed': {
    what: ({ said }) => `Le moteur intégré n’a pas démarré. Ses derniers mots : ${said}`,
    mend: ({ log }) => `lisez ${log}, puis : lab engine stop && lab engine start`,
  },
  'engine-stop-incomplete': {
    what: ({ left }) => `Le moteur est arrêté, mais il en reste : ${left.join(', ')}.`,
    mend: () => 'fermez ce qui l’utilise, puis : lab engine stop',
  },
  'packages-conflict': {
    what: ({ packages, removed }) =>
      `Installer ${packages.join(', ')} supprimerait ${removed.join(', ')} ; rien n’a été changé.`,
    mend: () => 'utilisez le moteur de ces paquets (démarrez-le), ou supprimez-les vous-même',
  },
  'packages-failed': {
    what: ({ packages, said }) =>
      `Installation impossible : ${packages.join(', ')}. apt dit : ${said}`,
    mend: ({ packages }) =>
      `apt-get update && apt-get install --no-install-recommends ${packages.join(' ')}`,
  },
} satisfies Partial<ProblemTexts>;
