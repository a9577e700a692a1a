import type { Language } from '../../i18n/catalogue.ts';
import { catalogue } from '../../i18n/language.ts';
import type { ResultCheck } from '../../model/marking/grade-result.ts';
import type { Proof, ProofMessage } from '../../model/proof/proof.ts';
import { ladderSvg } from '../ladder/ladder-svg.ts';
import { voiceLines } from '../ladder/proof-lines.ts';
import { type Html, html } from './html.ts';

/** How a page is shown: in which language, and with which recordings to play. */
export interface Showing {
  readonly language: Language;
  /** In base 64, by the names that results give them; null: none. */
  readonly sounds: ReadonlyMap<string, string> | null;
}

/** What shows how a check went, folded away on a screen; nothing where nothing was kept. */
export function proofSection({ attempts }: ResultCheck, showing: Showing): Html | null {
  const proof = attempts.findLast((attempt) => attempt.proof !== null)?.proof ?? null;
  if (proof === null) return null;
  const { page } = catalogue(showing.language).phrases.report;
  const parts = partsOf(proof, showing).filter((part) => part !== null);
  if (parts.length === 0) return null;
  return html`<details><summary>${page.seen}</summary>
${parts}</details>`;
}

function partsOf(proof: Proof, showing: Showing): readonly (Html | null)[] {
  const { language } = showing;
  const { phrases } = catalogue(language);
  const { proof: words } = phrases;
  const { timelines, calls, log, messages } = proof;
  return [
    ...timelines.map(({ extension, text }) =>
      part(phrases.report.page.timelineOf(extension), stepsOf(text)),
    ),
    calls === null || calls.exchanges.length === 0
      ? null
      : html`<h4>${words.signalling}</h4>
${{ html: ladderSvg(calls, language) }}
`,
    part(words.voices, voiceLines(proof, phrases).join('\n')),
    recordings(proof, showing),
    part(words.log, log.map(({ text }) => hidden(text)).join('\n')),
    part(words.voicemail, messages.map(messageText).join('\n\n')),
  ];
}

function part(title: string, text: string): Html | null {
  return text === ''
    ? null
    : html`<h4>${title}</h4><pre>${text}</pre>
`;
}

function recordings({ recordings: found }: Proof, { language, sounds }: Showing): Html | null {
  const { report, proof: words } = catalogue(language).phrases;
  const players = found.flatMap(({ extension, file }) => {
    const sound = sounds?.get(file);
    if (sound === undefined) return [];
    const what = report.page.listen(extension);
    return [
      html`<p><audio controls aria-label="${what}" src="data:audio/wav;base64,${sound}"></audio> ${what}</p>\n`,
    ];
  });
  return players.length === 0 ? null : html`<h4>${words.recordings}</h4>\n${players}`;
}

function messageText({ path, text }: ProofMessage): string {
  const said = text.split('\n').filter((line) => line !== '' && !line.startsWith(';'));
  return [path, ...said].join('\n');
}

/** A step a line. Keys that were typed may be a PIN. */
function stepsOf(timeline: string): string {
  return timeline
    .split(' · ')
    .map((step) => step.replace(/(sndcode )(\S+)/, (_, verb, keys) => verb + masked(keys)))
    .join('\n');
}

/** Asterisk tells of each key that it gets. */
function hidden(line: string): string {
  return line.replace(/(DTMF \S+ ')(\S+)(')/g, '$1•$3');
}

function masked(keys: string): string {
  return keys.replace(/\d{3,}/g, (digits) => '•'.repeat(digits.length));
}
