/** The colour arithmetic needed to stay readable in every theme. */
import { converter, formatHex, interpolate, modeHsl, modeHwb, modeLrgb, modeRgb, parse, useMode, wcagContrast, wcagLuminance, type Rgb } from 'culori/fn';

// The forms that themes write; others need not be in the bundle.
for (const mode of [modeRgb, modeLrgb, modeHsl, modeHwb]) useMode(mode);

export type { Rgb };

const toRgb = converter('rgb');

export const BLACK: Rgb = { mode: 'rgb', r: 0, g: 0, b: 0 };
const WHITE: Rgb = { mode: 'rgb', r: 1, g: 1, b: 1 };
/** Where black and white stand out equally from a background. */
const MIDDLE_LUMINANCE = 0.18;

/** Reads a colour of CSS; transparency is laid over `under`. Null for text that is not a colour. */
export function parseColour(text: string, under: Rgb = BLACK): Rgb | null {
  const colour = toRgb(parse(text.trim()));
  if (colour === undefined) return null;
  const { alpha = 1, ...opaque } = colour;
  return mix(under, opaque, alpha);
}

/** `share` of `over` laid on `under`. */
export function mix(under: Rgb, over: Rgb, share: number): Rgb {
  return interpolate([under, over], 'rgb')(share);
}

/** As `#rrggbb`. */
export function hex(colour: Rgb): string {
  return formatHex(colour);
}

/** The colour, moved towards black or white until its contrast with `background` is `wanted` (WCAG, 1 to 21). */
export function readableOn(colour: Rgb, background: Rgb, wanted: number): Rgb {
  const goal = wcagLuminance(background) > MIDDLE_LUMINANCE ? BLACK : WHITE;
  for (let share = 0; share < 1; share += 0.1) {
    const moved = mix(colour, goal, share);
    // What is drawn is rounded to whole steps, so that is what must be readable.
    if (wcagContrast(formatHex(moved), formatHex(background)) >= wanted) return moved;
  }
  return goal;
}
