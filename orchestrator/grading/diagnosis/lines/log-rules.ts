import { type Finding, finding } from '../cause.ts';
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
