import type { ReasonCode, Reasons } from '../base/problems/verdicts.ts';
import type { ProblemCode, Problems } from '../base/problems.ts';
import type { Phrases } from './phrases.ts';

/** A language that the tool speaks. */
export type Language = 'fr' | 'en';

/** How one problem is told: what is wrong, and the one thing to do or type. */
export interface Advice<P> {
  readonly what: (params: P) => string;
  readonly mend: (params: P) => string;
}

/** The advice for a set of problem codes. */
export type ProblemTexts<C extends ProblemCode = ProblemCode> = {
  readonly [K in C]: Advice<Problems[K]>;
};

/** How one verdict is told: what was seen and, where there is something to do, where to look. */
interface ReasonText<P> {
  readonly what: (params: P) => string;
  readonly mend?: (params: P) => string;
}

/** The texts of every reason that a verdict can have. */
export type ReasonTexts<C extends ReasonCode = ReasonCode> = {
  readonly [K in C]: ReasonText<Reasons[K]>;
};

/** Every sentence of the tool in one language. */
export interface Catalogue {
  readonly problems: ProblemTexts;
  readonly reasons: ReasonTexts;
  readonly phrases: Phrases;
}
