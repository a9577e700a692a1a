import { openEngine } from '../../../actions/engine/open-engine.ts';
import { gateAccess } from '../../../actions/gate/gate-access.ts';
import type { GateHall } from '../../../actions/gate/gate-hall.ts';
import { openGate } from '../../../actions/gate/open-gate.ts';
import { readLabDefinition } from '../../../actions/read-lab.ts';
import { GATE_PORT, listenAddress, ownAddresses } from '../../../model/gate/listen-address.ts';
import { ALL_TEAMS } from '../../../model/numbering/team-number.ts';
import { teamPlan } from '../../../model/numbering/team-plan.ts';
import { deskScreen } from '../../../reports/gate/desk-screen.ts';
import { gateEventText, gateReport, gateToldText } from '../../../reports/gate/gate-report.ts';
import { EXIT } from '../../exit-status.ts';
import type { Command, Session } from '../../session.ts';

/** `lab gate`: lets teams in by SSH, each into its own lab, until Ctrl-C. */
export const gateCommand: Command = async (session) => {
  const { options, console, language, surroundings } = session;
  const listen = listenAddress(options.listen ?? `:${GATE_PORT}`);
  const hall = await openHall(session);
  const { signal } = hall.bench;
  await using gate = await openGate(hall, listen);
  const teams = await Promise.all(
    ALL_TEAMS.map(async (team) => {
      const plan = teamPlan(team, hall.definition.layout, { prefix: session.prefix });
      return { team, ...(await gateAccess(surroundings, plan)) };
    }),
  );
  const addresses = listen.host === undefined ? shownAddresses(session) : [listen.host];
  const { port, fingerprint } = gate;
  console.print(gateReport({ port, fingerprint, addresses, teams }, language));
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  console.print(console.phrases.gate.closed);
  return EXIT.done;
};

function openHall(session: Session): Promise<GateHall> {
  const { options, console, language, prefix, work } = session;
  return work([], async (bench) => {
    const { definition } = await readLabDefinition(bench, options.lab);
    const { connection } = await openEngine(bench, { url: options.engine, mayStart: false });
    return {
      // The rows of the work that opened it are closed by then.
      bench: { ...bench, emit: () => undefined },
      ...{ connection, definition, prefix },
      words: { told: gateToldText, screen: deskScreen },
      tell: (event) => console.print(gateEventText(event, bench.clock.date(), language)),
    };
  });
}

function shownAddresses({ surroundings }: Session): readonly string[] {
  const found = ownAddresses(surroundings.interfaces());
  return found.length === 0 ? ['localhost'] : found;
}
