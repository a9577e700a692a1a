import type { Catalogue } from '../catalogue.ts';
import { FRENCH_PHRASES } from './phrases.ts';
import { FRENCH_PROBLEMS } from './problems.ts';
import { FRENCH_REASONS } from './reasons/verdict-reasons.ts';

/** French. */
export const FRENCH: Catalogue = {
  problems: FRENCH_PROBLEMS,
  reasons: FRENCH_REASONS,
  phrases: FRENCH_PHRASES,
};
