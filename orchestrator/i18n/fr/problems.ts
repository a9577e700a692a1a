import type { ProblemTexts } from '../catalogue.ts';
import { FRENCH_GATE_PROBLEMS } from './gate/gate-problems.ts';
import { FRENCH_CLASS_LIST_PROBLEMS } from './problems/class-list-problems.ts';
import { FRENCH_ENGINE_PROBLEMS } from './problems/engine-problems.ts';
import { FRENCH_GRADING_PROBLEMS } from './problems/grading-problems.ts';
import { FRENCH_LAB_FILE_PROBLEMS } from './problems/lab-file-problems.ts';
import { FRENCH_LAB_PROBLEMS } from './problems/lab-problems.ts';
import { FRENCH_PHONE_PROBLEMS } from './problems/phone-problems.ts';
import { FRENCH_RENDERING_PROBLEMS } from './problems/rendering-problems.ts';
import { FRENCH_REPORT_PROBLEMS } from './problems/report-problems.ts';
import { FRENCH_SCALE_PROBLEMS } from './problems/scale-problems.ts';
import { FRENCH_SELFTEST_PROBLEMS } from './problems/selftest-problems.ts';
import { FRENCH_SUBMISSION_PROBLEMS } from './problems/submission-problems.ts';
import { FRENCH_USAGE_PROBLEMS } from './problems/usage-problems.ts';
import { FRENCH_WORK_PROBLEMS } from './work/work-problems.ts';

/** Tous les problèmes, en français. */
export const FRENCH_PROBLEMS: ProblemTexts = {
  ...FRENCH_SCALE_PROBLEMS,
  ...FRENCH_SELFTEST_PROBLEMS,
  ...FRENCH_USAGE_PROBLEMS,
  ...FRENCH_LAB_FILE_PROBLEMS,
  ...FRENCH_GRADING_PROBLEMS,
  ...FRENCH_GATE_PROBLEMS,
  ...FRENCH_CLASS_LIST_PROBLEMS,
  ...FRENCH_SUBMISSION_PROBLEMS,
  ...FRENCH_RENDERING_PROBLEMS,
  ...FRENCH_REPORT_PROBLEMS,
  ...FRENCH_ENGINE_PROBLEMS,
  ...FRENCH_LAB_PROBLEMS,
  ...FRENCH_WORK_PROBLEMS,
  ...FRENCH_PHONE_PROBLEMS,
};
