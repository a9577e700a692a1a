import { textTable } from '../text-table.ts';
import type { SheetContent } from './sheet-content.ts';

/** A team's sheet for a terminal or a mail. */
export function sheetText(content: SheetContent): string {
  const { heading, title, server, network, accounts, access, codes, footer } = content;
  const [first = [], ...others] = network.places;
  return `${[
    `${heading} · ${title}`,
    server,
    `${network.title}\n${textTable(first, others)}`,
    `${accounts.title}\n${accounts.about}`,
    ...accounts.contexts.map(
      (context) => `${context.title}\n${textTable(accounts.headings, context.rows)}`,
    ),
    `${access.title}\n${access.about}\n${textTable(access.rows[0] ?? [], access.rows.slice(1))}`,
    `${codes.title}\n${codes.codes.map(({ uri }) => `  ${uri}`).join('\n')}`,
    footer,
  ].join('\n\n')}\n`;
}
