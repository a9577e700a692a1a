import type { BundlePhrases } from '../../hand-outs/bundle-phrases.ts';

/** French words of the bundle. */
export const FRENCH_BUNDLE_PHRASES: BundlePhrases = {
  bundle: {
    written: ({ file, megabytes, system }) => `Écrit : ${file}, ${megabytes} Mo, pour ${system}`,
    withNode: (version) => `Avec Node.js ${version} : l’autre machine n’en a pas besoin.`,
    withoutNode:
      'Sans Node.js : celui d’ici dépend de bibliothèques de ce système. L’autre machine doit avoir Node.js 20.19 ou plus récent.',
    licenceMissing: (version) =>
      `La licence de Node.js est introuvable ici : joignez-la au fichier, https://github.com/nodejs/node/blob/v${version}/LICENSE`,
    next: (file) => `Sur l’autre machine : sh ${file}`,
    installer: {
      usage:
        'usage : sh %s [DOSSIER]   (sans DOSSIER : /opt/lab pour root, sinon ~/.local/share/lab)',
      unreadable: 'lab : %s est illisible : lancez-le par sh FICHIER',
      truncated:
        'lab : %s est incomplet : %s octets sur %s. Rien n’a été installé.\n  → copiez-le de nouveau',
      corrupted:
        'lab : %s est abîmé : sa somme de contrôle est fausse. Rien n’a été installé.\n  → copiez-le de nouveau',
      foreign:
        'lab : ce fichier est fait pour %s, et cette machine est %s. Rien n’a été installé.\n  → faites-en un sur une machine de ce type : lab bundle FICHIER',
      unwritable:
        'lab : impossible d’écrire dans %s. Rien n’a été installé.\n  → indiquez un dossier à vous : sh FICHIER DOSSIER',
      occupied:
        'lab : %s contient autre chose. Rien n’a été installé.\n  → indiquez un dossier vide ou à créer : sh FICHIER DOSSIER',
      unpacking: 'Décompression dans %s …',
      full: 'lab : la décompression a échoué ; reste-t-il de la place à %s ? Rien n’a été installé.\n  → df -h',
      nodeless:
        'lab : le Node.js de ce fichier ne tourne pas ici, et cette machine n’en a pas de 20.19 ou plus récent. Rien n’a été installé.\n  → installez Node.js (https://nodejs.org), puis relancez',
      before: 'La version qui y était est gardée dans %s',
      already: 'lab %s est déjà installé dans %s ; rien à faire.',
      installed: 'lab %s est installé dans %s',
      next: 'Ensuite :\n  %s doctor\n  %s up --team 3    # charge les images la première fois',
    },
  },
};
