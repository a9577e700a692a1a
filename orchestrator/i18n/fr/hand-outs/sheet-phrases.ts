import type { SheetPhrases } from '../../hand-outs/sheet-phrases.ts';

/** French words of the sheet that a team is handed. */
export const FRENCH_SHEET_PHRASES: SheetPhrases = {
  sheet: {
    heading: (team) => `Équipe ${team}`,
    server: {
      bare: 'Votre serveur est sous Debian, sans Asterisk : commencez par l’installer. Les comptes ci-dessous sont à créer.',
      empty:
        'Sur votre serveur, Asterisk est installé, rien n’est configuré. Les comptes ci-dessous sont à créer.',
      partly:
        'Sur votre serveur, Asterisk est installé et configuré en partie. Ce qui manque ci-dessous est à créer.',
      ready: 'Sur votre serveur, Asterisk est configuré : les comptes ci-dessous sont en place.',
    },
    network: 'Réseau',
    accounts: 'Numéros et comptes',
    accountsAbout: (server) =>
      `Dans un softphone : serveur (registraire) ${server}, le numéro comme utilisateur et comme identifiant d’authentification, et son mot de passe.`,
    context: ({ name, first, last, voicemail }) =>
      `${name} : numéros ${first} à ${last}, écouter ses messages ${voicemail}`,
    column: {
      number: 'numéro',
      user: 'username',
      name: 'nom complet',
      secret: 'mot de passe',
      pin: 'code de la boîte',
      phone: 'd’abord sur',
      done: 'en place',
    },
    done: { nothing: 'rien', account: 'compte', both: 'compte, boîte' },
    access: 'Accès',
    accessAbout: 'Depuis votre machine, quand le professeur a ouvert la passerelle (lab gate) :',
    root: 'votre serveur, en root',
    phone: (station) => `${station} : appeler, décrocher, raccrocher`,
    password: 'mot de passe, pour tous ces accès',
    teacher: 'sur la machine du professeur',
    codes: 'Adresses SIP',
    codesAbout: (server) =>
      `Pour les téléphones qui joignent ${server} : l’appareil photo lit l’adresse et propose de l’appeler. Le compte, lui, se saisit.`,
    drawing: (team) => `Le réseau de l’équipe ${team}`,
    footer: (lab, stage) => `${lab}, étape ${stage}`,
    told: {
      standing: (team, stage) => `Équipe ${team} : telle qu’elle est, commencée à l’étape ${stage}`,
      planned: (team, stage) =>
        `L’équipe ${team} n’est pas montée : telle qu’elle serait à l’étape ${stage} (--stage en nomme une autre)`,
      unprintable: (characters) =>
        `Les polices d’un PDF n’ont pas ${characters} : un « ? » les remplace. --format html les a.`,
    },
  },
};
