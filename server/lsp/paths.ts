/** URIs of documents and paths within a folder. */
import { sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Absolute path with `/`, or null for a URI that is not a file; what a client sends may not even be a text. */
export function pathOfUri(uri: unknown): string | null {
  if (typeof uri !== 'string' || !uri.startsWith('file:')) return null;
  try {
    return fileURLToPath(uri).split(sep).join('/').replace(/(.)\/$/, '$1');
  } catch {
    return null;
  }
}

/** URI of an absolute path. */
export function uriOfPath(path: string): string {
  return pathToFileURL(path).href;
}

/** Path relative to a folder, or null when it lies outside. */
export function relativeTo(root: string, path: string): string | null {
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : null;
}
