import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../orchestrator/model/audio/seeded-random.ts';
import { INSTALL_FOLDER } from '../docker/lab-command.ts';
import type { HandInFiles, HostileKind } from './hostile-kind.ts';
import { HOSTILE_SETTINGS } from './hostile-settings.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';

const REFERENCE = join(INSTALL_FOLDER, 'test', 'corpus', 'reference');

const KINDS: Readonly<Record<string, HostileKind>> = { ...HOSTILE_TEXTS, ...HOSTILE_SETTINGS };

/** What every kind of hostile hand-in is called. */
export const KIND_NAMES: readonly string[] = Object.keys(KINDS);

/** Makes the hand-in of that name: `042-goto-self` is what it was at any other time with this seed. */
export function hostileHandIn(index: number, seed: number): HostileHandIn {
  const kind = KIND_NAMES[index % KIND_NAMES.length] ?? '';
  const make = KINDS[kind] ?? (() => ({}));
  const random = seededRandom(seed * 10_007 + index);
  const name = `${String(index).padStart(3, '0')}-${kind}`;
  return { name, files: make({ right: right(), random }) };
}

/** Makes a hand-in of one kind. */
export function hostileOfKind(kind: string, seed: number): HostileHandIn {
  return hostileHandIn(KIND_NAMES.indexOf(kind), seed);
}

/** A hand-in that means no good, for team 3. */
export interface HostileHandIn {
  readonly name: string;
  readonly files: HandInFiles;
}

function right() {
  const read = (name: string) => readFileSync(join(REFERENCE, name), 'utf8');
  return {
    'users.conf': read('users.conf'),
    'extensions.conf': read('extensions.conf'),
    'voicemail.conf': read('voicemail.conf'),
  };
}
