import { printable } from '../text/printable.ts';

/** The texts of the diagnosis by rule: `{name}` stands for what the rule found. */
export type CauseTexts = Readonly<Record<string, { readonly fr: string; readonly en: string }>>;

/** What is to be told of one cause. */
export interface ToldCause {
  readonly rule: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly section: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The names in braces of a text. */
export function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name = '']) => name);
}

/** Tells a cause in both languages: its text with what was found filled in. */
export function causeText(
  texts: CauseTexts,
  cause: ToldCause,
): { readonly fr: string; readonly en: string } {
  const { rule, file, line, section, params } = cause;
  const facts: Readonly<Record<string, string | number | null>> = {
    file,
    line,
    section,
    ...params,
  };
  const fill = (text: string) =>
    text.replaceAll(/\{([a-zA-Z]+)\}/g, (_, name: string) => printable(String(facts[name] ?? '')));
  const { fr = rule, en = rule } = texts[rule] ?? {};
  return { fr: fill(fr), en: fill(en) };
}
