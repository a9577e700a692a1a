/** What was tried on a lab and did not come off: exit status 1. */
export interface CheckProblems {
  // registrations and calls
  'line-refused': { readonly extension: string; readonly reason: string };

  // softphones
  'softphone-refused': { readonly line: string; readonly command: string; readonly reply: string };
  'softphone-wait': { readonly line: string; readonly awaited: string; readonly timeline: string };
  'softphone-busy': { readonly line: string; readonly peer: string };
  'softphone-no-call': { readonly line: string };
}
