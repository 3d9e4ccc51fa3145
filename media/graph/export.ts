/** Writes the drawing to a file that looks the same outside VS Code. */
import { save } from '../vscode-api.ts';
import type { Theme } from './theme.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Browsers reject a canvas with more than about 16,000 pixels per side. */
const MAX_PIXELS = 12_000;

/** A complete SVG document with size and background, without scripts or external files. */
export function standaloneSvg(source: string, theme: Theme, title: string): { text: string; width: number; height: number } {
  const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
  const svg = parsed.documentElement;
  const [x = 0, y = 0, width = 800, height = 600] = (svg.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  svg.setAttribute('width', String(Math.ceil(width)));
  svg.setAttribute('height', String(Math.ceil(height)));
  svg.removeAttribute('style');
  svg.setAttribute('role', 'img');
  svg.removeAttribute('aria-roledescription');
  // In a file nothing can be pressed.
  for (const part of svg.querySelectorAll('[tabindex]')) for (const name of ['tabindex', 'role', 'aria-pressed', 'aria-expanded']) part.removeAttribute(name);
  const background = parsed.createElementNS(SVG, 'rect');
  for (const [name, value] of Object.entries({ x, y, width, height, fill: theme.palette.background })) background.setAttribute(name, String(value));
  const heading = parsed.createElementNS(SVG, 'title');
  heading.textContent = title;
  svg.prepend(heading, background);
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(parsed)}\n`;
  return { text, width, height };
}

/** Saves the drawing as SVG. */
export function exportSvg(source: string, theme: Theme, folder: string): void {
  save(`${fileName(folder)}.svg`, 'image/svg+xml', new TextEncoder().encode(standaloneSvg(source, theme, `Blocks of ${folder}`).text));
}

/** Saves the drawing as PNG, at twice its size where possible. */
export async function exportPng(source: string, theme: Theme, folder: string): Promise<void> {
  const { text, width, height } = standaloneSvg(source, theme, `Blocks of ${folder}`);
  const scale = Math.min(2, MAX_PIXELS / Math.max(width, height));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('The picture is too large for a PNG file. Export it as SVG.');
  save(`${fileName(folder)}.png`, 'image/png', new Uint8Array(await blob.arrayBuffer()));
}

function fileName(folder: string): string {
  return `${folder.replace(/[^\p{L}\p{N}_.-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '') || 'folder'}-blocks`;
}
