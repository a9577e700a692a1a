import type { ReportPhrases } from '../report-phrases.ts';

const number = (value: number) => String(value).replace('.', ',');

/** Les mots des rapports, en français. */
export const FRENCH_REPORT_PHRASES: ReportPhrases = {
  report: {
    number,
    points: (points, max) => `${points === null ? '?' : number(points)} / ${number(max)}`,
    about: (what, said) => `${what} : ${said}`,
    question: {
      full: 'tout est acquis',
      part: 'en partie',
      none: 'rien d’acquis',
      open: 'pas encore jugé',
      absent: 'pas rendu',
      handed: 'juste, le reste n’est pas rendu',
    },
    forTeacher: 'laissé au professeur',
    page: {
      heading: (team) => `Équipe ${team}`,
      members: 'Membres',
      submission: 'Rendu',
      graded: 'Noté le',
      mark: 'Note',
      provisional:
        'Pas encore de note. Un contrôle n’a pas pu être jugé : ce n’est pas votre faute, et aucun point n’est perdu pour cela. Il sera refait, ou votre professeur décidera.',
      unfinished: 'La notation est encore en cours : ce qui suit est provisoire.',
      summary: 'En bref',
      questionHeading: 'Question',
      titleHeading: 'Sujet',
      pointsHeading: 'Points',
      stateHeading: 'Résultat',
      happened: 'Ce qui s’est passé',
      why: 'Pourquoi',
      place: (file, line, section) =>
        [
          file,
          ...(line === null ? [] : [`ligne ${line}`]),
          ...(section === null ? [] : [`section [${section}]`]),
        ].join(', '),
      consequence: 'Conséquence',
      consequenceOf: (title) =>
        `Ce contrôle dépend d’un autre, qui n’a pas réussi : « ${title} ». Corrigez celui-là d’abord.`,
      replaced: (file) =>
        `Jugé à part, avec un ${file} correct à la place du vôtre : l’erreur de ce fichier n’est pas comptée ici une deuxième fois.`,
      disagreed:
        'Deux essais sur les mêmes fichiers n’ont pas donné le même résultat ; le dernier compte.',
      decided: 'Ces points ont été donnés par votre professeur.',
      worthNothing: 'montré, sans points',
      seen: 'Déroulement observé',
      timelineOf: (who) => `Poste ${who}`,
      listen: (who) => `Ce qu’a entendu le poste ${who}`,
      toMend: 'À corriger',
      absent: 'Ce qui n’a pas été rendu',
      absentAbout: 'Rien n’était faux ici : il n’y avait rien à juger.',
      teacher: 'Ce que votre professeur jugera lui-même',
      teacherAbout: 'Ces points ne sont pas encore comptés.',
      shown: 'Montré, sans points',
      footer: (files) => `Fichiers notés : ${files}. Les mêmes fichiers donnent la même note.`,
    },
    table: {
      heading: 'La classe',
      marks: 'Notes par question',
      team: 'Équipe',
      mark: 'Note',
      duration: 'Durée',
      average: 'Moyenne',
      ungraded: 'n’a pas pu être noté',
      open: 'pas encore jugé : relancez la notation, ou décidez',
      synthesis: 'Ce qui a manqué',
      check: 'Contrôle',
      passed: 'Réussi',
      causes: 'Pourquoi, et chez qui',
      consequenceOf: (check) => `conséquence de ${check}`,
      teams: (names) => names.join(', '),
      allPassed: 'Tous les contrôles sont réussis partout.',
      identical: 'Fichiers identiques',
      identicalAbout:
        'À lire, non à sanctionner : un TP de quarante lignes a peu de bonnes réponses. Le chiffre de l’équipe dans les numéros n’est pas comparé.',
      identicalRaw: (file, names) =>
        `${file} : le même, commentaires et mise en page compris, chez ${names.join(', ')}`,
      identicalForm: (file, names) =>
        `${file} : le même aux commentaires, aux lignes vides et à l’ordre près, chez ${names.join(', ')}`,
      identicalNone: 'Aucun fichier n’est le même dans deux rendus.',
    },
    columns: {
      team: 'Équipe',
      submission: 'Rendu',
      lastName: 'Nom',
      firstName: 'Prénom',
      name: 'Nom complet',
      mark: 'Note',
      outOf: 'Sur',
      remarks: 'Remarques',
      email: 'Adresse de courriel',
      username: 'Nom d’utilisateur',
      id: 'Numéro d’identification',
      feedback: (item) => `Feedback ${item}`,
    },
    remark: {
      'student-unknown': 'n’est pas dans la liste de classe',
      'student-ambiguous': 'peut être plusieurs élèves de la liste de classe',
      'team-ungraded': 'son équipe n’a pas été notée',
      'team-several': 'son équipe a plusieurs rendus, et aucun n’est à son nom',
      'mark-open': 'la note de son équipe n’est pas encore établie',
      'maximum-differs': 'la note maximale de la feuille n’est pas celle du TP',
      'grade-locked': 'la feuille dit que la note ne peut pas être modifiée',
      'grade-replaced': 'une autre note était là ; elle est remplacée',
      'row-unreadable':
        'la ligne est écrite autrement que par Moodle ; elle est laissée telle quelle',
    },
    told: {
      wrote: (file) => `Écrit : ${file}`,
      opened: (file) => `Ouvert : ${file}`,
      noOpener: (file) => `Rien ici n’ouvre de page ; elle est dans ${file}`,
      forTeacher: (who, checks) =>
        `${who} : ${checks.join(', ')} restent à votre jugement et comptent 0 (lab rescore --decide)`,
      moodleItem: (item, max) =>
        `Dans Moodle, créez d’abord l’élément de note « ${item} », maximum ${max} : un élément créé par l’import aurait un autre maximum.`,
      filled: (rows) => `${rows} ${rows < 2 ? 'ligne remplie' : 'lignes remplies'}`,
    },
  },
};

/** L’aide de lab report, en français. */
export const FRENCH_REPORT_HELP = {
  command: { report: 'fait d’une notation des pages, des tableaux, des fichiers pour Moodle' },
  option: {
    format:
      'report : text, html (page de l’équipe), class (tableau de classe), csv, moodle, moodle-worksheet, gradescope, junit ou ctrf ; sheet : text, html ou pdf',
    in: 'la feuille d’évaluation hors ligne téléchargée de Moodle, à remplir',
    open: 'ouvre la page dans le navigateur',
    'allow-partial': 'exporte les autres équipes quand une note n’est pas encore établie',
  },
} as const;
