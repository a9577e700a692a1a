import { type Difference, diff } from '../../../actions/archives/diff.ts';
import { EXIT } from '../../exit-status.ts';
import { type Command, oneTeam, type Session } from '../../session.ts';
import { prepare } from '../up.ts';
import { diffData } from './work-data.ts';

/** `lab diff`: what a team changed since its first day, or since an archive. */
export const diffCommand: Command = async (session) => {
  const { console, options, work } = session;
  const team = oneTeam(session);
  const since = options.since ?? 'start';
  const found = await work([team], async (bench) =>
    diff(bench, { ...(await prepare(session, bench)), team, since }),
  );
  if (console.json) console.printData(diffData(found));
  else if (found.changes.length === 0) console.print(nothing(session, found));
  else console.print(found.changes.map((change) => harmless(change.diff)).join('\n'));
  return EXIT.done;
};

function nothing({ console }: Session, { team, stage, archive }: Difference): string {
  return console.phrases.work.unchanged({ team, stage, archive });
}

/** What a student wrote steers no terminal. Line ends of Windows stay: they are a change. */
function harmless(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n\r]/gu, '\ufffd');
}
