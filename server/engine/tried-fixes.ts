/** Tries the fixes that read nothing but the file they are for, so that what is called fixable is fixable. */
import type { FixContext, FixProvider, LanguageAdapter } from '../facts/adapter.ts';
import type { ModuleFacts } from '../facts/module-facts.ts';
import type { Finding, FixOffer } from '../findings/finding.ts';

/** Characters that may be gone through for the fixes of one file, counting the file once for each: a second of work or so. */
const MOST_CHARACTERS = 50_000_000;

/**
 * @param findings of one file
 * @param file its text, with secrets masked, and its facts
 * @param adapter of its language, loaded
 * @returns the findings, without the offers that turn out not to apply; where there are too many to try, without those that were not tried
 */
export function withAppliedOffers(findings: readonly Finding[], file: { text: string; module: ModuleFacts }, adapter: LanguageAdapter): Finding[] {
  const { ownFixes } = adapter;
  if (ownFixes === undefined) return [...findings];
  const context = contextOf(file);
  let left = MOST_CHARACTERS;
  const applies = (finding: Finding, offer: FixOffer): boolean => {
    const provider = ownFixes[offer.id];
    if (provider === undefined) return true;
    left -= file.text.length;
    return left >= 0 && givesEdits(provider, { finding, offer }, context);
  };
  return findings.map((finding) => {
    const fixes = finding.fixes.filter((offer) => applies(finding, offer));
    return fixes.length === finding.fixes.length ? finding : { ...finding, fixes };
  });
}

/** A fix that fails on a file is not offered there; the rule has done its work. */
function givesEdits(provider: FixProvider, { finding, offer }: { finding: Finding; offer: FixOffer }, context: FixContext): boolean {
  try {
    return provider({ fixId: offer.id, path: finding.path, span: finding.span, data: offer.data ?? {} }, context) !== null;
  } catch {
    return false;
  }
}

/** The file alone, as if there were no other. */
function contextOf({ text, module }: { text: string; module: ModuleFacts }): FixContext {
  return {
    root: '',
    read: (path) => (path === module.path ? text : undefined),
    files: () => [module.path],
    facts: (path) => (path === module.path ? module : undefined),
    resolve: () => ({ kind: 'missing' }),
    fileSystem: { fileExists: () => false, directoryExists: () => false, readFile: () => undefined, realpath: (path) => path },
  };
}
