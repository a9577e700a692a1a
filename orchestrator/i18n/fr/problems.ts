import type { ProblemTexts } from '../catalogue.ts';
import { FRENCH_ENGINE_PROBLEMS } from './engine-problems.ts';
import { FRENCH_GRADING_PROBLEMS } from './grading-problems.ts';
import { FRENCH_LAB_FILE_PROBLEMS } from './lab-file-problems.ts';
import { FRENCH_LAB_PROBLEMS } from './lab-problems.ts';
import { FRENCH_PHONE_PROBLEMS } from './phone-problems.ts';
import { FRENCH_RENDERING_PROBLEMS } from './rendering-problems.ts';
import { FRENCH_USAGE_PROBLEMS } from './usage-problems.ts';

/** Tous les problèmes, en français. */
export const FRENCH_PROBLEMS: ProblemTexts = {
  ...FRENCH_USAGE_PROBLEMS,
  ...FRENCH_LAB_FILE_PROBLEMS,
  ...FRENCH_GRADING_PROBLEMS,
  ...FRENCH_RENDERING_PROBLEMS,
  ...FRENCH_ENGINE_PROBLEMS,
  ...FRENCH_LAB_PROBLEMS,
  ...FRENCH_PHONE_PROBLEMS,
};
