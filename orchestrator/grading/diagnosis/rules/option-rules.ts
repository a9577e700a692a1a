import { lastSetting, type Section, type Setting } from '../../../model/asterisk/conf/conf-file.ts';
import type { UserPlan } from '../../../model/numbering/team-plan.ts';
import { type Finding, finding } from '../cause.ts';
import { ACCOUNT_KEYS, keySpoils } from '../lines/line-spoils.ts';
import { looksLike } from '../looks-like.ts';
import { checksOf, type Scene } from '../scene.ts';

/** Words that Asterisk knows and that look like others that matter here. */
const OWN_WORDS = ['host', 'hassip', 'port', 'secret', 'allow', 'context', 'contact', 'disallow'];
/** The names by which Asterisk knows the sounds of a call. */
const VOICE_CODECS = [
  'ulaw',
  'alaw',
  'gsm',
  'g722',
  'g726',
  'g729',
  'slin',
  'slin16',
  'ilbc',
  'speex',
  'opus',
  'all',
];

/** What is wrong with the options of one account, its template's and its own. */
export function optionFindings(scene: Scene, section: Section, user: UserPlan): readonly Finding[] {
  const misspelt = misspeltKeys(scene, section);
  const excused = misspelt.map(({ params }) => String(params.meant));
  const lost = scene.model.users.faults
    .filter(
      (fault) => fault.section === section.name || section.inherits.includes(fault.section ?? ''),
    )
    .map(({ found }) => found.toLowerCase());
  const excuse = (key: string) =>
    excused.includes(key) || lost.some((text) => text.replace(/^[#\s]*/, '').startsWith(key));
  return [
    ...misspelt,
    ...host(scene, section, user, excuse('host')),
    ...secret(section, user, excuse('secret')),
    ...access(section, user),
    ...callContext(scene, section, user, excuse('context')),
    ...codecs(section, user, excuse('allow')),
    ...keys(section, user),
  ];
}

/** Options that Asterisk does not know and that look like one that matters. */
export function misspeltKeys(scene: Scene, { name, settings }: Section): readonly Finding[] {
  const written = settings.map(({ key }) => key.toLowerCase());
  return settings.flatMap((setting) => {
    const { key } = setting;
    if (OWN_WORDS.includes(key.toLowerCase())) return [];
    const meant = ACCOUNT_KEYS.find((one) => looksLike(key, one));
    if (meant === undefined || key.toLowerCase() === meant) return [];
    if (meant !== 'allow' && written.includes(meant)) return [];
    const spoils = keySpoils(scene, name, meant);
    return [finding('key-misspelt', setting, name, spoils, { found: key, meant, section: name })];
  });
}

function host(
  { model }: Scene,
  section: Section,
  user: UserPlan,
  excused: boolean,
): readonly Finding[] {
  const { name, inherits, settings } = section;
  const spoils = checksOf(user.context, 'register');
  const said = lastSetting(settings, 'host');
  const number = user.extension;
  if (said?.value.toLowerCase() === 'dynamic' || excused) return [];
  if (said !== undefined) return [finding('host-fixed', said, name, spoils, { value: said.value })];
  const [template] = inherits;
  if (template === undefined)
    return [finding('template-missing', section, name, spoils, { number })];
  const home = model.users.sections.find(
    (one) => one.name.toLowerCase() === template.toLowerCase(),
  );
  return [finding('host-absent', home ?? section, template, spoils, { number })];
}

function secret(section: Section, user: UserPlan, excused: boolean): readonly Finding[] {
  const { name, file, line, settings } = section;
  const number = user.extension;
  const said = lastSetting(settings, 'secret');
  const spoils = checksOf(user.context, 'register');
  if (said === undefined || said.value === '') {
    if (excused) return [];
    return [
      finding('secret-absent', said ?? { file, line }, name, ['register.refuses'], { number }),
    ];
  }
  if (said.value === user.secret) return [];
  const rule =
    said.value.toLowerCase() === user.secret.toLowerCase() ? 'secret-case' : 'secret-different';
  return [finding(rule, said, name, spoils, { number })];
}

function access({ name, settings }: Section, user: UserPlan): readonly Finding[] {
  const insecure = lastSetting(settings, 'insecure');
  const open = insecure !== undefined && /invite|very|yes/i.test(insecure.value);
  const deny = settings.find(({ key }) =>
    ['deny', 'contactdeny', 'acl', 'contactacl'].includes(key.toLowerCase()),
  );
  const spoils = checksOf(user.context, 'register');
  return [
    ...(open
      ? [
          finding('insecure-option', insecure, name, ['register.refuses'], {
            value: insecure.value,
          }),
        ]
      : []),
    ...(deny === undefined
      ? []
      : [finding('access-list', deny, name, spoils, { key: deny.key, value: deny.value })]),
  ];
}

function callContext(
  scene: Scene,
  section: Section,
  user: UserPlan,
  excused: boolean,
): readonly Finding[] {
  const { name, file, line, settings } = section;
  const said = lastSetting(settings, 'context');
  const spoils = checksOf(user.context, 'call');
  const number = user.extension;
  if (said === undefined || said.value === '') {
    return excused
      ? []
      : [finding('context-absent', said ?? { file, line }, name, spoils, { number })];
  }
  const found = said.value;
  if (found === user.context) return [];
  const known = scene.model.plan.contexts.map((one) => one.name);
  const meant = [user.context, ...known].find((one) => looksLike(found, one));
  const params = { number, found };
  if (meant !== undefined && !known.includes(found)) {
    return [finding('context-misspelt', said, name, spoils, { ...params, meant })];
  }
  return [finding('context-other', said, name, spoils, params)];
}

/** `disallow` and `allow` in their order, as they leave some codec, or none. */
function codecs(
  { name, settings, line, file }: Section,
  user: UserPlan,
  excused: boolean,
): readonly Finding[] {
  const spoils = checksOf(user.context, 'call');
  const number = user.extension;
  let allowed = true;
  let before = false;
  let cleared: Setting | undefined;
  const unknown: Setting[] = [];
  for (const setting of settings) {
    const words = setting.value
      .toLowerCase()
      .split(/[,\s]+/)
      .map((word) => word.split(':')[0] ?? '');
    if (setting.key.toLowerCase() === 'disallow' && words.includes('all')) {
      [before, allowed, cleared] = [unknown.length < 1 && before, false, setting];
    }
    if (setting.key.toLowerCase() !== 'allow') continue;
    if (words.some((word) => VOICE_CODECS.includes(word))) [allowed, before] = [true, true];
    else unknown.push(setting);
  }
  if (allowed) return [];
  const [wrong] = unknown;
  if (wrong !== undefined)
    return [finding('codec-unknown', wrong, name, spoils, { value: wrong.value })];
  const place = cleared ?? { file, line };
  if (before) return [finding('codecs-cleared', place, name, spoils)];
  return excused ? [] : [finding('codecs-none', place, name, spoils, { number })];
}

function keys({ name, settings }: Section, user: UserPlan): readonly Finding[] {
  const mode = lastSetting(settings, 'dtmfmode');
  const wrong = mode !== undefined && /^(?:inband|info|shortinfo)$/i.test(mode.value);
  const callerId = settings.findLast(({ key }) =>
    ['callerid', 'cid_number'].includes(key.toLowerCase()),
  );
  const shown =
    callerId === undefined ? undefined : (/<([^>]*)>/.exec(callerId.value)?.[1] ?? callerId.value);
  const other = shown !== undefined && /\d/.test(shown) && shown !== user.extension;
  const from = checksOf(user.context, 'consult');
  return [
    ...(wrong ? [finding('dtmf-mode', mode, name, from, { value: mode.value })] : []),
    ...(other && callerId !== undefined
      ? [
          finding('callerid-other', callerId, name, ['voicemail.files', ...from], {
            ...{ number: user.extension, value: shown },
          }),
        ]
      : []),
  ];
}
