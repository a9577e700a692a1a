import { openEngine } from '../../actions/engine/open-engine.ts';
import {
  phoneCommand as readPhoneWords,
  stationCommand,
} from '../../actions/phones/phone-words.ts';
import { type PhoneResult, usePhone } from '../../actions/phones/use-phone.ts';
import { type LineAccount, useStation } from '../../actions/phones/use-station.ts';
import { readLabDefinition } from '../../actions/read-lab.ts';
import { standingPlan } from '../../actions/status.ts';
import { withTeamLock } from '../../actions/with-team-lock.ts';
import { labError } from '../../base/lab-error.ts';
import { unreachable } from '../../base/unreachable.ts';
import type { Phrases } from '../../i18n/phrases.ts';
import { sipUser } from '../../model/calls/sip-user.ts';
import type { Console } from '../console.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { type Command, oneTeam } from '../session.ts';
import { phoneData, stationData } from './json-data.ts';

/** `lab phone`: a person's hand at a softphone (3101) or at a station (softphone1). */
export const phoneCommand: Command = async (session) => {
  const { options, console, prefix, work } = session;
  const [who = '', ...words] = session.arguments;
  const team = oneTeam(session);
  // Wrong words are told before anything is looked for.
  const asked = /^\d+$/.test(who)
    ? ({ at: 'line', extension: who, command: readPhoneWords(words) } as const)
    : ({ at: 'station', name: who, command: stationCommand(words) } as const);
  const tell = await work([team], async (bench) => {
    const { definition } = await readLabDefinition(bench, options.lab);
    const { connection } = await openEngine(bench, { url: options.engine, mayStart: false });
    const claim = { connection, prefix, team, verb: 'phone' };
    return withTeamLock(bench, claim, async () => {
      const plan = await standingPlan({ connection, definition, prefix }, team);
      const access = { connection, clock: bench.clock };
      if (asked.at === 'line') {
        const result = await usePhone(access, plan, asked);
        return () => tellResult(console, { team, extension: asked.extension, result });
      }
      const station = plan.stations.find(({ name }) => name === asked.name);
      if (station === undefined) {
        const known = plan.stations.map(({ name }) => name);
        throw labError('station-unknown', { found: asked.name, known });
      }
      const lines = await useStation(access, plan, { station, command: asked.command });
      return () => tellLines(console, { team, station: station.name, lines });
    });
  });
  return tell();
};

function tellResult(
  console: Console,
  { team, extension, result }: { team: number; extension: string; result: PhoneResult },
): ExitStatus {
  if (console.json) console.printData(phoneData(team, extension, result));
  else console.print(resultText(result, console.phrases));
  return result.did === 'closed' ? EXIT.checkFailed : EXIT.done;
}

function tellLines(
  console: Console,
  { team, station, lines }: { team: number; station: string; lines: readonly LineAccount[] },
): ExitStatus {
  if (console.json) console.printData(stationData(team, station, lines));
  else for (const line of lines) console.print(accountText(line, station, console.phrases));
  const refused = lines.some(({ extension, registered }) => extension !== null && !registered);
  return refused ? EXIT.checkFailed : EXIT.done;
}

function resultText(result: PhoneResult, { phone, state }: Phrases): string {
  switch (result.did) {
    case 'ringing':
      return phone.ringing(result.peer);
    case 'talking':
      return phone.talking(result.peer);
    case 'closed':
      return phone.closed(result.reason);
    case 'hung-up':
      return phone.hungUp;
    case 'sent':
      return phone.sent(result.digits);
    case 'status': {
      const registration = result.registration === 'registered' ? 'registered' : 'unregistered';
      const calls = result.calls.map(({ state: word, peer }) => `${word} ${sipUser(peer)}`);
      return [state[registration], ...(calls.length > 0 ? calls : [phone.idle])].join(' · ');
    }
    default:
      return unreachable(result);
  }
}

function accountText(line: LineAccount, station: string, { phone }: Phrases): string {
  if (line.extension === null) return `${station} (${line.slot}): ${phone.noAccount}`;
  return line.registered
    ? phone.registered(line.extension, station)
    : phone.refused(line.extension, line.status);
}
