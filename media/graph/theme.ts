/** Reads the editor's colours, and notices when they change. */
import { useEffect, useState } from 'preact/hooks';
import type { BlockState } from '../../server/protocol/report.ts';
import type { BoxColours, MapPalette } from '../../server/diagram/palette.ts';
import { BLACK, hex, mix, parseColour, readableOn, type Rgb } from './colour.ts';

export interface Theme {
  palette: MapPalette;
  font: string;
}

const DARK = {
  background: '#1f1f1f', text: '#cccccc', blue: '#3794ff', green: '#89d185',
  red: '#f48771', yellow: '#cca700', purple: '#b180d7',
};
const LIGHT = {
  background: '#ffffff', text: '#3b3b3b', blue: '#1a85ff', green: '#388a34',
  red: '#c72e0f', yellow: '#bf8803', purple: '#652d90',
};

/** The current theme of the page. */
export function readTheme(): Theme {
  const styles = getComputedStyle(document.body);
  const classes = document.body.classList;
  const contrast = classes.contains('vscode-high-contrast') || classes.contains('vscode-high-contrast-light');
  const dark = classes.contains('vscode-dark') || (classes.contains('vscode-high-contrast') && !classes.contains('vscode-high-contrast-light'));
  const fallback = dark ? DARK : LIGHT;
  const background = parseColour(styles.getPropertyValue('--vscode-editor-background')) ?? parseColour(fallback.background);
  const paper = background ?? BLACK;
  const read = (name: string, otherwise: string): Rgb =>
    parseColour(styles.getPropertyValue(`--vscode-${name}`), paper) ?? parseColour(otherwise, paper) ?? BLACK;
  const text = read('editor-foreground', fallback.text);

  const box = (accent: Rgb, strength: number, tint = accent): BoxColours => {
    const fill = contrast ? paper : mix(paper, tint, strength);
    return { fill: hex(fill), stroke: hex(readableOn(accent, fill, 3)), text: hex(readableOn(contrast ? text : mix(text, accent, 0.15), fill, 7)) };
  };
  // Of the colours that a colour-blind person tells apart, one is cold and dark, the other warm and light.
  const uses = dark ? '#5ab4f0' : '#0065a8';
  const usedBy = dark ? '#f5a623' : '#b04f00';
  const step = (accent: string): BoxColours => {
    const fill = mix(paper, parseColour(accent) ?? BLACK, contrast ? 0.35 : 0.5);
    return { fill: hex(fill), stroke: hex(readableOn(fill, paper, 3)), text: hex(readableOn(text, fill, 7)) };
  };
  const yellow = read('charts-yellow', fallback.yellow);
  // The yellow of themes is dark enough for lines, so that it makes a brown of what is filled with it.
  const bright = parseColour('#ffe14d') ?? yellow;
  // The colours of the block guideline, as the editor's theme has them.
  const states: Record<BlockState, BoxColours> = {
    pending: box(yellow, dark ? 0.05 : 0.14, bright),
    active: box(read('charts-blue', fallback.blue), 0.18),
    completed: box(read('charts-green', fallback.green), 0.18),
    failed: box(read('charts-red', fallback.red), 0.22),
    modified: box(yellow, dark ? 0.24 : 0.6, bright),
    deprecated: dark ? box(BLACK, 0.7) : box(text, 0.42),
  };
  return {
    font: styles.getPropertyValue('--vscode-font-family').trim() || 'system-ui, sans-serif',
    palette: {
      background: hex(paper),
      text: hex(text),
      edge: hex(readableOn(mix(paper, text, contrast ? 1 : 0.55), paper, 3)),
      wrong: hex(readableOn(read('errorForeground', fallback.red), paper, 4.5)),
      critical: hex(readableOn(read('charts-purple', fallback.purple), paper, 4.5)),
      layerFill: hex(contrast ? paper : mix(paper, text, 0.04)),
      layerStroke: hex(contrast ? text : mix(paper, text, 0.22)),
      closed: { fill: hex(contrast ? paper : mix(paper, text, 0.1)), stroke: hex(mix(paper, text, contrast ? 1 : 0.6)), text: hex(text) },
      states,
      uses: hex(readableOn(parseColour(uses) ?? BLACK, paper, 4.5)),
      usedBy: hex(readableOn(parseColour(usedBy) ?? BLACK, paper, 4.5)),
      // From vermilion over yellow to blue: told apart with every kind of colour blindness.
      health: ['#c4311a', '#e07b2f', '#e8cf5a', '#79b4d9', '#2b7bb9'].map(step),
    },
  };
}

/** The theme, read again whenever VS Code changes the body's class or its variables. */
export function useTheme(): Theme {
  const [theme, setTheme] = useState<Theme>(readTheme);
  useEffect(() => {
    let known = JSON.stringify(readTheme());
    const observer = new MutationObserver(() => {
      const next = readTheme();
      const text = JSON.stringify(next);
      if (text === known) return;
      known = text;
      setTheme(next);
    });
    observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'style', 'data-vscode-theme-kind'] });
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['class', 'style'] });
    return () => observer.disconnect();
  }, []);
  return theme;
}
