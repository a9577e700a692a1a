import type { Catalogue } from '../catalogue.ts';
import { FRENCH_PHRASES } from './phrases.ts';
import { FRENCH_PROBLEMS } from './problems.ts';

/** French. */
export const FRENCH: Catalogue = { problems: FRENCH_PROBLEMS, phrases: FRENCH_PHRASES };
