/**
 * Semantic versions, as npm's carets understand them: under 1.0.0 the first number that is not zero is the one that
 * tells of a break. `0.3.1` becomes `0.4.0` by a break and `0.3.2` by an addition; `0.0.3` becomes `0.0.4` by either.
 */

/** How large a step is asked for, smallest first. */
export const BUMPS = ['none', 'patch', 'minor', 'major'] as const;
export type Bump = (typeof BUMPS)[number];

interface Version {
  numbers: readonly [number, number, number];
  /** Parts of what follows the dash; empty for a release. */
  pre: readonly string[];
}

/** Python writes what comes before a release without a dash. */
const VERSION = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([\da-z.-]+)|\.?((?:a|b|rc|dev)\d*))?(?:\+[\da-z.-]+)?$/i;

function parse(text: string): Version | null {
  const match = VERSION.exec(text.trim());
  if (match === null) return null;
  const [, major, minor = '0', patch = '0', pre, python] = match;
  return { numbers: [Number(major), Number(minor), Number(patch)], pre: (pre ?? python)?.split('.') ?? [] };
}

/** @returns the larger of two bumps */
export function largerBump(a: Bump, b: Bump): Bump {
  return BUMPS.indexOf(a) >= BUMPS.indexOf(b) ? a : b;
}

/**
 * @param version before the change
 * @param bump what the change asks for
 * @returns the lowest release that tells of it; the version itself for none; null when it is not a semantic version
 */
export function proposedVersion(version: string, bump: Bump): string | null {
  const parsed = parse(version);
  if (parsed === null) return null;
  if (bump === 'none') return version;
  const [major, minor, patch] = parsed.numbers;
  const step = stepOf(parsed.numbers, bump);
  // What is still to be released may already announce it: 2.0.0-beta.1 becomes 2.0.0.
  if (parsed.pre.length > 0 && (step === 'patch' || (patch === 0 && (step === 'minor' || minor === 0)))) return parsed.numbers.join('.');
  if (step === 'major') return `${major + 1}.0.0`;
  return step === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/** Which of the three numbers is raised. */
function stepOf([major, minor]: Version['numbers'], bump: Bump): 'major' | 'minor' | 'patch' {
  if (major > 0) return bump === 'none' ? 'patch' : bump;
  return bump === 'major' && minor > 0 ? 'minor' : 'patch';
}

/** @returns whether the version is at least the other; true when they cannot be compared, because nothing can be said then */
export function isAtLeast(version: string, least: string | null): boolean {
  const [a, b] = [parse(version), least === null ? null : parse(least)];
  return a === null || b === null || compare(a, b) >= 0;
}

function compare(a: Version, b: Version): number {
  for (let at = 0; at < 3; at++) {
    const difference = a.numbers[at]! - b.numbers[at]!;
    if (difference !== 0) return difference;
  }
  // What comes before a release is less than the release.
  if (a.pre.length === 0 || b.pre.length === 0) return b.pre.length - a.pre.length;
  for (let at = 0; at < Math.max(a.pre.length, b.pre.length); at++) {
    const difference = comparePart(a.pre[at], b.pre[at]);
    if (difference !== 0) return difference;
  }
  return 0;
}

function comparePart(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? -1 : 1;
  const [first, second] = [Number(a), Number(b)];
  if (Number.isNaN(first) !== Number.isNaN(second)) return Number.isNaN(first) ? 1 : -1;
  if (!Number.isNaN(first)) return first - second;
  return a < b ? -1 : 1;
}
