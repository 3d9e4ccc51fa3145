/** The colour arithmetic needed to stay readable in every theme. */
export type Rgb = [number, number, number];

/** Reads `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb()` and `rgba()`; transparent colours are mixed with `under`. */
export function parseColour(text: string, under: Rgb = [0, 0, 0]): Rgb | null {
  const value = text.trim();
  const short = /^#([0-9a-f]{3,4})$/i.exec(value)?.[1];
  const long = short ? [...short].map((digit) => digit + digit).join('') : /^#([0-9a-f]{6}(?:[0-9a-f]{2})?)$/i.exec(value)?.[1];
  if (long) {
    const [r = 0, g = 0, b = 0, a = 255] = (long.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
    return mix(under, [r, g, b], a / 255);
  }
  const parts = /^rgba?\(([^)]+)\)$/i.exec(value)?.[1]?.split(/[\s,/]+/).map(Number);
  if (!parts || parts.length < 3 || parts.some(Number.isNaN)) return null;
  const [r = 0, g = 0, b = 0, a = 1] = parts;
  return mix(under, [r, g, b], a);
}

/** `share` of `over` laid on `under`. */
export function mix(under: Rgb, over: Rgb, share: number): Rgb {
  const one = (at: 0 | 1 | 2): number => Math.round(under[at] + (over[at] - under[at]) * share);
  return [one(0), one(1), one(2)];
}

/** As `#rrggbb`. */
export function hex(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast by WCAG, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The colour, moved towards black or white until its contrast with `background` is `wanted`. */
export function readableOn(colour: Rgb, background: Rgb, wanted: number): Rgb {
  const goal: Rgb = luminance(background) > 0.18 ? [0, 0, 0] : [255, 255, 255];
  for (let share = 0; share < 1; share += 0.1) {
    const moved = mix(colour, goal, share);
    if (contrast(moved, background) >= wanted) return moved;
  }
  return goal;
}
