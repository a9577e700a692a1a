/** Why a check was not judged, although nothing kept it from being run. */
export interface LimitReasons {
  /** All the time that one grading has was over. */
  'out-of-time': { readonly seconds: number };
  /** We heard of what happened so many seconds late. */
  'machine-late': { readonly seconds: number };
}
