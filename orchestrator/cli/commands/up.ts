import { diskLimits } from '../../actions/class/engine-room.ts';
import { openEngine } from '../../actions/engine/open-engine.ts';
import { readLabDefinition } from '../../actions/read-lab.ts';
import { teamImages } from '../../actions/up/team-images.ts';
import { planUp, type TeamUp, type UpRequest, up } from '../../actions/up/up.ts';
import type { Workbench } from '../../actions/workbench.ts';
import type { NextSteps } from '../../i18n/phrases.ts';
import { knownStage } from '../../model/definition/lab-definition.ts';
import { lineOf } from '../../model/topology/lab-status.ts';
import { planReport } from '../../reports/plan-report.ts';
import { teamReport } from '../../reports/status-report.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { askedBase, askedTeams, type Command, type Session } from '../session.ts';
import { checkSummary, checksStatus } from './check.ts';
import { checkCells, statusCells } from './class/class-cells.ts';
import { tellLastWords, tellOutcomes } from './class/tell-outcomes.ts';
import { planData, upData } from './json-data.ts';

/** `lab up`: teams on real parts, from nothing to the first proven call. */
export const upCommand: Command = async (session) => {
  const teams = askedTeams(session);
  if (session.options.dryRun === true) return dryRun(session);
  const outcomes = await session.work(teams, async (bench) =>
    up(bench, await prepare(session, bench)),
  );
  return tellOutcomes<Up>(session, outcomes, {
    data: upData,
    before: (team, { up: { decision } }) => {
      const { tell, phrases } = session.console;
      if (decision.stageKept) tell(phrases.filesKept(team, decision.stage));
    },
    after: (team, { up: { lastWords } }) => tellLastWords(session, team, lastWords),
    whole: (team, value) => tellWhole(session, team, value.up),
    row: ({ up: { status, checks } }) => ({
      ...statusCells(status, session),
      ...(checks === null ? {} : checkCells(checks, session)),
    }),
    status: ({ up: { checks, lastWords } }) => {
      if (lastWords !== null) return EXIT.checkFailed;
      return checks === null ? EXIT.done : checksStatus(checks);
    },
  });
};

interface Up {
  readonly up: TeamUp;
}

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
  return { ...request, images, disk: diskLimits(bench, connection) };
}

function tellWhole({ console, language }: Session, team: number, up: TeamUp): void {
  const { decision, status, checks, lastWords } = up;
  const { phrases, print } = console;
  const unchanged = decision.operations.operations.length === 0;
  if (unchanged && checks === null && lastWords === null) print(phrases.upNothing(team));
  print(teamReport(status, language));
  if (lastWords !== null) return;
  if (checks !== null) print(checkSummary(checks, phrases));
  print(phrases.nextSteps(nextSteps(up)));
}

function nextSteps({ decision, status }: TeamUp): NextSteps {
  const { team, plan, accounts } = decision;
  const installed = status.pbx.state !== 'not-installed';
  const [one, other] = plan.contexts[0]?.users ?? [];
  const line = one?.extension ?? '';
  const station = lineOf(plan, line)?.station.name ?? '';
  return { team, line, other: other?.extension ?? '', station, installed, accounts };
}
