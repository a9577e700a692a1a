import { getFiles } from '../../adapters/docker/container-files.ts';
import { readLiveState } from '../../adapters/pbx/live/live-state.ts';
import { LabError } from '../../base/lab-error.ts';
import { diagnose } from '../../grading/diagnosis/diagnose.ts';
import { type CauseTexts, causeText } from '../../model/definition/causes/cause-texts.ts';
import type { CheckReport, FoundCause } from '../../model/marking/check-report.ts';
import { lookIn } from '../run-in.ts';
import type { Workbench } from '../workbench.ts';
import type { TeamCheck } from './check-team.ts';

const ETC = '/etc/asterisk';

/** No more of it helps at once. */
const MOST_CAUSES = 5;

/**
 * Looks for why checks of a live lab failed: in its files, and in what Asterisk runs where that is
 * something else. Trouble with the looking costs the causes, not the checks.
 */
export async function findCauses(
  bench: Workbench,
  check: TeamCheck,
  { report, texts }: { readonly report: CheckReport; readonly texts: CauseTexts },
): Promise<readonly FoundCause[]> {
  if (report.checks.every(({ verdict }) => verdict === 'pass')) return [];
  try {
    return await foundCauses(check, report, texts);
  } catch (error) {
    bench.signal.throwIfAborted();
    if (!(error instanceof LabError)) throw error;
    bench.emit({ type: 'log', source: 'diagnosis', line: String(error) });
    return [];
  }
}

async function foundCauses(
  { connection, plan, lab }: TeamCheck,
  { checks }: CheckReport,
  texts: CauseTexts,
): Promise<readonly FoundCause[]> {
  const { container } = plan.pbx;
  const [live, own] = await Promise.all([
    readLiveState(lookIn(connection, container)),
    getFiles(connection, container, ETC),
  ]);
  const running = live?.running;
  const read = own.map(
    ({ path, content }) => [path.replace(/^\/?asterisk\//, ''), content] as const,
  );
  const files = new Map<string, Uint8Array>([...read, ...(running?.files ?? [])]);
  const { ringSeconds, ringTolerance } = lab.definition;
  const saved = (live?.files ?? []).map(
    ({ path, modified }) => [path, clockTime(modified)] as const,
  );
  const found = diagnose({
    ...{ plan, files, log: [], checks, saved: new Map(saved) },
    ring: { seconds: ringSeconds, tolerance: ringTolerance },
    ...(running && { running: running.exchange }),
  });
  return found.slice(0, MOST_CAUSES).map((cause) => {
    const { rule, file, line, section, checks: spoilt } = cause;
    return { rule, file, line, section, checks: spoilt, text: causeText(texts, cause) };
  });
}

/** `14:02`, by the clock of whoever looks. */
function clockTime(seconds: number): string {
  const date = new Date(seconds * 1000);
  return [date.getHours(), date.getMinutes()].map((n) => String(n).padStart(2, '0')).join(':');
}
