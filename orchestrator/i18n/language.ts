import type { Catalogue, Language } from './catalogue.ts';
import { ENGLISH } from './en/english.ts';
import { FRENCH } from './fr/french.ts';

/** The languages that can be asked for. */
export const LANGUAGES: readonly Language[] = ['fr', 'en'];

/** The sentences of a language. */
export function catalogue(language: Language): Catalogue {
  return language === 'fr' ? FRENCH : ENGLISH;
}

/** The language of the locale (POSIX: LC_ALL before LC_MESSAGES before LANG), else English. */
export function localeLanguage(
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '');
  return locale?.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}
