import { hasSip } from '../../../model/asterisk/accounts.ts';
import { type Section, sectionsNamed } from '../../../model/asterisk/conf/conf-file.ts';
import { type UserPlan, usersOf } from '../../../model/numbering/team-plan.ts';
import { type Finding, finding } from '../cause.ts';
import { commentedLine } from '../lines/commented-line.ts';
import { looksLike } from '../looks-like.ts';
import { allChecks, checksOf, isReadable, type Scene } from '../scene.ts';
import { misspeltKeys, optionFindings } from './option-rules.ts';

/** What is wrong with the accounts of users.conf. */
export function accountFindings(scene: Scene): readonly Finding[] {
  const { users } = scene.model;
  if (!isReadable(scene, users)) return [];
  return [
    ...templateAccounts(scene),
    ...generalSection(scene),
    ...usersOf(scene.plan).flatMap((user) => userFindings(scene, user)),
  ];
}

function userFindings(scene: Scene, user: UserPlan): readonly Finding[] {
  const [section, ...more] = sectionsNamed(scene.model.users, user.extension);
  if (section === undefined) return [absent(scene, user)];
  const merged = { ...section, settings: [section, ...more].flatMap(({ settings }) => settings) };
  const last = more.at(-1);
  const twice =
    last === undefined
      ? []
      : [
          finding(
            'account-twice',
            last,
            user.extension,
            ['register.refuses', ...checksOf(user.context, 'register')],
            {
              ...{ number: user.extension, first: section.line },
            },
          ),
        ];
  return [...twice, ...sipOff(scene, merged, user), ...optionFindings(scene, merged, user)];
}

/** Why there is no account of that number: a slip in its name, a comment, another team's, nothing. */
function absent(scene: Scene, { extension: number, context }: UserPlan): Finding {
  const { sections } = scene.model.users;
  const spoils = ['register.refuses', ...checksOf(context, 'register')];
  const marked = sections.find((one) => one.name === number && one.template);
  if (marked !== undefined)
    return finding('account-is-template', marked, number, spoils, { number });
  const known = usersOf(scene.plan).map(({ extension }) => extension);
  const others = sections.filter(({ name }) => !known.includes(name) && name !== 'general');
  const foreign = others.find(
    ({ name }) => /^\d{4}$/.test(name) && name.slice(1) === number.slice(1),
  );
  const place = foreign ?? others.find(({ name }) => looksLike(name, number));
  if (place !== undefined) {
    const rule = foreign === undefined ? 'account-misspelt' : 'other-team';
    return finding(rule, place, place.name, spoils, { number, found: place.name });
  }
  const commented = commentedLine(scene.files, 'users.conf', new RegExp(`^\\[${number}\\]`));
  if (commented !== undefined)
    return finding('account-commented', commented, number, spoils, { number });
  return finding('account-absent', { file: 'users.conf', line: null }, number, spoils, { number });
}

/** A template that lacks its mark is an account of its own. */
function templateAccounts({ model }: Scene): readonly Finding[] {
  const { sections } = model.users;
  const inherited = sections.flatMap(({ inherits }) => inherits);
  return sections
    .filter(({ name, template }) => !template && inherited.includes(name) && !/^\d+$/.test(name))
    .map((one) =>
      finding('template-account', one, one.name, ['register.template'], { name: one.name }),
    );
}

function generalSection(scene: Scene): readonly Finding[] {
  const { sections } = scene.model.users;
  const general = sections.find(({ name }) => name.toLowerCase() === 'general');
  if (general !== undefined) return misspeltKeys(scene, general);
  const near = sections.find(({ name }) => looksLike(name, 'general'));
  if (near === undefined) return [];
  const spoils = allChecks(scene, 'register');
  return [finding('general-misspelt', near, near.name, spoils, { found: near.name })];
}

function sipOff(scene: Scene, section: Section, { context }: UserPlan): readonly Finding[] {
  const { sections } = scene.model.users;
  const general = sections.find(({ name }) => name.toLowerCase() === 'general');
  const spoils = ['register.refuses', 'register.template', ...checksOf(context, 'register')];
  const sip = hasSip(section, general);
  if (sip === true) return [];
  const said = [...section.settings, ...(general?.settings ?? [])].find(
    ({ key }) => key.toLowerCase() === 'hassip',
  );
  if (said !== undefined) {
    return [
      finding('hassip-off', said, general?.name ?? section.name, spoils, { value: said.value }),
    ];
  }
  const lost = [...scene.model.users.faults.map(({ found }) => found), ...misspelt(scene, general)];
  if (lost.some((text) => text.toLowerCase().includes('hassip'))) return [];
  const place = general ?? { file: 'users.conf', line: null };
  return [finding('hassip-absent', place, general?.name ?? null, spoils)];
}

function misspelt(scene: Scene, general: Section | undefined): readonly string[] {
  if (general === undefined) return [];
  return misspeltKeys(scene, general).map(({ params }) => String(params.meant));
}
