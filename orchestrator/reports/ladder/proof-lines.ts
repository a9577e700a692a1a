import type { Language } from '../../i18n/catalogue.ts';
import { catalogue } from '../../i18n/language.ts';
import type { Phrases } from '../../i18n/phrases.ts';
import { printable } from '../../model/definition/text/printable.ts';
import type { Proof, ProofMessage } from '../../model/proof/proof.ts';
import { exchangeTexts, namesOf } from './ladder-report.ts';

/** As much of a line of a log as is told. */
const LINE = 400;

/** The proof of one try for the terminal: what phones, network, Asterisk and spool showed. */
export function proofLines(proof: Proof, language: Language): readonly string[] {
  const { phrases } = catalogue(language);
  const { proof: words } = phrases;
  const { calls, timelines, log, messages, recordings, shortened } = proof;
  const drawn = calls === null ? [] : exchangeTexts(calls, phrases);
  return [
    ...section(
      words.phones,
      timelines.map(({ extension, text }) => `${printable(extension)}  ${printable(text, LINE)}`),
    ),
    ...section(
      words.signalling,
      calls === null
        ? [words.uncaptured]
        : drawn.flatMap((text, index) => [...(index === 0 ? [] : ['']), ...text.split('\n')]),
    ),
    ...section(words.voices, voiceLines(proof, phrases)),
    ...section(
      words.log,
      log.map(
        ({ time, text }) => `${(time?.toFixed(3) ?? '').padStart(8)}  ${printable(text, LINE)}`,
      ),
    ),
    ...section(words.voicemail, messages.flatMap(messageLines)),
    ...section(
      words.recordings,
      recordings.map(({ extension, seconds, file }) =>
        [printable(extension), phrases.seconds(seconds), file].join('  '),
      ),
    ),
    ...(shortened ? [words.shortened] : []),
  ];
}

/** A heading and what stands under it; nothing where there is nothing. */
function section(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  return [title, ...lines.map((line) => (line === '' ? '' : `  ${line}`))];
}

/** Each voice in one direction: from where to where, and how it came over. */
export function voiceLines({ calls, rtp }: Proof, phrases: Phrases): readonly string[] {
  const nameOf = calls === null ? (address: string) => address : namesOf(calls, phrases);
  return rtp.map(({ from, to, port, ...facts }) => {
    const told = phrases.proof.stream({ ...facts, codec: printable(facts.codec) });
    return `${nameOf(from)} → ${nameOf(to)}:${port}  ${told}`;
  });
}

/** Where it is, and what its text file says: without the comments, which say the same in each. */
function messageLines({ path, text, recording }: ProofMessage): readonly string[] {
  const said = text.split('\n').filter((line) => line !== '' && !line.startsWith(';'));
  return [
    printable(path, LINE),
    ...said.map((line) => `  ${printable(line, LINE)}`),
    ...(recording === null ? [] : [`  ${recording}`]),
  ];
}
