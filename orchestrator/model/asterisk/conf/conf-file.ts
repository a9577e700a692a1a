import type { ConfFault } from './conf-fault.ts';
import type { Place } from './place.ts';

/** `key = value`, where it stands, and whether it came from a template. */
export interface Setting extends Place {
  readonly key: string;
  readonly value: string;
  readonly inherited: boolean;
  readonly raw: string;
}

/** One section: its own lines after those of the templates that it names. */
export interface Section extends Place {
  readonly name: string;
  /** Marked `(!)`: others are made from it, and it is nothing itself. */
  readonly template: boolean;
  readonly inherits: readonly string[];
  readonly settings: readonly Setting[];
}

/** A configuration file as Asterisk understands it, what it includes with it. */
export interface ConfFile {
  readonly file: string;
  /** The file itself and each one that it includes. */
  readonly files: readonly string[];
  /** False when it was not there at all. */
  readonly there: boolean;
  readonly sections: readonly Section[];
  readonly faults: readonly ConfFault[];
  /** For this Asterisk refuses the file: what stands in `sections` counts for nothing. */
  readonly refused: ConfFault | null;
}

/** The sections that are no templates, by a name; case does not matter to Asterisk here. */
export function sectionsNamed({ sections }: ConfFile, name: string): readonly Section[] {
  const wanted = name.toLowerCase();
  return sections.filter((one) => !one.template && one.name.toLowerCase() === wanted);
}

/** The last value of a key, which is the one that counts; keys have no case. */
export function lastSetting(settings: readonly Setting[], key: string): Setting | undefined {
  return settings.findLast((one) => one.key.toLowerCase() === key);
}

/** What Asterisk takes for a yes. */
export function isTrue(value: string): boolean {
  return ['yes', 'true', 'y', 't', '1', 'on'].includes(value.toLowerCase());
}
