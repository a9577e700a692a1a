import type { ConfFault, FaultKind } from '../../../model/asterisk/conf/conf-fault.ts';
import type { ConfFile } from '../../../model/asterisk/conf/conf-file.ts';
import { sourceLines } from '../../../model/asterisk/conf/source-lines.ts';
import { isBlank } from '../../../model/configuration/configuration-text.ts';
import { type Finding, finding } from '../cause.ts';
import type { CauseRuleName } from '../cause-rules.ts';
import { looksLike } from '../looks-like.ts';
import { allChecks, type Scene } from '../scene.ts';
import { commentedLine } from './commented-line.ts';
import { lineSpoils } from './line-spoils.ts';

const RULES: Readonly<Record<FaultKind, CauseRuleName>> = {
  utf16: 'file-utf16',
  'heading-unclosed': 'heading-unclosed',
  'options-unclosed': 'options-unclosed',
  'template-later': 'template-later',
  'template-absent': 'template-absent',
  'addition-absent': 'addition-absent',
  'before-heading': 'before-heading',
  'include-absent': 'include-absent',
  'no-equals': 'line-no-equals',
  'hash-line': 'line-hash',
  'comment-open': 'comment-open',
  'options-apart': 'options-apart',
};

/** What is wrong with files before anybody asks what they mean. */
export function fileFindings(scene: Scene): readonly Finding[] {
  const { users, extensions, voicemail } = scene.model;
  return [users, extensions, voicemail].flatMap((conf) => [
    ...presence(scene, conf),
    ...conf.faults.map((fault) => ofFault(scene, conf, fault)),
    ...oddBlanks(scene, conf),
  ]);
}

/** What a whole file stands for: without it, all of these fail. */
function spoiltBy(scene: Scene, file: string): readonly string[] {
  if (file === 'users.conf') return allChecks(scene, 'register');
  // Asterisk boots without them all the same, as was seen.
  return ['pbx.clean', ...allChecks(scene, file === 'extensions.conf' ? 'call' : 'deposit')];
}

function presence(scene: Scene, { file, there }: ConfFile): readonly Finding[] {
  const content = scene.files.get(file);
  const spoils = spoiltBy(scene, file).filter((id) => id !== 'pbx.boots');
  const place = { file, line: null };
  if (!there) {
    const found = [...scene.files.keys()].find((path) => isLike(path, file));
    return found === undefined
      ? [finding('file-absent', place, null, spoils)]
      : [finding('file-other-name', place, null, spoils, { found })];
  }
  const blank = content !== undefined && isBlank(content) && !sourceLines(content, file).utf16;
  return blank ? [finding('file-blank', place, null, spoils)] : [];
}

/** `users.conf.txt`, `Users.conf`, `user.conf`: what was surely meant to be the file. */
function isLike(path: string, file: string): boolean {
  const name = path.split('/').at(-1) ?? '';
  const known = ['users.conf', 'extensions.conf', 'voicemail.conf'];
  if (known.includes(path) || /\.(?:sauve|bak|old|orig|save)$/i.test(name)) return false;
  const bare = name.replace(/\.txt$/i, '').replace(/\.conf$/i, '');
  const meant = file.replace('.conf', '');
  return bare.toLowerCase() === meant || looksLike(bare, meant);
}

function ofFault(scene: Scene, conf: ConfFile, fault: ConfFault): Finding {
  const { section, found, name, laterLine } = fault;
  const { refused } = conf;
  const whole = refused?.line === fault.line && refused.file === fault.file;
  const opens = refused !== null && ruleOf(fault) === 'heading-unopened';
  const lost = whole || opens || fault.kind === 'comment-open';
  const spoils = lost ? spoiltBy(scene, conf.file) : lineSpoils(scene, conf, fault);
  const hidden = hiddenHeading(scene, conf, fault);
  if (hidden !== undefined) {
    return finding('heading-commented', hidden, name === '' ? null : name, spoils, {
      name: hidden.name,
    });
  }
  const meant = fault.kind === 'template-absent' ? templateMeant(conf, name) : undefined;
  const rule = meant === undefined ? ruleOf(fault) : 'template-misspelt';
  return finding(rule, fault, section, spoils, {
    ...{ found, name, section: section ?? '' },
    ...(meant === undefined ? {} : { meant }),
    ...(laterLine === null ? {} : { definedLine: laterLine }),
  });
}

function ruleOf({ kind, found }: ConfFault): CauseRuleName {
  const unopened =
    (kind === 'no-equals' || kind === 'before-heading') && /^[^[\]=#/]+\]/.test(found);
  return unopened ? 'heading-unopened' : RULES[kind];
}

/** A heading that is missed because it was commented out. */
function hiddenHeading(scene: Scene, { file }: ConfFile, { kind, name, line }: ConfFault) {
  if (kind !== 'template-absent' && kind !== 'before-heading') return undefined;
  const wanted = kind === 'template-absent' ? `^\\[${escaped(name)}\\]` : '^\\[[^\\]]+\\]';
  const place = commentedLine(scene.files, file, new RegExp(wanted, 'i'));
  if (place === undefined || place.line > line) return undefined;
  const [, heading = name] = /\[([^\]]+)\]/.exec(place.raw) ?? [];
  return { ...place, name: heading };
}

function escaped(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}]/gu, '\\$&');
}

function templateMeant({ sections }: ConfFile, name: string): string | undefined {
  return sections.find((one) => one.name !== 'general' && looksLike(name, one.name))?.name;
}

const ODD = /[\u00A0\u2000-\u200B\u202F\u3000\uFEFF\u201C\u201D\u00AB\u00BB]/;

/** Where Asterisk takes it for a part of a word; behind a bracket that closes, or in a name, it does no harm. */
function isTaken({ file }: ConfFile, text: string): boolean {
  if (text.startsWith('[') || file === 'extensions.conf')
    return ODD.test(text.replace(/[^)\]]*$/, ''));
  return ODD.test(file === 'voicemail.conf' ? text.replace(/,.*$/, '') : text);
}

/** A blank that is none to Asterisk: pasted from a web page or a word processor. */
function oddBlanks(scene: Scene, conf: ConfFile): readonly Finding[] {
  const content = scene.files.get(conf.file) ?? new Uint8Array();
  const { lines, utf16 } = sourceLines(content, conf.file);
  if (utf16) return [];
  return lines
    .filter(({ text }) => ODD.test(text) && isTaken(conf, text))
    .map((line) => {
      const section = conf.sections.findLast((one) => one.line <= line.line)?.name ?? null;
      const found = line.text.replaceAll(/[\u00A0\u2000-\u200B\u202F\u3000\uFEFF]/g, '\u2423');
      const spoils = lineSpoils(scene, conf, { ...line, section, found: line.text });
      return finding('odd-blank', line, section, spoils, { found });
    });
}
