/** How rules speak for the linter: its code picks our words, and the message says who saw it. */
import type { FileFacts, LintFact } from '../../facts/file-facts.ts';
import { lintCode, LINT_CODES } from '../../facts/lint-codes.ts';
import { contains } from '../../text/spans.ts';
import type { Span } from '../../facts/span.ts';
import { placeName } from './exposure.ts';
import type { Draft, FixOffer } from '../../findings/finding.ts';

/** @param rule its id @returns its messages for the codes that the linter answers, by code, to be spread into `messages` */
export function lintMessages(rule: string): Record<string, string> {
  return Object.fromEntries(LINT_CODES.filter((each) => each.rule === rule && each.by === 'linter').map(({ code, says }) => [code, `${says!} ({engine} ${code})`]));
}

/**
 * Reports what the linter saw for a rule.
 * @param file with what the linter said
 * @param rule its id
 * @param report receives the findings
 * @param leaves tells of facts that another rule speaks about
 */
export function reportLint(file: FileFacts, rule: string, report: (draft: Draft) => void, leaves: (fact: LintFact) => boolean = () => false): void {
  for (const fact of file.lint) {
    const entry = lintCode(fact.code);
    if (entry?.rule !== rule || entry.by !== 'linter' || leaves(fact)) continue;
    report({
      messageId: fact.code,
      data: { engine: fact.engine },
      span: fact.span,
      about: `${holderOf(file, fact.span)}: ${fact.code}`,
      fixes: offers([fact]),
      ...(entry.severity === undefined ? {} : { severity: entry.severity }),
    });
  }
}

/**
 * The linter's fixes for what our own facts found.
 * @param file with what the linter said
 * @param rule its id
 * @param span where our finding stands; the linter's place touches it
 */
export function lintFixes(file: FileFacts, rule: string, span: Span): FixOffer[] {
  return offers(file.lint.filter((fact) => lintCode(fact.code)?.rule === rule && (contains(fact.span, span) || contains(span, fact.span))));
}

function offers(facts: readonly LintFact[]): FixOffer[] {
  return facts.flatMap(({ code, fix }) => (fix === null ? [] : [{
    id: lintCode(code)?.provider ?? 'python/lint-fix', title: fix.title, data: { edits: fix.edits }, ...(lintCode(code)?.safe === true ? { safe: true } : {}),
  }]));
}

/** Name of the innermost function around a place, for identities that survive edits elsewhere. */
function holderOf(file: FileFacts, span: Span): string {
  return placeName(file, file.functions.findLastIndex((each) => contains(each.span, span)));
}
