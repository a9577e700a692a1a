import type { ConfFile } from '../../../model/asterisk/conf/conf-file.ts';
import { usersOf } from '../../../model/numbering/team-plan.ts';
import { looksLike } from '../looks-like.ts';
import { checksOf, type Scene } from '../scene.ts';

/** A line that Asterisk passes over, or takes otherwise than it was meant. */
export interface LostLine {
  readonly section: string | null;
  readonly found: string;
}

/** What can fail because a line is lost: by its file, its section, and what it speaks of. */
export function lineSpoils(scene: Scene, { file }: ConfFile, line: LostLine): readonly string[] {
  if (file === 'users.conf') return lostSetting(scene, line);
  if (file === 'extensions.conf') return planSpoils(scene, line);
  return voicemailSpoils(scene, line);
}

/** What an option of an account is needed for. */
export function keySpoils(scene: Scene, section: string | null, key: string): readonly string[] {
  const contexts = contextsOf(scene, section);
  const from = (link: Parameters<typeof checksOf>[1]) =>
    contexts.flatMap((context) => checksOf(context, link));
  const known: Readonly<Record<string, () => readonly string[]>> = {
    hassip: () => ['register.refuses', 'register.template', ...from('register')],
    host: () => from('register'),
    secret: () => ['register.refuses', ...from('register')],
    context: () => from('call'),
    allow: () => from('call'),
    dtmfmode: () => from('consult'),
    callerid: () => from('deposit'),
  };
  const exact = Object.keys(known).find((one) => one === key.toLowerCase());
  return (exact === undefined ? undefined : known[exact])?.() ?? [];
}

/** The words of users.conf that matter here. */
export const ACCOUNT_KEYS: readonly string[] = [
  'hassip',
  'host',
  'secret',
  'context',
  'allow',
  'dtmfmode',
];

function lostSetting(scene: Scene, { section, found }: LostLine): readonly string[] {
  const [, heading] = /^[#;/\s]*\[?([^[\]=\s]+)\]/.exec(found) ?? [];
  if (heading !== undefined || found.startsWith('[')) {
    const lost = heading ?? section;
    return contextsOf(scene, lost).flatMap((context) => [
      'register.refuses',
      ...checksOf(context, 'register'),
    ]);
  }
  const [, word = ''] = /^[#\s]*(\p{L}+)/u.exec(found) ?? [];
  const key = ACCOUNT_KEYS.find((one) => one === word.toLowerCase() || looksLike(word, one));
  return key === undefined ? [] : keySpoils(scene, section, key);
}

const PLAN_WORDS = ['exten', 'same', 'include'];

function planSpoils(scene: Scene, { section, found }: LostLine): readonly string[] {
  const { contexts } = scene.plan;
  const [, word = ''] = /^[#;/\s]*(\p{L}+)/u.exec(found) ?? [];
  const isHeading = /^[^=,]*[[\]]/.test(found);
  const counts = PLAN_WORDS.some((one) => one === word.toLowerCase() || looksLike(word, one));
  if (!counts && !isHeading) return [];
  const named = contexts.filter(({ name }) => isHeading && found.includes(name));
  const around = contexts.filter(({ name }) => looksLike(section ?? '', name) || section === name);
  const own = named.length > 0 ? named : around;
  return (own.length === 0 ? contexts : own).flatMap(({ name, voicemail }) => {
    if (found.includes(voicemail) || /voicemailmain/i.test(found)) return checksOf(name, 'consult');
    return checksOf(name, /voicemail/i.test(found) ? 'deposit' : 'call');
  });
}

function voicemailSpoils(scene: Scene, { section, found }: LostLine): readonly string[] {
  const user = usersOf(scene.plan).find(({ mailbox }) => found.includes(mailbox));
  if (user !== undefined) return checksOf(user.context, 'deposit');
  const context = scene.plan.contexts.find(({ name }) => name === section || found.includes(name));
  return context === undefined ? [] : checksOf(context.name, 'deposit');
}

function contextsOf({ plan }: Scene, section: string | null): readonly string[] {
  const user = usersOf(plan).find(({ extension }) => extension === section?.trim());
  return user === undefined ? plan.contexts.map(({ name }) => name) : [user.context];
}
