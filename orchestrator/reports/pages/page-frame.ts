import type { Language } from '../../i18n/catalogue.ts';
import type { Report } from '../report.ts';
import { type Html, html } from './html.ts';
import { PAGE_STYLE } from './page-style.ts';

/** Whatever slips into a page, it can load nothing and run nothing. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; media-src data:; form-action 'none'; base-uri 'none'";

/** What a page is called, its language, and how wide it may grow. */
export interface PageFrame {
  readonly title: string;
  readonly language: Language;
  readonly wide: boolean;
  /** What this page looks like besides. */
  readonly style?: string;
  readonly body: Html;
}

/** Puts a page together that needs nothing besides itself. */
export function page({ title, language, wide, style: own = '', body }: PageFrame): Report {
  const style = { html: PAGE_STYLE + own };
  const { html: text } = html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ html: POLICY }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${title}</title>
<style>${style}</style>
</head>
<body${wide ? { html: ' class="wide"' } : null}>
${body}
</body>
</html>
`;
  return { text, mediaType: 'text/html; charset=utf-8', remarks: [] };
}
