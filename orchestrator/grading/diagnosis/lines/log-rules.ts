import { type Finding, finding, type JudgedCheck } from '../cause.ts';
import { allChecks, type Scene } from '../scene.ts';
import { lineSpoils } from './line-spoils.ts';

/** `[Nov 24 …] WARNING[107] config.c: … in line 17 of /etc/asterisk/users.conf` */
const PLACED =
  /(?:WARNING|ERROR)\[[^\]]*\]\S*\s+(?:\S+\.c:)?\s*(.*?\bline\s+(\d+)\s+of\s+(?:\/etc\/asterisk\/)?(\S+?\.conf).*)$/;

/** What Asterisk itself said of a line of the team's files. */
export function logFindings(scene: Scene, log: readonly string[]): readonly Finding[] {
  const { users, extensions, voicemail } = scene.model;
  return log.flatMap((row) => {
    const [, said = '', number = '', file = ''] = PLACED.exec(row) ?? [];
    const conf = [users, extensions, voicemail].find((one) => one.file === file);
    if (conf === undefined) return [];
    const line = Number(number);
    const section = conf.sections.findLast((one) => one.line <= line)?.name ?? null;
    const fatal = /parse error|does not exist/i.test(said);
    const spoils = fatal
      ? allChecks(scene, file === 'users.conf' ? 'register' : 'call')
      : lineSpoils(scene, conf, { section, found: textOf(scene, file, line) });
    return [finding('asterisk-said', { file, line }, section, spoils, { said })];
  });
}

function textOf({ files }: Scene, file: string, line: number): string {
  return (
    Buffer.from(files.get(file) ?? [])
      .toString('utf8')
      .split('\n')[line - 1] ?? ''
  );
}

/** The check of what Asterisk complains of. */
const CLEAN = 'pbx.clean';

/**
 * The lines of the team's files that Asterisk's complaints are about, where it quotes something that
 * stands in one: it names no line itself.
 */
export function complaintFindings(
  scene: Scene,
  checks: readonly JudgedCheck[],
): readonly Finding[] {
  const { users, extensions, voicemail } = scene.model;
  return complaintsOf(checks).flatMap((said) => {
    if (PLACED.test(said)) return [];
    const quoted = [...said.matchAll(/['"`]([^'"`]+)['"`]/g)].map(([, word = '']) => word);
    for (const word of quoted.reverse()) {
      for (const { file, sections } of [extensions, voicemail, users]) {
        const line = lineWith(scene, file, word);
        if (line === null) continue;
        const section = sections.findLast((one) => one.line <= line)?.name ?? null;
        return [finding('asterisk-said', { file, line }, section, [CLEAN], { said })];
      }
    }
    return [];
  });
}

function complaintsOf(checks: readonly JudgedCheck[]): readonly string[] {
  const clean = checks.find(({ id, code }) => id === CLEAN && code === 'log-troubled');
  const { lines } = (clean?.params ?? {}) as { readonly lines?: unknown };
  return Array.isArray(lines) ? lines.map(String) : [];
}

/** The number of the first line that has a word in it and is no heading of that name. */
function lineWith({ files }: Scene, file: string, word: string): number | null {
  const lines = Buffer.from(files.get(file) ?? [])
    .toString('utf8')
    .split('\n');
  const index = lines.findIndex((line) => line.includes(word) && !line.startsWith(`[${word}]`));
  return index === -1 ? null : index + 1;
}
