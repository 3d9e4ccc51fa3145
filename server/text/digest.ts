/** The digest of a text, to tell whether it is the same as before. */
import { createHash } from 'node:crypto';

/** @param text anything @returns 16 characters of its SHA-256, as base64url */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
