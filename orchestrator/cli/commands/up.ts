import { openEngine } from '../../actions/engine/open-engine.ts';
import { readLabDefinition } from '../../actions/read-lab.ts';
import { teamImages } from '../../actions/up/team-images.ts';
import { planUp, type TeamOutcome, type TeamUp, type UpRequest, up } from '../../actions/up/up.ts';
import type { Workbench } from '../../actions/workbench.ts';
import type { NextSteps } from '../../i18n/phrases.ts';
import { knownStage } from '../../model/definition/lab-definition.ts';
import { lineOf } from '../../model/topology/lab-status.ts';
import { planReport } from '../../reports/plan-report.ts';
import { teamReport } from '../../reports/status-report.ts';
import { EXIT, type ExitStatus, worse } from '../exit-status.ts';
import { askedBase, askedTeams, type Command, type Session } from '../session.ts';
import { tellFailure } from '../tell-failure.ts';
import { checkSummary, checksStatus } from './check.ts';
import { planData, upData } from './json-data.ts';

/** `lab up`: teams on real parts, from nothing to the first proven call. */
export const upCommand: Command = async (session) => {
  const teams = askedTeams(session);
  if (session.options.dryRun === true) return dryRun(session);
  const outcomes = await session.work(teams, async (bench) =>
    up(bench, await prepare(session, bench)),
  );
  if (session.console.json) session.console.printData(upData(outcomes));
  return outcomes.map((outcome) => tell(session, outcome)).reduce(worse, EXIT.done);
};

async function dryRun(session: Session): Promise<ExitStatus> {
  const { console, language } = session;
  const decisions = await session.work([], async (bench) =>
    planUp(bench, await prepare(session, bench)),
  );
  const plans = decisions.map(({ operations }) => operations);
  if (console.json) console.printData(planData(plans));
  else console.print(planReport(plans, language));
  return EXIT.done;
}

/**
 * Lab, engine and images for a verb that brings teams about. Bad input is found before anything is
 * installed, started or built. `anew`: the stages that teams are to have, whatever they began at.
 */
export async function prepare(
  session: Session,
  bench: Workbench,
  anew: readonly string[] = [],
): Promise<UpRequest> {
  const { options, prefix } = session;
  const teams = askedTeams(session);
  const base = askedBase(options);
  const lab = await readLabDefinition(bench, options.lab);
  const stages = options.stage === undefined ? anew : [options.stage, ...anew];
  for (const stage of stages) knownStage(lab.definition, stage);
  // A dry run starts no engine and builds no image: it only says what would be done.
  const [url, mayStart] = [options.engine, options.dryRun !== true];
  const { connection, registry } = await openEngine(bench, { url, mayStart });
  const request = { connection, lab, prefix, teams, stage: options.stage, base };
  const images = await teamImages(bench, { ...request, registry, mayBuild: mayStart, anew });
  return { ...request, images };
}

function tell(session: Session, outcome: TeamOutcome): ExitStatus {
  const { console, language, streams } = session;
  if (!outcome.ok) return tellFailure(outcome.error, { language, errors: streams.errors });
  const { decision, status, checks, lastWords } = outcome.up;
  const { team, stage, stageKept, operations } = decision;
  const { phrases } = console;
  if (stageKept) console.tell(phrases.filesKept(team, stage));
  if (!console.json) {
    if (operations.operations.length === 0 && checks === null && lastWords === null) {
      console.print(phrases.upNothing(team));
    }
    console.print(teamReport(status, language));
  }
  if (lastWords !== null) {
    console.tell([phrases.asteriskDead(team), ...lastWords].join('\n'));
    return EXIT.checkFailed;
  }
  if (checks !== null && !console.json) console.print(checkSummary(checks, phrases));
  if (!console.json) console.print(phrases.nextSteps(nextSteps(outcome.up)));
  return checks === null ? EXIT.done : checksStatus(checks);
}

function nextSteps({ decision, status }: TeamUp): NextSteps {
  const { team, plan, accounts } = decision;
  const installed = status.pbx.state !== 'not-installed';
  const [one, other] = plan.contexts[0]?.users ?? [];
  const line = one?.extension ?? '';
  const station = lineOf(plan, line)?.station.name ?? '';
  return { team, line, other: other?.extension ?? '', station, installed, accounts };
}
