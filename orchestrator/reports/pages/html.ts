/** Text that is markup already. Everything else is escaped when it is put into a page. */
export interface Html {
  readonly html: string;
}

type Piece = string | number | Html | null | readonly Piece[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Codes that HTML forbids, or that make text read otherwise than it is written. */
const UNSEEN = /[^\P{C}\t\n\u00AD\u200C\u200D]|[\u2028\u2029]/gu;

/** Makes markup: what stands in the template is taken as it is, every value is escaped. */
export function html(parts: TemplateStringsArray, ...values: readonly Piece[]): Html {
  const text = parts.map(
    (part, index) => part + (index < values.length ? markup(values[index]) : ''),
  );
  return { html: text.join('') };
}

function markup(value: Piece | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  return 'html' in value ? value.html : value.map(markup).join('');
}

function escaped(text: string): string {
  return text
    .replace(UNSEEN, '\uFFFD')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
