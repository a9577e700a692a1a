/** Why a check of a hand-in that never ends was not judged. */
export interface LimitReasons {
  /** All the time that one grading has was over. */
  'out-of-time': { readonly seconds: number };
}
