import type { LabEvent, Phase } from '../../base/event.ts';
import { unreachable } from '../../base/unreachable.ts';
import type { Language } from '../../i18n/catalogue.ts';
import { catalogue } from '../../i18n/language.ts';
import type { Phrases } from '../../i18n/phrases.ts';
import { checkLine, checkLines } from '../../reports/check/check-line.ts';
import { failureWords } from '../../reports/class/class-summary.ts';
import type { Console } from '../console.ts';
import { liveRows } from './live-rows.ts';

/** A view of what happens: it hears every event, and is closed when the verb is over. */
export interface Progress {
  readonly hear: (event: LabEvent) => void;
  readonly close: (went: 'well' | 'wrong') => Promise<void>;
}

/** Picks the view: live rows on a terminal, plain lines elsewhere. */
export function createProgress(
  console: Console,
  output: NodeJS.WriteStream,
  teams: readonly number[],
): Progress {
  const live = output.isTTY === true && !console.verbose;
  return live
    ? liveRows({ language: console.language, teams }, output)
    : plainLines(console, teams.length > 1);
}

/** Each event as it happens, as JSON on one line. */
export function eventLines({ printData }: Console, date: () => Date): Progress {
  return {
    hear: ({ type, ...facts }) => printData({ type, at: date().toISOString(), ...facts }),
    close: async () => undefined,
  };
}

/** One line an event that a person would want to have seen, on the side where words go. */
function plainLines({ language, verbose, tell }: Console, several: boolean): Progress {
  const { phrases } = catalogue(language);
  return {
    hear: (event) => {
      // Of one team the verb tells the end itself.
      if (event.type === 'team-ended' && !several) return;
      const line = plainLine(event, language, verbose);
      if (line === null) return;
      // Side by side, whose line it is must stand on it.
      const owned = several && event.type === 'check';
      tell(owned ? phrases.progress(rowName(event, phrases), line.trimStart()) : line);
    },
    close: async () => undefined,
  };
}

function plainLine(event: LabEvent, language: Language, verbose: boolean): string | null {
  const { phrases } = catalogue(language);
  switch (event.type) {
    case 'phase-started':
      return verbose
        ? phrases.progress(rowName(event, phrases), `${phrases.phase[event.phase]} …`)
        : null;
    case 'phase-done':
      return phrases.progress(
        rowName(event, phrases),
        `${phrases.phase[event.phase]} ${phrases.seconds(event.ms / 1000)}`,
      );
    case 'phase-failed':
      return phrases.progress(rowName(event, phrases), `${phrases.phase[event.phase]} ✗`);
    case 'operation':
      return event.state === 'done' && (verbose || isSurprising(event))
        ? `  ${operationText(event, phrases)}`
        : null;
    case 'line':
      return verbose ? `  ${event.extension} ${phrases.state.registered}` : null;
    case 'check':
      return checkLines(event, language)
        .map((line) => `  ${line}`)
        .join('\n');
    case 'team-ended':
      return phrases.progress(rowName(event, phrases), endText(event, language));
    case 'archived':
      return phrases.archived(event.file);
    case 'capturing':
      return phrases.progress(rowName(event, phrases), phrases.capture.under(event));
    case 'lock-held':
      return phrases.progress(rowName(event, phrases), phrases.lockHeld(event));
    case 'archive-mirror':
      return archiveText(event, phrases);
    case 'log':
      return verbose ? `  ${event.source}: ${event.line}` : null;
    default:
      return unreachable(event);
  }
}

/** Why a verb does what it was told to do. */
const EXPECTED: readonly string[] = ['absent', 'asked', 'reset', 'catch-up', 'restore'];

/** Building what is absent is what `up` is for; touching what is there needs a word. */
function isSurprising({ why }: Extract<LabEvent, { type: 'operation' }>): boolean {
  return !EXPECTED.includes(why);
}

/** The row that an event belongs to: a team, or the tool itself. */
export function rowName(event: { readonly team: number | null }, phrases: Phrases): string {
  return event.team === null ? 'lab' : phrases.team(event.team);
}

/** What is being done right now, in a few words; null for an event that says nothing of it. */
export function activity(event: LabEvent, language: Language): string | null {
  const { phrases } = catalogue(language);
  switch (event.type) {
    case 'phase-started':
      return phrases.phase[event.phase satisfies Phase];
    case 'operation':
      return event.state === 'started' ? operationText(event, phrases) : null;
    case 'line':
      return `${event.extension} ${phrases.state.registered}`;
    case 'check':
      return checkLine(event, language);
    case 'archived':
      return phrases.archived(event.file);
    case 'capturing':
      return phrases.capture.under(event);
    case 'lock-held':
      return phrases.lockHeld(event);
    case 'archive-mirror':
      return archiveText(event, phrases);
    case 'log':
      return event.line;
    case 'team-ended':
      return endText(event, language);
    case 'phase-done':
    case 'phase-failed':
      return null;
    default:
      return unreachable(event);
  }
}

function operationText(event: Extract<LabEvent, { type: 'operation' }>, { plan }: Phrases): string {
  const { operation, why } = event;
  return `${plan.operation[operation]} ${event.target} (${plan.cause[why]})`;
}

/** How a team's turn ended: in what time, or what kept the verb from its work. */
function endText(
  { well, ms, error }: Extract<LabEvent, { type: 'team-ended' }>,
  language: Language,
): string {
  if (error !== null) return failureWords(error, language);
  const words = catalogue(language).phrases.class;
  return well ? words.ended(ms / 1000) : words.endedBadly(ms / 1000);
}

function archiveText({ suite }: { readonly suite: string }, { images }: Phrases): string {
  return `${suite}: ${images.archiveMirror}`;
}
