import { lastSetting } from '../../../model/asterisk/conf/conf-file.ts';
import type { Mailbox } from '../../../model/asterisk/mailboxes.ts';
import { type UserPlan, usersOf } from '../../../model/numbering/team-plan.ts';
import { type Finding, finding } from '../cause.ts';
import { commentedLine } from '../lines/commented-line.ts';
import { looksLike } from '../looks-like.ts';
import { allChecks, checksOf, isReadable, type Scene } from '../scene.ts';

/** What is wrong with the boxes of voicemail.conf. */
export function mailboxFindings(scene: Scene): readonly Finding[] {
  if (!isReadable(scene, scene.model.voicemail)) return [];
  return [
    ...generalOptions(scene),
    ...usersOf(scene.plan).flatMap((user) => boxFindings(scene, user)),
  ];
}

function boxFindings(scene: Scene, user: UserPlan): readonly Finding[] {
  const own = scene.model.boxes.filter(({ origin }) => origin === 'voicemail.conf');
  const spoils = checksOf(user.context, 'deposit');
  const box = own.find(
    ({ number, context }) =>
      number === user.mailbox && context.toLowerCase() === user.context.toLowerCase(),
  );
  if (box === undefined) return [...twice(scene, user, spoils), missing(scene, own, user, spoils)];
  const section = scene.model.voicemail.sections.find(({ name }) => name === box.context);
  const otherCase =
    box.context !== user.context && section !== undefined
      ? [
          finding('box-section-case', section, box.context, spoils, {
            found: box.context,
            meant: user.context,
          }),
        ]
      : [];
  return [...otherCase, ...wrongPin(box, user)];
}

/** A number that is there twice, where another one is missing. */
function twice(scene: Scene, { context }: UserPlan, spoils: readonly string[]): readonly Finding[] {
  const section = scene.model.voicemail.sections.find(({ name }) => name === context);
  const settings = section?.settings ?? [];
  return settings.flatMap((setting, index) => {
    const first = settings.slice(0, index).find(({ key }) => key === setting.key);
    if (first === undefined) return [];
    return [
      finding('box-twice', setting, context, spoils, { number: setting.key, first: first.line }),
    ];
  });
}

function missing(
  scene: Scene,
  own: readonly Mailbox[],
  { mailbox: number, context }: UserPlan,
  spoils: readonly string[],
): Finding {
  const { sections } = scene.model.voicemail;
  const elsewhere = own.find((box) => box.number === number);
  const section = sections.find(({ name }) => name === context);
  if (elsewhere !== undefined) {
    const home = sections.find(({ name }) => name === elsewhere.context) ?? elsewhere;
    const found = elsewhere.context;
    if (section === undefined && looksLike(found, context)) {
      return finding('box-section-misspelt', home, found, spoils, { found, meant: context });
    }
    const own = scene.plan.contexts.some(({ name }) => name === found);
    const place = section === undefined && !own ? home : elsewhere;
    return finding('box-elsewhere', place, found, spoils, { number, found, context });
  }
  const known = usersOf(scene.plan).map(({ mailbox }) => mailbox);
  const others = own.filter((box) => box.context === context && !known.includes(box.number));
  const foreign = others.find(
    (box) => /^\d{4}$/.test(box.number) && box.number.slice(1) === number.slice(1),
  );
  const near = foreign ?? others.find((box) => looksLike(box.number, number));
  if (near !== undefined) {
    const rule = foreign === undefined ? 'box-misspelt' : 'other-team';
    return finding(rule, near, near.context, spoils, { number, found: near.number });
  }
  const commented = commentedLine(scene.files, 'voicemail.conf', new RegExp(`^${number}\\s*=`));
  if (commented !== undefined)
    return finding('box-commented', commented, context, spoils, { number });
  if (section !== undefined)
    return finding('box-absent', section, context, spoils, { number, context });
  const hidden = commentedLine(scene.files, 'voicemail.conf', new RegExp(`^\\[${context}\\]`, 'i'));
  if (hidden !== undefined) {
    return finding('heading-commented', hidden, context, spoils, { name: context });
  }
  const place = { file: 'voicemail.conf', line: null };
  return finding('box-section-absent', place, context, spoils, { context });
}

function wrongPin(box: Mailbox, { pin, context }: UserPlan): readonly Finding[] {
  const given = box.pin.replace(/^-/, '');
  if (given === pin) return [];
  const spoils = ['voicemail.pin', `voicemail.consult.${context}`];
  const { number } = box;
  const tell = (rule: Parameters<typeof finding>[0], found: string) => [
    finding(rule, box, box.context, spoils, { number, found }),
  ];
  if (given === '') return tell('pin-empty', '');
  if (/^\d+$/.test(given)) return tell('pin-different', given);
  return /^\d+$/.test(box.name) ? tell('pin-swapped', given) : tell('pin-unreadable', given);
}

function generalOptions(scene: Scene): readonly Finding[] {
  const general = scene.model.voicemail.sections.find(
    ({ name }) => name.toLowerCase() === 'general',
  );
  const settings = general?.settings ?? [];
  const shortest = lastSetting(settings, 'minsecs') ?? lastSetting(settings, 'minmessage');
  const moved = lastSetting(settings, 'moveheard');
  return [
    ...(shortest !== undefined && Number(shortest.value) > 2
      ? [
          finding('shortest-message', shortest, 'general', allChecks(scene, 'deposit'), {
            value: shortest.value,
          }),
        ]
      : []),
    ...(moved !== undefined && /^(?:no|false|off|0)$/i.test(moved.value)
      ? [
          finding('stays-new', moved, 'general', allChecks(scene, 'consult'), {
            value: moved.value,
          }),
        ]
      : []),
  ];
}
