import type { Catalogue } from '../catalogue.ts';
import { ENGLISH_PHRASES } from './phrases.ts';
import { ENGLISH_PROBLEMS } from './problems.ts';
import { ENGLISH_REASONS } from './reasons/verdict-reasons.ts';

/** English. */
export const ENGLISH: Catalogue = {
  problems: ENGLISH_PROBLEMS,
  reasons: ENGLISH_REASONS,
  phrases: ENGLISH_PHRASES,
};
