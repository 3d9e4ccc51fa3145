/** Slices: the folders directly inside a sliced layer, which may not import each other. */
import { compileGlob } from './globs.ts';
import type { Layer } from './model.ts';

/**
 * @param layer of the file
 * @param path of a file in it, relative to the workspace
 * @returns the folder of its slice; null when the layer has no slices, or the file is directly in the layer
 */
export function sliceOf(layer: Pick<Layer, 'sliced' | 'paths'>, path: string): string | null {
  if (!layer.sliced) return null;
  const segments = path.split('/');
  for (const pattern of layer.paths) {
    if (!pattern.endsWith('/**')) continue;
    const isLayer = compiled(pattern.slice(0, -'/**'.length));
    for (let depth = 1; depth < segments.length - 1; depth++) {
      if (isLayer(segments.slice(0, depth).join('/'))) return segments.slice(0, depth + 1).join('/');
    }
  }
  return null;
}

const known = new Map<string, (path: string) => boolean>();

function compiled(pattern: string): (path: string) => boolean {
  const test = known.get(pattern) ?? compileGlob(pattern);
  known.set(pattern, test);
  return test;
}
