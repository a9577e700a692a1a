import type { ProblemTexts } from '../catalogue.ts';
import { ENGLISH_GATE_PROBLEMS } from './gate/gate-problems.ts';
import { ENGLISH_CLASS_LIST_PROBLEMS } from './problems/class-list-problems.ts';
import { ENGLISH_ENGINE_PROBLEMS } from './problems/engine-problems.ts';
import { ENGLISH_GRADING_PROBLEMS } from './problems/grading-problems.ts';
import { ENGLISH_LAB_FILE_PROBLEMS } from './problems/lab-file-problems.ts';
import { ENGLISH_LAB_PROBLEMS } from './problems/lab-problems.ts';
import { ENGLISH_PHONE_PROBLEMS } from './problems/phone-problems.ts';
import { ENGLISH_RENDERING_PROBLEMS } from './problems/rendering-problems.ts';
import { ENGLISH_REPORT_PROBLEMS } from './problems/report-problems.ts';
import { ENGLISH_SCALE_PROBLEMS } from './problems/scale-problems.ts';
import { ENGLISH_SELFTEST_PROBLEMS } from './problems/selftest-problems.ts';
import { ENGLISH_SUBMISSION_PROBLEMS } from './problems/submission-problems.ts';
import { ENGLISH_USAGE_PROBLEMS } from './problems/usage-problems.ts';
import { ENGLISH_WORK_PROBLEMS } from './work/work-problems.ts';

/** Every problem, in English. */
export const ENGLISH_PROBLEMS: ProblemTexts = {
  ...ENGLISH_SCALE_PROBLEMS,
  ...ENGLISH_SELFTEST_PROBLEMS,
  ...ENGLISH_USAGE_PROBLEMS,
  ...ENGLISH_LAB_FILE_PROBLEMS,
  ...ENGLISH_GRADING_PROBLEMS,
  ...ENGLISH_GATE_PROBLEMS,
  ...ENGLISH_CLASS_LIST_PROBLEMS,
  ...ENGLISH_SUBMISSION_PROBLEMS,
  ...ENGLISH_RENDERING_PROBLEMS,
  ...ENGLISH_REPORT_PROBLEMS,
  ...ENGLISH_ENGINE_PROBLEMS,
  ...ENGLISH_LAB_PROBLEMS,
  ...ENGLISH_WORK_PROBLEMS,
  ...ENGLISH_PHONE_PROBLEMS,
};
