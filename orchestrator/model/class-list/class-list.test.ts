import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findStudents } from './find-students.ts';
import { parseClassList } from './parse-class-list.ts';

function parsed(text: string) {
  const read = parseClassList(text, 'classe.csv');
  return read.ok ? read.value.students : read.problems;
}

const problems = (text: string) => {
  const read = parseClassList(text, 'classe.csv');
  return read.ok ? [] : read.problems.map(({ code, line, column }) => `${line}:${column} ${code}`);
};

describe('a class list', () => {
  it('is read as French spreadsheets write it', () => {
    const text = '\uFEFFNom;Prénom;Adresse de courriel;Équipe\r\nDUPONT;Léa;lea@lycee.fr;3\r\n';
    expect(parsed(text)).toEqual([
      {
        ...{ name: 'Léa DUPONT', firstName: 'Léa', lastName: 'DUPONT' },
        ...{ email: 'lea@lycee.fr', username: null, id: null, team: 3 },
      },
    ]);
  });

  it.each([
    [
      'commas, English headings, another order',
      'Team,Email,Last name,First name\n3,a@b,Dupont,Léa',
    ],
    ['tabs', 'Groupe\tAdresse e-mail\tNom\tPrénom\nGroupe 3\ta@b\tDupont\tLéa'],
    ['quotes', '"N° d’équipe";"Courriel";"Nom";"Prénom"\n"Équipe 03";"a@b";"Dupont";"Léa"'],
    ['empty lines and rows', '\nNom;Prénom;Email;Team\n;;;\n\nDupont;Léa;a@b; team-3 \n'],
    ['columns of no use', 'Classe;Nom;Prénom;E-mail;Équipe;Note\nBTS;Dupont;Léa;a@b;3;'],
    ['decomposed accents', 'Nom;Prénom;E-mail;Équipe\nDupont;Léa;a@b;3'.normalize('NFD')],
  ])('is the same with %s', (_, text) => {
    expect(parsed(text)).toEqual([
      {
        ...{ name: 'Léa Dupont', firstName: 'Léa', lastName: 'Dupont' },
        ...{ email: 'a@b', username: null, id: null, team: 3 },
      },
    ]);
  });

  it('has a whole name where one column holds it, and knows people by a number alone', () => {
    const text =
      'Nom complet,Identifiant,Numéro d’identification,Team\n"Dupont, Léa",ldupont,A17,3';
    expect(parsed(text)).toMatchObject([
      { name: 'Dupont, Léa', firstName: null, lastName: null, username: 'ldupont', id: 'A17' },
    ]);
    expect(parsed('id;team\n17;3')).toMatchObject([{ name: '17', id: '17', team: 3 }]);
  });

  it.each([
    ['nothing at all', '', ['1:1 class-list-empty']],
    ['headings alone', 'Nom;Équipe\n', ['1:1 class-list-empty']],
    ['no column of teams', 'Nom;Prénom\nDupont;Léa', ['1:1 class-list-no-teams']],
    ['no column that names anybody', 'Classe;Équipe\nBTS;3', ['1:1 class-list-no-names']],
    ['a quote left open', 'Nom;Équipe\n"Dupont;3', ['2:1 class-list-broken']],
    [
      'teams that there are not, all at once',
      'Nom;Équipe\nDupont;9\nMartin;\n"Le;Goff";3 ou 4\n',
      ['2:8 class-list-team-wrong', '3:8 class-list-team-wrong', '4:11 class-list-team-wrong'],
    ],
    ['a line without a name', 'Nom;Équipe\n;3', ['2:1 class-list-nobody']],
    [
      'somebody twice',
      'Nom;Courriel;Équipe\nDupont;a@b;3\nMartin;c@d;3\nDUPONT;A@B;4',
      ['4:1 class-list-student-twice'],
    ],
  ])('is refused with its place: %s', (_, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it('is a list or problems, whatever the text', () => {
    const cell = fc.constantFrom(
      'Nom',
      'Équipe',
      '"',
      ';',
      ',',
      '\n',
      '\r',
      '3',
      '\0',
      '\uFEFF',
      'é',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(cell).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (any) => {
        const read = parseClassList(any, 'classe.csv');
        const found = read.ok ? read.value.students : read.problems;
        expect(found.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the name of a hand-in', () => {
  const text = `Nom;Prénom;Courriel;Identifiant;Numéro d’identification;Équipe
Dupont;Léa;lea.dupont@lycee.fr;Participant 4711;A17;3
Le Goff;Anne-Zoé;zoe@lycee.fr;alegoff;A18;5
Martin;Léa;;lmartin;;6
Martin;Zoé;;zmartin;;7`;
  const read = parseClassList(text, 'classe.csv');
  const teams = (folder: string) =>
    read.ok ? findStudents(read.value, folder).map(({ team }) => team) : [];

  it.each([
    ['DUPONT Léa_99_assignsubmission_file_', [3]],
    ['Lea Dupont_99_assignsubmission_file_', [3]],
    ['DUPONT Léa_99_assignsubmission_file_'.normalize('NFD'), [3]],
    ['X Y_4711_assignsubmission_file_', [3]],
    ['LE GOFF Anne Zoé_1_assignsubmission_onlinetext_', [5]],
    ['lea.dupont@lycee.fr', [3]],
    ['alegoff', [5]],
    ['A18', [5]],
    ['tp_voip_martin_zoe_final', [7]],
    ['Groupe B-Zoé Martin_12_assignsubmission_file_', [7]],
    ['Léa Dupont et Anne-Zoé Le Goff', [3, 5]],
    ['Léa', []],
    ['Martin', []],
    ['', []],
  ])('means the students whose it is: %j', (folder, expected) => {
    expect(teams(folder)).toEqual(expected);
  });
});
