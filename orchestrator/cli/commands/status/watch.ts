import type { StatusRequest } from '../../../actions/status/class-status.ts';
import { watchClass } from '../../../actions/status/watch-class.ts';
import type { Workbench } from '../../../actions/workbench.ts';
import { visible } from '../../../base/text/visible.ts';
import type { ClassStatus } from '../../../model/status/class-status.ts';
import { changeLines } from '../../../reports/status/class-grid.ts';
import { EXIT } from '../../exit-status.ts';
import type { Session } from '../../session.ts';
import { statusText } from './status.ts';

/** How one status after the other is shown. */
type Show = (status: ClassStatus, now: Date) => void;

/** Ages are told in minutes: they are drawn anew when one has gone by (ms). */
const MINUTE = 60_000;

/**
 * `lab status --watch`: drawn anew in place with each change; a line a change where there is no
 * terminal, a document a line with `--json`. Ctrl-C ends it well.
 */
export async function watchStatus(
  session: Session,
  prepare: (bench: Workbench) => Promise<StatusRequest>,
): Promise<number> {
  const { console, streams } = session;
  const show = console.json
    ? dataLines(session)
    : streams.output.isTTY === true
      ? redrawn(session)
      : textLines(session);
  await session.work([], async (bench) => {
    const ended = new AbortController();
    const signal = AbortSignal.any([bench.signal, ended.signal]);
    let [last, printed]: [ClassStatus | null, string] = [null, ''];
    const minutes = async () => {
      for (;;) {
        await bench.clock.wait(MINUTE, signal);
        if (last !== null && streams.output.isTTY === true && !console.json) {
          show(last, bench.clock.date());
        }
      }
    };
    minutes().catch(() => undefined);
    try {
      await watchClass(bench, await prepare(bench), (status) => {
        const data = JSON.stringify(status);
        // Most of what happens in an exchange changes nothing that is shown.
        if (data === printed) return;
        [last, printed] = [status, data];
        show(status, bench.clock.date());
      });
    } finally {
      ended.abort();
    }
  });
  return EXIT.done;
}

function dataLines({ streams }: Session): Show {
  return (status) => void streams.output.write(`${visible(JSON.stringify(status))}\n`);
}

function textLines(session: Session): Show {
  const { console, language } = session;
  let before: ClassStatus | null = null;
  return (status, now) => {
    if (before === null) console.print(statusText(session, status, now));
    else for (const line of changeLines(before, status, now, language)) console.print(line);
    before = status;
  };
}

function redrawn(session: Session): Show {
  const { console, streams } = session;
  let drawn = 0;
  return (status, now) => {
    const text = visible(`${statusText(session, status, now)}\n\n${console.phrases.status.leave}`);
    const width = streams.output.columns || Number.POSITIVE_INFINITY;
    const rows = text.split('\n').map((line) => Math.max(1, Math.ceil(line.length / width)));
    // Up to where the last drawing began, then everything below is cleared (ECMA-48: CUU, ED).
    streams.output.write(`${drawn > 0 ? `\u001b[${drawn}A\u001b[J` : ''}${text}\n`);
    drawn = rows.reduce((sum, count) => sum + count, 0);
  };
}
