import type { ProblemTexts } from '../../catalogue.ts';

/** Ce qui peut être faux dans une liste de classe, en français. */
export const FRENCH_CLASS_LIST_PROBLEMS = {
  'class-list-broken': {
    what: ({ said }) => `Ce n’est pas un tableau lisible (${said}).`,
    mend: () => 'enregistrez la liste de classe en CSV, guillemets fermés, un élève par ligne',
  },
  'class-list-empty': {
    what: () => 'La liste de classe ne contient aucun élève.',
    mend: () => 'écrivez une ligne d’en-têtes (Nom;Prénom;Équipe), puis un élève par ligne',
  },
  'class-list-no-teams': {
    what: ({ found }) =>
      `Aucune colonne ne donne les équipes ; les en-têtes sont ${found.join(', ')}.`,
    mend: () => 'donnez à la colonne des équipes l’en-tête Équipe, Team ou Groupe',
  },
  'class-list-no-names': {
    what: ({ found }) =>
      `Aucune colonne ne dit de qui il s’agit ; les en-têtes sont ${found.join(', ')}.`,
    mend: () => 'ajoutez une colonne Nom, Name, Courriel, Email ou Identifiant',
  },
  'class-list-nobody': {
    what: () => 'Cette ligne ne nomme personne.',
    mend: () => 'écrivez le nom de l’élève, ou supprimez la ligne',
  },
  'class-list-team-wrong': {
    what: ({ student, found }) =>
      found === ''
        ? `${student} n’a pas d’équipe : un nombre de 1 à 8 était attendu.`
        : `L’équipe de ${student} est « ${found} » : un nombre de 1 à 8 était attendu.`,
    mend: () => 'écrivez le numéro de l’équipe, ou supprimez la ligne',
  },
  'class-list-student-twice': {
    what: ({ student, firstLine }) => `${student} figure déjà à la ligne ${firstLine}.`,
    mend: () => 'supprimez l’une des deux lignes',
  },
} satisfies Partial<ProblemTexts>;
