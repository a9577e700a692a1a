import type { NoFacts } from '../no-facts.ts';

/** The reasons of checks of the server itself: code → the facts that its sentence needs. */
export interface ServerReasons {
  // pass
  'server-installed': { readonly version: string };
  'installed-by-tool': NoFacts;
  'console-answers': { readonly commands: readonly string[] };
  'log-clean': NoFacts;

  // fail
  'asterisk-not-installed': NoFacts;
  'program-changed': { readonly version: string };
  'console-silent': { readonly command: string; readonly said: string };
  'log-troubled': { readonly lines: readonly string[] };
  'log-missing': { readonly file: string };
}
