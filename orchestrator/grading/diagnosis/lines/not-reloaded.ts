import type { ConfFile } from '../../../model/asterisk/conf/conf-file.ts';
import { type Finding, finding, type RunningExchange } from '../cause.ts';
import { allChecks, isReadable, type Scene } from '../scene.ts';

/**
 * The files that were saved and that the running Asterisk has not read since: what it says of itself
 * is not what they say. A file that it refuses is told otherwise, since no reload would help.
 */
export function notReloaded(scene: Scene, running: RunningExchange): readonly Finding[] {
  const { users, extensions, voicemail } = scene.model;
  const stale = (conf: ConfFile, saved: readonly string[], read: readonly string[]) =>
    isReadable(scene, conf) && read.length > 0 && !sameWords(saved, read);
  return [
    ...(stale(users, savedAccounts(scene), readAccounts(running.users))
      ? [
          finding(
            'not-reloaded',
            { file: users.file, line: null },
            null,
            allChecks(scene, 'register'),
          ),
        ]
      : []),
    ...(stale(extensions, savedLines(scene), readLines(running.dialplan))
      ? [
          finding(
            'not-reloaded',
            { file: extensions.file, line: null },
            null,
            allChecks(scene, 'call'),
          ),
        ]
      : []),
    ...(stale(voicemail, savedBoxes(scene), readBoxes(running.mailboxes))
      ? [
          finding(
            'not-reloaded',
            { file: voicemail.file, line: null },
            null,
            allChecks(scene, 'deposit'),
          ),
        ]
      : []),
  ];
}

function sameWords(one: readonly string[], other: readonly string[]): boolean {
  return [...new Set(one)].sort().join('\n') === [...new Set(other)].sort().join('\n');
}

/** Blanks, quotes and backslashes may be printed otherwise than they are written. */
function bare(text: string): string {
  return text.replaceAll(/[\s"\\]/g, '');
}

function savedLines({ model }: Scene): readonly string[] {
  return model.plan.contexts.flatMap(({ entries }) =>
    entries.map(({ context, extension, priority, application, data }) =>
      bare(`${context} ${extension} ${priority} ${application}(${data})`),
    ),
  );
}

/** `  '3199' =>  1. Answer()  [extensions.conf:13]`, below its context, each further priority below it. */
function readLines(printed: string): readonly string[] {
  let [context, extension] = ['', ''];
  return printed.split('\n').flatMap((line) => {
    context = /^\[ Context '(.*)' created by/.exec(line)?.[1] ?? context;
    extension = /^ {2}'(.*)' => /.exec(line)?.[1] ?? extension;
    const [, priority, step] =
      /^(?: {2}'.*' =>)?\s+(\d+)\. (.*?)\s+\[[^\]]+\.conf:\d+\]$/.exec(line) ?? [];
    return priority === undefined
      ? []
      : [bare(`${context} ${extension} ${priority} ${step ?? ''}`)];
  });
}

/** Names and contexts: the printed table cuts long words. */
function savedAccounts({ model }: Scene): readonly string[] {
  return model.accounts.map(({ name, context }) => `${name} ${context?.value ?? 'public'}`);
}

function readAccounts(printed: string): readonly string[] {
  const [heading = '', ...rows] = printed.split('\n');
  const at = heading.indexOf('Def.Context');
  if (at === -1) return [];
  return rows.flatMap((row) => {
    const [name = ''] = row.split(/\s/);
    const [context = ''] = row.slice(at).split(/\s/);
    return name === '' || context === '' ? [] : [`${name} ${context}`];
  });
}

function savedBoxes({ model }: Scene): readonly string[] {
  const own = model.boxes.filter(({ origin }) => origin === 'voicemail.conf');
  return own
    .filter(({ context }) => context !== 'default')
    .map((box) => `${box.context} ${box.number}`);
}

function readBoxes(printed: string): readonly string[] {
  return printed.split('\n').flatMap((row) => {
    const [, context = '', number = ''] = /^(\S+)\s+(\S+)\s.*\d+$/.exec(row.trimEnd()) ?? [];
    return number === '' || context === 'default' ? [] : [`${context} ${number}`];
  });
}
