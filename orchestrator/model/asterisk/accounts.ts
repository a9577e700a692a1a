import {
  type ConfFile,
  isTrue,
  lastSetting,
  type Section,
  type Setting,
} from './conf/conf-file.ts';
import type { Place } from './conf/place.ts';

/** A SIP account as chan_sip makes it of a section. */
export interface Account extends Place {
  readonly name: string;
  readonly settings: readonly Setting[];
  /** Where its calls begin; null: in Asterisk's own `public`. */
  readonly context: Setting | null;
  /** The number by which others know who calls. */
  readonly callerId: string;
}

/** The accounts of `users.conf`: sections with `hassip`, their own or the general one. */
export function accountsOf(conf: ConfFile): readonly Account[] {
  if (conf.refused !== null) return [];
  const general = conf.sections.find(({ name }) => name.toLowerCase() === 'general');
  return conf.sections
    .filter(({ name, template }) => !template && name.toLowerCase() !== 'general')
    .filter((section) => hasSip(section, general) === true)
    .map(accountOf);
}

/** Whether a section is a SIP account; null: nobody says so. */
export function hasSip(section: Section, general: Section | undefined): boolean | null {
  const said =
    firstSetting(section.settings, 'hassip') ?? firstSetting(general?.settings ?? [], 'hassip');
  return said === undefined ? null : isTrue(said.value);
}

/** A single word of users.conf that Asterisk asks for is taken where it stands first. */
export function firstSetting(settings: readonly Setting[], key: string): Setting | undefined {
  return settings.find((one) => one.key.toLowerCase() === key);
}

function accountOf({ name, file, line, settings }: Section): Account {
  const said = lastSetting(settings, 'callerid')?.value ?? '';
  const number = lastSetting(settings, 'cid_number')?.value;
  const [, inBrackets] = /<([^>]*)>/.exec(said) ?? [];
  const bare = /^\d+$/.test(said) ? said : undefined;
  return {
    ...{ name, file, line, settings, context: lastSetting(settings, 'context') ?? null },
    callerId: number ?? inBrackets ?? bare ?? name,
  };
}
