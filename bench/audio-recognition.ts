import { execFileSync } from 'node:child_process';
import {
  aLaw,
  gain,
  type Impairment,
  joined,
  muLaw,
  noise,
  silence,
  slips,
} from '../orchestrator/model/audio/impairments.ts';
import { recognise } from '../orchestrator/model/audio/recognise.ts';
import { seededRandom } from '../orchestrator/model/audio/seeded-random.ts';
import { makeSignature, type Signature } from '../orchestrator/model/audio/signature.ts';
import { signatureSamples } from '../orchestrator/model/audio/signature-wave.ts';

// Measures how well signatures are told apart; needs sox (with GSM) and espeak-ng.
// Run: npx esbuild bench/audio-recognition.ts --bundle --platform=node --format=esm | node --input-type=module -

const PAIRS = 200;
const random = seededRandom(2026);

const RAW = ['-t', 'raw', '-r', '8000', '-e', 'signed', '-b', '16', '-c', '1', '-'];

const gsm: Impairment = (samples) => {
  const bytes = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
  const coded = execFileSync('sox', ['-D', ...RAW, '-t', 'gsm', '-'], { input: bytes });
  return samplesFrom(
    execFileSync('sox', ['-t', 'gsm', '-r', '8000', '-', ...RAW], { input: coded }),
  );
};

const twice: Impairment = (samples) => gsm(gsm(samples));

const lines: readonly (readonly [string, Impairment])[] = [
  ['plain', (samples) => samples],
  ['G.711 mu-law', muLaw],
  ['G.711 A-law', aLaw],
  ['GSM', gsm],
  ['GSM twice', twice],
  ['GSM twice, level -12 dB', (samples) => twice(gain(-12)(samples))],
  ['GSM twice, level +9 dB', (samples) => twice(gain(9)(samples))],
  ['mu-law, noise at -20 dB', (samples) => muLaw(noise(20, random)(samples))],
  ['mu-law, noise at -10 dB', (samples) => muLaw(noise(10, random)(samples))],
  ['mu-law, noise at -5 dB', (samples) => muLaw(noise(5, random)(samples))],
  ['mu-law, noise at -3 dB', (samples) => muLaw(noise(3, random)(samples))],
  ['1 % slips of 1 ms', slips(0.01, 1, random)],
  ['1 % slips of 20 ms', slips(0.01, 20, random)],
  ['5 % slips of 20 ms', slips(0.05, 20, random)],
  ['1 % slips of 20 ms, GSM twice', (samples) => twice(slips(0.01, 20, random)(samples))],
  [
    '1 s in 4 s of silence, GSM twice',
    (s) => twice(joined(silence(1.37), s.subarray(0, 8000), silence(1.63))),
  ],
  [
    '1.25 s in 4 s of silence, GSM twice',
    (s) => twice(joined(silence(1.37), s.subarray(0, 10000), silence(1.63))),
  ],
  ['exactly 1 s, GSM twice', (samples) => twice(samples).subarray(0, 8000)],
];

for (const [name, line] of lines) report(name, line);
for (const [name, samples] of negatives()) reportNegative(name, samples);

function report(name: string, line: Impairment): void {
  const rows = Array.from({ length: PAIRS }, () => {
    const [own, other] = [makeSignature(random), makeSignature(random)];
    const heard = line(clipOf(own, 3));
    return { own: recognise(heard, own), other: recognise(heard, other) };
  });
  const row = (pick: (row: (typeof rows)[number]) => number): readonly number[] => rows.map(pick);
  say(
    name,
    `own best ${spread(row((r) => r.own.best))} heard min ${Math.min(...row((r) => r.own.heard)).toFixed(2)} s` +
      ` | other best ${spread(row((r) => r.other.best))} heard max ${Math.max(...row((r) => r.other.heard)).toFixed(2)} s`,
  );
}

function reportNegative(name: string, samples: Int16Array): void {
  const seen = Array.from({ length: PAIRS }, () => recognise(samples, makeSignature(random)));
  say(
    name,
    `best ${spread(seen.map((r) => r.best))} heard max ${Math.max(...seen.map((r) => r.heard))} s of ${(samples.length / 8000).toFixed(0)} s`,
  );
}

function clipOf(signature: Signature, seconds: number): Int16Array {
  const start = Math.floor(random() * 16000);
  return signatureSamples(signature, seconds + 2).subarray(start, start + seconds * 8000);
}

function negatives(): readonly (readonly [string, Int16Array])[] {
  const french = speech(
    'fr',
    'Vous avez deux nouveaux messages. Pour écouter vos messages, tapez un. Votre correspondant ne peut pas vous répondre, veuillez laisser un message après le bip sonore. Zéro, un, deux, trois, quatre, cinq, six, sept, huit, neuf.',
  );
  const english = speech(
    'en',
    'You have two new messages. Press one to listen to your messages. The person at extension three one zero two is unavailable. Please leave your message after the tone. Zero one two three four five six seven eight nine.',
  );
  return [
    ['speech, French', french],
    ['speech, English', english],
    ['speech, both, GSM twice', twice(joined(french, english))],
    [
      'sung speech (monotone)',
      speech('en', 'la la la laaa ooo eee aaa '.repeat(8), ['-p', '90', '-s', '80']),
    ],
    ['white noise', synth('whitenoise')],
    ['ringing 440', synth('sine', '440')],
    ['dial tone 350+440', synth('sine', '350', 'sine', 'mix', '440')],
    ['sweep 300-3400', synth('sine', '300-3400')],
    ['square 440', synth('square', '440')],
    ['plucked strings', synth('pluck', 'C4', 'pluck', 'mix', 'E5', 'pluck', 'mix', 'G6')],
  ];
}

function speech(language: string, text: string, more: readonly string[] = []): Int16Array {
  const wave = execFileSync('espeak-ng', ['-v', language, ...more, '--stdout', text], {
    maxBuffer: 64 * 2 ** 20,
  });
  return samplesFrom(
    execFileSync('sox', ['-t', 'wav', '-', '-D', ...RAW, 'norm', '-6'], { input: wave }),
  );
}

function synth(...words: readonly string[]): Int16Array {
  return samplesFrom(
    execFileSync('sox', ['-n', '-D', ...RAW, 'synth', '20', ...words, 'vol', '0.3']),
  );
}

function samplesFrom(bytes: Buffer): Int16Array {
  return Int16Array.from({ length: bytes.length >> 1 }, (_, index) => bytes.readInt16LE(2 * index));
}

function spread(values: readonly number[]): string {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return `min ${Math.min(...values).toFixed(3)} mean ${mean.toFixed(3)} max ${Math.max(...values).toFixed(3)}`;
}

function say(name: string, figures: string): void {
  process.stdout.write(`${name.padEnd(36)} ${figures}\n`);
}
