/** What is told of a hand-in that is odd and was graded all the same. */
export interface NotePhrases {
  readonly note: {
    /** `dupont: note: …` */
    readonly about: (submission: string, said: string) => string;
    readonly 'odd-name': (facts: { readonly found: string; readonly wanted: string }) => string;
    readonly 'archive-unread': (facts: { readonly path: string }) => string;
    readonly 'same-team': (facts: {
      readonly team: number;
      readonly others: readonly string[];
    }) => string;
  };
}
