import { plainWords } from './plain-words.ts';

/** What a column of a class list tells. */
export type Column = 'name' | 'firstName' | 'lastName' | 'email' | 'username' | 'id' | 'team';

/** How schools, spreadsheets and Moodle head each column, in plain words. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  team: ['equipe', 'team', 'groupe', 'group', 'groupes', 'groups', 'binome'],
  firstName: ['prenom', 'first name', 'firstname', 'given name'],
  lastName: ['nom de famille', 'last name', 'lastname', 'surname', 'family name'],
  name: ['nom', 'name', 'nom complet', 'full name', 'eleve', 'etudiant', 'student', 'nom prenom'],
  email: [
    ...['e mail', 'email', 'mail', 'courriel', 'adresse de courriel', 'adresse courriel'],
    ...['adresse e mail', 'adresse mail', 'adresse email', 'email address', 'e mail address'],
    ...['adresse electronique'],
  ],
  username: ['identifiant', 'username', 'user name', 'login', 'nom d utilisateur', 'identifier'],
  id: [
    ...['id', 'id number', 'idnumber', 'numero d identification', 'n d identification'],
    ...['numero etudiant', 'numero d etudiant', 'matricule', 'student id', 'student number'],
  ],
};

const COLUMNS = Object.keys(HEADINGS) as readonly Column[];
/** `N° d’équipe` and `Numéro de groupe` head the teams too. */
const BEFORE_TEAM = /^(?:(?:n|no|numero|number) (?:d |de |of )?)/;

/** The column that a heading stands over; null for one that tells nothing that we need. */
function columnOf(heading: string): Column | null {
  const words = plainWords(heading).join(' ');
  const known = (column: Column, text: string) => HEADINGS[column].includes(text);
  const team = words.replace(BEFORE_TEAM, '').replace(/ (?:n|no|number|numero)$/, '');
  return COLUMNS.find((column) => known(column, column === 'team' ? team : words)) ?? null;
}

/** Where each column stands in a row of headings; the first of two that are headed alike counts. */
export function columnsOf(headings: readonly string[]): ReadonlyMap<Column, number> {
  const found = headings.map(columnOf);
  return new Map(
    COLUMNS.filter((column) => found.includes(column)).map((column) => [
      column,
      found.indexOf(column),
    ]),
  );
}
