/** Turns Mermaid text into an SVG string. */
import mermaid from 'mermaid';
import { restoreLabel } from '../../../server/diagram/mermaid-label.ts';
import type { Theme } from '../theme.ts';

/** Mermaid removes an older drawing with the same id before the new one is ready, so each gets its own id. */
let drawings = 0;

/** With more boxes and arrows than this, ELK takes many seconds; the simpler layout is used instead. */
const ELK_PARTS = 200;

let last: Promise<unknown> = Promise.resolve();

/**
 * Draws `text` in the colours of `theme`. Calls wait for each other, because Mermaid keeps its
 * settings and measurements in the page. `parts` is the number of boxes and arrows. The SVG is safe
 * to insert, because Mermaid sanitises it (strict level).
 */
export function draw(text: string, theme: Theme, parts: number): Promise<string> {
  const next = last.catch(() => undefined).then(nextPaint).then(() => drawNow(text, theme, parts));
  last = next;
  return next;
}

/** Lets the page show “Drawing…” before the layout blocks it. Hidden pages get no frames, so there is a time limit. */
function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(resolve, 50);
    requestAnimationFrame(() => setTimeout(() => { clearTimeout(limit); resolve(); }, 0));
  });
}

async function drawNow(text: string, theme: Theme, parts: number): Promise<string> {
  if (parts > ELK_PARTS) return drawWith('dagre', text, theme);
  // ELK fails on a few graphs that the simpler layout can draw.
  return drawWith('elk', text, theme).catch(() => drawWith('dagre', text, theme));
}

async function drawWith(layout: 'elk' | 'dagre', text: string, theme: Theme): Promise<string> {
  const { palette, font } = theme;
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    htmlLabels: false,
    theme: 'base',
    look: 'classic',
    layout,
    fontFamily: font,
    // Merged arrows share their ends, so that nobody can tell which way each of them goes.
    elk: { mergeEdges: false },
    flowchart: {
      htmlLabels: false, curve: 'basis', nodeSpacing: 28, rankSpacing: 44, padding: 11, minNodeWidth: 76,
      wrappingWidth: 260, diagramPadding: 18, subGraphTitleMargin: { top: 5, bottom: 8 },
    },
    themeVariables: {
      fontFamily: font,
      fontSize: '15px',
      background: palette.background,
      primaryColor: palette.states.active.fill,
      primaryBorderColor: palette.states.active.stroke,
      primaryTextColor: palette.text,
      lineColor: palette.edge,
      textColor: palette.text,
      titleColor: palette.text,
      clusterBkg: palette.layerFill,
      clusterBorder: palette.layerStroke,
      edgeLabelBackground: palette.background,
    },
    themeCSS: [
      `.cluster-label text{font-weight:600;paint-order:stroke;stroke:${palette.layerFill};stroke-width:5px;stroke-linejoin:round}`,
      '.cluster rect{rx:10px;ry:10px}',
      '.node rect{rx:7px;ry:7px}',
      '.node .text-outer-tspan:first-child{font-weight:600}',
      '.node .text-outer-tspan:not(:first-child){fill-opacity:.85}',
      '.edgeLabel text{font-size:13px}',
    ].join(''),
  });
  const { svg } = await mermaid.render(`block-graph-${++drawings}`, text);
  return restoreText(svg);
}

/** Restores the characters that the label writer replaced, only in text nodes, so never as markup. */
function restoreText(svg: string): string {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const walker = parsed.createTreeWalker(parsed, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeValue && node.parentElement?.localName !== 'style') node.nodeValue = restoreLabel(node.nodeValue);
  }
  return new XMLSerializer().serializeToString(parsed);
}
