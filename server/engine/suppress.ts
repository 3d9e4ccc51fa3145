/** Suppression comments, and findings about the comments themselves. */
import type { ModuleFacts, SuppressionFact } from '../facts/module-facts.ts';
import type { Finding } from '../findings/finding.ts';
import { completed } from './analyze-file.ts';

export interface Suppressed {
  kept: Finding[];
  /** Findings about the comments themselves: unused, without a reason, for a rule that does not exist. */
  about: Finding[];
}

/**
 * @param findings all findings, any order
 * @param modules facts of the files that hold the comments
 * @param isRule tells whether an id names a rule
 */
export function applySuppressions(findings: readonly Finding[], modules: Iterable<ModuleFacts>, isRule: (id: string) => boolean): Suppressed {
  const byPath = new Map<string, SuppressionFact[]>();
  for (const module of modules) if (module.suppressions.length > 0) byPath.set(module.path, module.suppressions);
  if (byPath.size === 0) return { kept: [...findings], about: [] };
  const used = new Set<SuppressionFact>();
  const kept = findings.filter((finding) => {
    const match = byPath.get(finding.path)?.find((each) => matches(each, finding));
    if (match === undefined) return true;
    if (match.foreign === true) return false;
    used.add(match);
    // Without a reason it has no effect: the finding stays, and the comment is reported as well.
    return match.reason === '';
  });
  const about: Finding[] = [];
  for (const [path, suppressions] of byPath) {
    for (const each of suppressions) {
      if (each.foreign === true) continue;
      const data = { rule: each.ruleId };
      if (!isRule(each.ruleId)) about.push(completed('suppression/unknown-rule', path, { messageId: 'unknown', data, span: each.span, about: each.ruleId }));
      else if (each.reason === '')
        about.push(completed('suppression/missing-reason', path, { messageId: 'missing', data, span: each.span, about: each.ruleId }));
      else if (!used.has(each)) about.push(completed('suppression/unused', path, { messageId: 'unused', data, span: each.span, about: each.ruleId }));
    }
  }
  return { kept, about };
}

function matches(suppression: SuppressionFact, finding: Finding): boolean {
  return covers(suppression, finding.ruleId, finding.span[0]);
}

function covers(suppression: SuppressionFact, ruleId: string, line: number): boolean {
  return suppression.ruleId === ruleId && (suppression.scope === 'file' || (line >= suppression.from && line <= suppression.to));
}

/**
 * Tells whether comments in a file suppress something another tool reported.
 * @param module facts of the file
 * @param ruleId our rule for it
 * @param line where the tool reports it
 */
export function isSuppressed(module: ModuleFacts | undefined, ruleId: string, line: number): boolean {
  return module?.suppressions.some((each) => covers(each, ruleId, line) && (each.foreign === true || each.reason !== '')) === true;
}
