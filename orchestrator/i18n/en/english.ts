import type { Catalogue } from '../catalogue.ts';
import { ENGLISH_PHRASES } from './phrases.ts';
import { ENGLISH_PROBLEMS } from './problems.ts';

/** English. */
export const ENGLISH: Catalogue = { problems: ENGLISH_PROBLEMS, phrases: ENGLISH_PHRASES };
