import type { ProblemTexts } from '../../catalogue.ts';

/** Ce qui peut clocher dans un fichier de TP, en français. */
export const FRENCH_LAB_FILE_PROBLEMS = {
  'lab-not-found': {
    what: ({ name }) => `Il n’y a pas de TP « ${name} ».`,
    mend: ({ known, nearest }) =>
      nearest === undefined
        ? `au choix : ${known.join(', ')} ; ou le chemin d’un lab.yaml`
        : `--lab ${nearest}`,
  },
  'lab-unreadable': {
    what: ({ file, reason }) => `${file} ne peut pas être lu (${reason}).`,
    mend: ({ file }) => `ls -l ${file}`,
  },
  'lab-file-too-large': {
    what: ({ most }) => `Le fichier est trop gros pour un TP : plus de ${most / 1024} Kio.`,
    mend: () => 'indiquez un lab.yaml : --lab labs/activity-1/lab.yaml',
  },
  'lab-file-not-utf8': {
    what: () => 'Ceci n’est pas du texte UTF-8.',
    mend: () => 'enregistrez le fichier en UTF-8',
  },
  'lab-file-bom': {
    what: () => 'Le fichier commence par une marque d’ordre des octets (BOM).',
    mend: () => 'enregistrez le fichier en « UTF-8 », pas en « UTF-8 avec BOM »',
  },
  'lab-file-empty': {
    what: () => 'Le fichier ne dit rien.',
    mend: () => 'partez d’une copie de labs/activity-1/lab.yaml',
  },
  'lab-file-too-deep': {
    what: () => 'Trop de listes ou de tables sont imbriquées.',
    mend: () => 'fermez les crochets de cette ligne',
  },
  'lab-file-tab': {
    what: () => 'Une tabulation décale cette ligne ; YAML veut des espaces.',
    mend: () => 'remplacez la tabulation par deux espaces',
  },
  'lab-file-indent': {
    what: () => 'Le décalage change ici, ou un crochet ouvert plus haut ne se ferme pas.',
    mend: () => 'alignez la ligne sur ses voisines, et fermez chaque [ et { au-dessus',
  },
  'lab-file-unclosed': {
    what: () => 'Un guillemet ou un crochet s’ouvre ici et ne se ferme pas.',
    mend: () => 'fermez-le sur la même ligne',
  },
  'lab-file-alias': {
    what: () => 'Les alias (*nom) ne sont pas lus dans un fichier de TP.',
    mend: () => 'écrivez la valeur en entier',
  },
  'lab-file-syntax': {
    what: ({ reason }) => `Ce n’est pas du YAML admis dans un fichier de TP (${reason}).`,
    mend: () => 'comparez la ligne avec labs/activity-1/lab.yaml',
  },
  'lab-key-form': {
    what: ({ key }) =>
      `« ${key} » ne peut pas être une clé : lettres, chiffres, - _ et . sont attendus, une lettre en premier.`,
    mend: () => 'renommez-la',
  },
  'lab-key-duplicate': {
    what: ({ key, firstLine }) =>
      `« ${key} » est là pour la deuxième fois (la première est à la ligne ${firstLine}).`,
    mend: () => 'supprimez l’une des deux',
  },
  'lab-key-unknown': {
    what: ({ key, where }) => `${where === '' ? 'Un TP' : where} n’a pas de « ${key} ».`,
    mend: ({ known, nearest }) =>
      nearest === undefined
        ? known.length > 0
          ? `au choix : ${known.join(', ')}`
          : 'supprimez-la'
        : `écrivez ${nearest}`,
  },
  'lab-key-missing': {
    what: ({ key, where }) => `Il manque « ${key} » dans ${where === '' ? 'le TP' : where}.`,
    mend: ({ key }) => `ajoutez ${key}: comme dans labs/activity-1/lab.yaml`,
  },
  'lab-value-type': {
    what: ({ key, expected, found }) => {
      const kinds = {
        text: 'une seule valeur',
        list: 'une liste',
        map: 'une table de clés',
        nothing: 'rien',
      };
      return `${key === '' ? 'Un TP' : key} est ${kinds[expected]} ; trouvé : ${kinds[found]}.`;
    },
    mend: ({ expected }) =>
      ({
        text: 'écrivez clé: valeur',
        list: 'écrivez [premier, second]',
        map: 'écrivez des lignes clé: valeur, décalées de deux espaces',
        nothing: 'supprimez-la',
      })[expected],
  },
  'lab-empty': {
    what: ({ key }) => `${key} est vide.`,
    mend: ({ key }) =>
      `mettez au moins une entrée sous ${key}, comme dans labs/activity-1/lab.yaml`,
  },
  'lab-name-form': {
    what: ({ key, found }) =>
      `« ${found} » (${key}) n’est pas un nom : minuscules, chiffres et - sont attendus, une lettre en premier, 40 au plus.`,
    mend: () => 'renommez-le : finance, softphone1, activity-1',
  },
  'lab-name-reserved': {
    what: ({ key, found }) => `« ${found} » (${key}) veut déjà dire autre chose.`,
    mend: () => 'choisissez un autre nom',
  },
  'lab-title-form': {
    what: ({ key }) => `${key} tient sur une ligne de 1 à 120 caractères, sans code de contrôle.`,
    mend: () => 'réduisez-le à une ligne',
  },
  'lab-text-unsafe': {
    what: ({ key, found }) =>
      `« ${found} » (${key}) ne peut pas être écrit dans les fichiers d’Asterisk : lettres, chiffres, espaces et - _ . sont attendus, 40 au plus.`,
    mend: () => 'écrivez-le ainsi : Zoé Martin',
  },
  'lab-secret-unsafe': {
    what: ({ key, found }) =>
      `« ${found} » (${key}) ne peut pas être un mot de passe : lettres, chiffres et - _ . sont attendus, de 1 à 40, sans espace.`,
    mend: () => 'écrivez-le ainsi : mot-2-passe',
  },
  'lab-pin-form': {
    what: ({ key, found }) =>
      `« ${found} » (${key}) ne peut pas être composé sur un téléphone : un code a de 1 à 10 chiffres.`,
    mend: () => 'écrivez-le ainsi : 1234',
  },
  'lab-number-form': {
    what: ({ key, found }) =>
      `« ${found} » (${key}) n’est pas un numéro : X pour l’équipe et trois chiffres sont attendus.`,
    mend: () => 'écrivez-le ainsi : X101',
  },
  'lab-numbers-form': {
    what: ({ key, found }) =>
      `« ${found} » (${key}) ne dit pas par quoi les numéros commencent : X pour l’équipe et un chiffre sont attendus.`,
    mend: () => 'écrivez-le ainsi : X1',
  },
  'lab-base-not-private': {
    what: ({ found }) =>
      `« ${found} » n’est pas le début de réseaux privés : 10.0 à 10.255, 172.16 à 172.31 ou 192.168 est attendu.`,
    mend: () => 'base: 10.77',
  },
  'lab-file-name-form': {
    what: ({ key, found }) =>
      `« ${found} » (${key}) n’est pas le nom d’un fichier de /etc/asterisk.`,
    mend: () => 'écrivez-le ainsi : users.conf',
  },
  'lab-memory-form': {
    what: ({ key, found }) =>
      `« ${found} » (${key}) n’est pas une quantité de mémoire : des chiffres et K, M ou G sont attendus.`,
    mend: () => 'écrivez-le ainsi : 128M',
  },
  'lab-cpus-form': {
    what: ({ key, found }) =>
      `« ${found} » (${key}) n’est pas un nombre de processeurs de 0.1 à 99.`,
    mend: () => 'écrivez-le ainsi : 0.5',
  },
  'lab-truth-form': {
    what: ({ key, found }) => `« ${found} » (${key}) n’est ni true ni false.`,
    mend: () => 'écrivez true ou false',
  },
  'lab-whole-number': {
    what: ({ key, found, least, most }) =>
      `« ${found} » (${key}) n’est pas un nombre entier de ${least} à ${most}.`,
    mend: ({ least, most }) => `écrivez un nombre de ${least} à ${most}`,
  },
  'lab-number-duplicate': {
    what: ({ number, firstLine }) =>
      `${number} est donné deux fois (la première à la ligne ${firstLine}).`,
    mend: () => 'donnez un autre numéro à l’un des deux',
  },
  'lab-numbers-duplicate': {
    what: ({ numbers, context }) =>
      `Les numéros ${numbers}xx sont déjà ceux du contexte ${context}.`,
    mend: () => 'donnez un autre chiffre à ce contexte, par exemple numbers: X3',
  },
  'lab-number-outside-context': {
    what: ({ number, context, numbers }) =>
      `${number} n’est pas un des numéros ${numbers}xx du contexte ${context}.`,
    mend: ({ numbers }) => `écrivez un numéro de ${numbers}00 à ${numbers}99`,
  },
  'lab-voicemail-is-user': {
    what: ({ number, userLine }) =>
      `${number} ne peut pas servir à consulter la messagerie : c’est le numéro d’un utilisateur (ligne ${userLine}).`,
    mend: ({ number }) => `écrivez ${number.slice(0, 2)}99`,
  },
  'lab-line-unknown-user': {
    what: ({ number }) => `La ligne ${number} n’a d’utilisateur de ce numéro dans aucun contexte.`,
    mend: ({ number, nearest }) =>
      nearest === undefined
        ? `ajoutez ${number} aux users d’un contexte`
        : `écrivez ${nearest}, ou ajoutez ${number} aux users d’un contexte`,
  },
  'lab-line-duplicate': {
    what: ({ number, station }) => `${number} est sur deux lignes (la première sur ${station}).`,
    mend: () => 'donnez un autre compte à cette ligne',
  },
  'lab-lines-too-many': {
    what: ({ station, found, most }) => `${station} a ${found} lignes et des ports pour ${most}.`,
    mend: () => 'mettez des lignes sur un autre poste',
  },
  'lab-address-duplicate': {
    what: ({ address, station }) => `L’adresse .${address} est déjà celle de ${station}.`,
    mend: () => 'donnez à ce poste une autre adresse, de 1 à 223',
  },
  'lab-address-reserved': {
    what: ({ address }) =>
      `L’adresse .${address} est gardée : .200 est l’IPBX, .224 et au-delà sont au moteur.`,
    mend: () => 'écrivez une adresse de 1 à 223, mais pas 200',
  },
  'lab-flavour-unknown': {
    what: ({ flavour }) => `Il n’y a pas de modèles pour la variante « ${flavour} ».`,
    mend: ({ known, nearest }) =>
      nearest === undefined ? `au choix : ${known.join(', ')}` : `écrivez ${nearest}`,
  },
  'lab-stage-file-unknown': {
    what: ({ file, flavour }) =>
      `Il n’y a pas de modèle templates/${flavour}/etc/asterisk/${file}.hbs.`,
    mend: ({ known, nearest }) =>
      nearest === undefined
        ? `au choix : ${known.join(', ')} ; ou ajoutez le modèle`
        : `écrivez ${nearest}`,
  },
  'lab-stage-context-unknown': {
    what: ({ context, stage }) =>
      `L’étape ${stage} nomme un contexte ${context} que le TP n’a pas.`,
    mend: ({ known, nearest }) =>
      nearest === undefined ? `au choix : ${known.join(', ')}` : `écrivez ${nearest}`,
  },
  'lab-stage-file-duplicate': {
    what: ({ file, stage }) => `L’étape ${stage} nomme ${file} deux fois.`,
    mend: () => 'supprimez l’un des deux',
  },
  'lab-limit-too-small': {
    what: ({ key, found, least }) =>
      `${key} vaut ${found} : à moins de ${least}, le conteneur ne fonctionnerait pas.`,
    mend: ({ least }) => `écrivez ${least} ou plus`,
  },
} satisfies Partial<ProblemTexts>;
