import { phoneVerbs, stationVerbs } from '../../actions/phones/phone-words.ts';
import { SHELLS } from '../../actions/shell-script.ts';
import { unreachable } from '../../base/unreachable.ts';
import { LANGUAGES } from '../../i18n/language.ts';
import type { Phrases } from '../../i18n/phrases.ts';
import type { LabDefinition } from '../../model/definition/lab-definition.ts';
import { DEFAULT_PREFIX } from '../../model/numbering/names.ts';
import { ALL_TEAMS, teamNumbers } from '../../model/numbering/team-number.ts';
import { teamPlan, usersOf } from '../../model/numbering/team-plan.ts';
import { REPORT_NAMES } from '../../reports/report-names.ts';
import { COMMANDS } from '../commands.ts';
import { COMMON_OPTIONS, OPTION_FLAGS } from '../options.ts';
import type { Cursor, Place } from './cursor.ts';

/** One way to go on, and what it means. */
export interface Candidate {
  readonly value: string;
  readonly words: string;
}

/** All ways to go on that are known without an engine, and what the shell itself should add. */
export interface Completion {
  readonly also: 'none' | 'files' | 'folders';
  readonly candidates: readonly Candidate[];
}

/** What is asked for only when it is needed, so that a verb is completed at once. */
export interface Labs {
  /** The names that `--lab` takes. */
  readonly names: () => Promise<readonly string[]>;
  /** A lab, by default the usual one; null when it can't be read. */
  readonly read: (lab: string | undefined) => Promise<LabDefinition | null>;
}

/** Finds the ways to go on at a cursor. */
export async function complete(cursor: Cursor, labs: Labs, phrases: Phrases): Promise<Completion> {
  const { kept, typed } = cursor;
  const { also, candidates } = await all(cursor, labs, phrases);
  return {
    also,
    candidates: candidates
      .filter(({ value }) => value.startsWith(typed))
      .map(({ value, words }) => ({ value: kept + value, words })),
  };
}

function all(cursor: Cursor, labs: Labs, phrases: Phrases): Completion | Promise<Completion> {
  const { place } = cursor;
  switch (place.at) {
    case 'verb':
      return only(verbs(place.group, phrases));
    case 'option':
      return only(options(place, cursor.given, phrases));
    case 'value':
      return values(place, cursor, labs);
    case 'argument':
      return argumentValues(place, cursor, labs);
    case 'nothing':
      return only([]);
    default:
      return unreachable(place);
  }
}

function verbs(group: string, { help }: Phrases): readonly Candidate[] {
  const found = COMMANDS.filter(({ name }) => name.startsWith(group))
    .map(({ name }) => ({ value: name.slice(group.length), words: help.command[name] }))
    .filter(({ value }) => !value.includes(' '));
  return group === '' ? [...found, { value: 'help', words: help.helpCommand }] : found;
}

function options(
  { command }: Extract<Place, { at: 'option' }>,
  given: Cursor['given'],
  { help }: Phrases,
): readonly Candidate[] {
  const own = command === undefined ? (['version'] as const) : command.options;
  const taken = [...own, ...COMMON_OPTIONS, 'help'];
  return OPTION_FLAGS.filter(({ name }) => taken.includes(name) && !given.has(name)).map(
    ({ name, long }) => ({ value: long, words: help.option[name] }),
  );
}

async function values(
  { option, command }: Extract<Place, { at: 'value' }>,
  cursor: Cursor,
  labs: Labs,
): Promise<Completion> {
  switch (option) {
    case 'team':
      return only(plain(teamLists(cursor.typed)));
    case 'lang':
      return only(plain(LANGUAGES));
    case 'lab':
      return { also: 'files', candidates: plain(await labs.names()) };
    case 'out':
    case 'files':
      return { also: 'folders', candidates: [] };
    case 'since':
      return only(plain(['start']));
    case 'from':
      return only((await phonesOf(cursor, labs)).numbers);
    case 'to': {
      const { numbers, voicemails } = await phonesOf(cursor, labs);
      if (command?.name === 'catch-up') {
        const lab = await labs.read(cursor.given.get('lab'));
        return only(plain(lab?.stages.map(({ name }) => name) ?? []));
      }
      return only([...numbers, ...voicemails]);
    }
    case 'format':
      return only(plain(REPORT_NAMES));
    case 'in':
    case 'output':
    case 'submissions':
    case 'class':
    case 'capture':
    case 'answers':
      return { also: 'files', candidates: [] };
    case 'for':
      return only(plain(['30s', '60s', '2m', '5m']));
    case 'stage': {
      const lab = await labs.read(cursor.given.get('lab'));
      return only(plain(lab?.stages.map(({ name }) => name) ?? []));
    }
    case 'station': {
      const lab = await labs.read(cursor.given.get('lab'));
      return only(plain(lab?.layout.stations.map(({ name }) => name) ?? []));
    }
    default:
      return only([]);
  }
}

/** Of a list like `1,4-` the last number is completed. */
function teamLists(typed: string): readonly string[] {
  const begun = /^.*[,-]/.exec(typed)?.[0] ?? '';
  return ALL_TEAMS.map((team) => `${begun}${team}`);
}

async function argumentValues(
  { name, before }: Extract<Place, { at: 'argument' }>,
  cursor: Cursor,
  labs: Labs,
): Promise<Completion> {
  switch (name) {
    case '<folder>':
      return { also: 'folders', candidates: [] };
    case '[result]':
    case '<file>':
      return { also: 'files', candidates: [] };
    case '<shell...>':
      return only(before.length === 0 ? plain(SHELLS) : []);
    case '<who>': {
      const phones = await phonesOf(cursor, labs);
      return only([...phones.numbers, ...phones.stations.map((value) => ({ value, words: '' }))]);
    }
    case '<words...>': {
      const [who = '', verb, ...more] = before;
      const atStation = !/^\d+$/.test(who);
      if (verb === undefined) return only(plain(atStation ? stationVerbs : phoneVerbs));
      if (more.length > 0 || (verb !== 'use' && verb !== 'dial')) return only([]);
      const { numbers } = await phonesOf(cursor, labs);
      return only(numbers.filter(({ value }) => value !== who));
    }
    default:
      return only([]);
  }
}

/** The numbers that a team's phones have at first; without one team there are only stations. */
async function phonesOf({ given }: Cursor, labs: Labs) {
  const lab = await labs.read(given.get('lab'));
  const [team, ...more] = oneTeamOf(given.get('team'));
  const stations = lab?.layout.stations.map(({ name }) => name) ?? [];
  if (lab === null || team === undefined || more.length > 0)
    return { numbers: [], voicemails: [], stations };
  const plan = teamPlan(team, lab.layout, { prefix: DEFAULT_PREFIX });
  const users = usersOf(plan);
  const voicemails = plan.contexts.map(({ voicemail, name }) => ({
    value: voicemail,
    words: name,
  }));
  const numbers = users.map(({ extension, fullName }) => ({ value: extension, words: fullName }));
  return { numbers, voicemails, stations };
}

function oneTeamOf(words: string | undefined) {
  try {
    return words === undefined ? [] : teamNumbers(words);
  } catch {
    return [];
  }
}

function only(candidates: readonly Candidate[]): Completion {
  return { also: 'none', candidates };
}

function plain(found: readonly string[]): readonly Candidate[] {
  return found.map((value) => ({ value, words: '' }));
}
