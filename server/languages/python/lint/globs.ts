/** File patterns as ruff reads them: a star crosses folders, and a pattern without a slash may match any part of a path. */
import { compilePattern } from '../../../text/patterns/path-pattern.ts';
import { RefusedPattern } from '../../../text/patterns/program.ts';

/**
 * @param pattern as written in ruff's settings
 * @returns a test of paths relative to the folder of these settings
 */
export function fileTest(pattern: string): (path: string) => boolean {
  if (pattern.startsWith('!')) {
    const inner = fileTest(pattern.slice(1));
    return (path) => !inner(path);
  }
  const [whole, name] = [compile(pattern.replace(/^\.\//, '')), compile(pattern)];
  return (path) => whole(path) || name(path.slice(path.lastIndexOf('/') + 1));
}

/**
 * The same for exclusions: an excluded folder excludes its contents.
 * @param pattern as written in ruff's settings
 */
export function folderTest(pattern: string): (path: string) => boolean {
  const whole = compile(pattern.replace(/^\.\//, '').replace(/\/$/, ''));
  return (path) => {
    const parts = path.split('/');
    return parts.some((part, index) => whole(part) || whole(parts.slice(0, index + 1).join('/')));
  };
}

function compile(pattern: string): (path: string) => boolean {
  if (pattern === '') return () => false;
  try {
    // Ruff supports `[!a]`, and parentheses are literal.
    const written = pattern.replaceAll('[!', '[^').replace(/[()]/g, '\\$&');
    return compilePattern(written, { dot: true, bash: true, noextglob: true, nonegate: true });
  } catch (error) {
    // Nothing that ruff itself would understand.
    if (error instanceof RefusedPattern) return () => false;
    throw error;
  }
}
