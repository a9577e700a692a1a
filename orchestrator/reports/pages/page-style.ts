/** How pages look: on a screen, on A4, and in black and white. Nothing is fetched from anywhere. */
export const PAGE_STYLE = `
:root { color-scheme: light; --ink: #1b1f24; --soft: #4a525c; --line: #b9c0c8; --pale: #f3f5f7; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1.25rem 3rem; max-width: 50rem; background: #fff;
  color: var(--ink); font: 1rem/1.5 system-ui, "Liberation Sans", "DejaVu Sans", sans-serif; }
body.wide { max-width: 76rem; }
svg { max-width: 100%; height: auto; break-inside: avoid; }
h4 { margin: .75rem 0 .25rem; font-size: .95rem; }
h1, h2, h3 { line-height: 1.25; margin: 0; }
h1 { font-size: 1.7rem; }
h2 { font-size: 1.2rem; margin-top: 2rem; padding-bottom: .25rem; border-bottom: 2px solid var(--ink);
  display: flex; gap: 1rem; justify-content: space-between; align-items: baseline; }
h3 { font-size: 1rem; display: flex; gap: 1rem; justify-content: space-between; align-items: baseline; }
p, ul, dl { margin: .4rem 0; }
.points { white-space: nowrap; font-variant-numeric: tabular-nums; font-weight: 600; }
.soft { color: var(--soft); font-size: .9rem; }
header { display: flex; gap: 1.5rem; justify-content: space-between; align-items: flex-start; }
header dl { display: grid; grid-template-columns: auto 1fr; gap: 0 .75rem; font-size: .9rem; }
header dt { color: var(--soft); }
header dd { margin: 0; overflow-wrap: anywhere; }
.mark { border: 2px solid var(--ink); border-radius: .4rem; padding: .5rem 1rem; text-align: center; }
.mark strong { display: block; font-size: 1.9rem; line-height: 1.2; white-space: nowrap; }
.notice { border: 2px dashed #5b3fa8; background: #f1edfb; padding: .6rem .9rem; border-radius: .4rem; }
table { border-collapse: collapse; width: 100%; margin: .75rem 0; font-size: .92rem; }
caption { text-align: left; color: var(--soft); padding-bottom: .3rem; }
th, td { border: 1px solid var(--line); padding: .3rem .55rem; text-align: left; vertical-align: top; }
thead th { background: var(--pale); }
td.number, th.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.full { background: #e3f3e6; } .part { background: #fdf1d3; } .none { background: #fbe3e0; }
.open { background: #e9e3fa; outline: 2px dashed #5b3fa8; outline-offset: -3px; }
.absent { background: #e9ecef; }
.mend { border: 2px solid var(--ink); border-radius: .4rem; padding: 0 1rem .5rem; margin-top: 1.25rem; }
.mend h2 { border: 0; margin-top: .75rem; }
.legend span { display: inline-block; padding: 0 .5rem; margin: .1rem .4rem .1rem 0; border: 1px solid var(--line); }
article { border-left: 4px solid var(--line); padding: .1rem 0 .1rem .9rem; margin: .9rem 0; }
article.pass { border-left-color: #2c7a3f; } article.partial { border-left-color: #9a6b00; }
article.fail, article.timeout { border-left: 6px double #a3271b; }
article.skipped { border-left-style: dotted; } article.inconclusive { border-left: 4px dashed #5b3fa8; }
article dt { font-weight: 600; font-size: .88rem; color: var(--soft); margin-top: .35rem; }
article dd { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
article dd ul, td ul { margin: 0; padding-left: 1.1rem; }
article.pass dt { display: none; }
.place { display: block; font-family: ui-monospace, "Liberation Mono", "DejaVu Sans Mono", monospace; font-size: .88rem; }
details { margin-top: .4rem; font-size: .9rem; }
summary { cursor: pointer; color: var(--soft); }
pre { font: .82rem/1.45 ui-monospace, "Liberation Mono", "DejaVu Sans Mono", monospace;
  background: var(--pale); padding: .5rem .7rem; margin: .3rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
footer { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: .5rem;
  color: var(--soft); font-size: .8rem; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
@page { size: A4; margin: 15mm 14mm; }
@media print {
  :root { font-size: 10pt; }
  body, body.wide { max-width: none; padding: 0; }
  h2, h3, thead, caption { break-after: avoid; }
  article.pass, article dl, h3, pre, tr, .mark, .notice { break-inside: avoid; }
  h3 { break-after: avoid; }
  article.pass details { display: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .scroll { overflow: visible; }
  .full, .part, .none, .open, .absent { print-color-adjust: exact; }
}
@page landscape { size: A4 landscape; margin: 12mm; }
@media print { body.wide { page: landscape; } }
`;
