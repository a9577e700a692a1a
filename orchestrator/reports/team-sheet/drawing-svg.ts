import { type Html, html } from '../pages/html.ts';
import { POINT } from './a4.ts';
import type { Drawing, Shape } from './network-drawing.ts';
import type { QrCode } from './qr-code.ts';

const INK = '#000';

/** A drawing as SVG, true to its mm on paper; `about` is for those who can't see it. */
export function drawingSvg({ width, height, shapes }: Drawing, about: string): Html {
  return html`<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="-0.5 -0.5 ${width + 1} ${height + 1}" width="${width}mm" font-family="system-ui, Liberation Sans, Arial, sans-serif" fill="${INK}">
<title>${about}</title>
${shapes.map(shapeSvg)}</svg>
`;
}

function shapeSvg(shape: Shape): Html {
  if (shape.kind === 'box') {
    const { x, y, width, height } = shape;
    return html`<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${height}" rx="1" fill="#fff" stroke="${INK}" stroke-width="0.4"/>\n`;
  }
  if (shape.kind === 'line') {
    const { from, to, thick } = shape;
    return html`<line x1="${round(from.x)}" y1="${from.y}" x2="${round(to.x)}" y2="${to.y}" stroke="${INK}" stroke-width="${thick ? 0.9 : 0.4}"/>\n`;
  }
  const { words, at, letters, bold, side } = shape;
  const anchor = side === 'middle' ? 'middle' : 'start';
  return html`<text x="${round(at.x)}" y="${round(at.y)}" font-size="${round(letters * POINT)}" font-weight="${bold ? 'bold' : 'normal'}" text-anchor="${anchor}">${words}</text>\n`;
}

/** A QR code as SVG. */
export function codeSvg({ size, stretches }: QrCode, about: string): Html {
  const path = stretches.map(({ x, y, length }) => `M${x} ${y}h${length}v1h-${length}z`).join('');
  return html`<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><title>${about}</title><path d="${path}" fill="${INK}"/></svg>`;
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
