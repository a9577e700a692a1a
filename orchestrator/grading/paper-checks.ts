import { ANSWER_CHECKS } from './answers/judge-answers.ts';

/** The check of the captures that a team hands in. */
export const CAPTURE_CHECK = 'capture.call';

/** The checks that judge what is handed in beside the configuration: no room is needed for them. */
export const PAPER_CHECKS: readonly string[] = [CAPTURE_CHECK, ...ANSWER_CHECKS];
