/** How rules report linter findings: the code selects our message, and the message names the linter. */
import type { FileFacts, LintFact } from '../../facts/file-facts.ts';
import type { Span } from '../../facts/span.ts';
import type { FixOffer } from '../../findings/finding.ts';
import type { FactsSource, LinterSource, RuleSources } from '../../findings/rule-sources.ts';
import { contains } from '../../text/spans.ts';
import { placeAround } from './exposure.ts';
import type { DraftRest } from './messages.ts';

type Ruff = NonNullable<RuleSources['ruff']>;
/** Sources of a rule that the linter reports or fixes for; declared `as const`, so that their codes are known to the compiler. */
type WithRuff = RuleSources & { ruff: Ruff };

/** For each code that the linter reports: the rule's message and the name of the linter. */
type LintMessages<Sources extends WithRuff> = {
  readonly [Code in keyof Sources['ruff'] & string as Sources['ruff'][Code] extends LinterSource ? Code : never]:
  Sources['ruff'][Code] extends { says: infer Says extends string } ? `${Says} ({engine} ${Code})` : never;
};

/** What `reportLint` reports; any rule that includes `lintMessages` in its messages accepts it. */
type LintDraft<Code> = DraftRest & { messageId: Code; data: { readonly engine: string } };

/**
 * @param sources of the rule
 * @returns its messages for the codes that the linter reports, by code, to be spread into `messages`
 */
export function lintMessages<const Sources extends WithRuff>({ ruff }: Sources): LintMessages<Sources> {
  const answered = Object.entries<FactsSource | LinterSource>(ruff)
    .flatMap(([code, source]) => (source.by === 'linter' ? [[code, `${source.says} ({engine} ${code})`]] : []));
  return Object.fromEntries(answered) as LintMessages<Sources>;
}

/**
 * Reports what the linter found for a rule.
 * @param file facts with the linter's findings
 * @param sources of the rule, whose messages include their `lintMessages`
 * @param report receives the findings
 * @param leaves returns true for findings that another rule reports
 */
export function reportLint<const Sources extends WithRuff>(
  file: FileFacts, { ruff }: Sources, report: (draft: LintDraft<keyof LintMessages<Sources>>) => void, leaves: (fact: LintFact) => boolean = () => false,
): void {
  for (const fact of file.lint) {
    const source = sourceOf(ruff, fact.code);
    if (source?.by !== 'linter' || leaves(fact)) continue;
    report({
      // Codes that the linter reports are message ids: `lintMessages` builds them from the same table.
      messageId: fact.code as keyof LintMessages<Sources>,
      data: { engine: fact.engine },
      span: fact.span,
      about: `${placeAround(file, fact.span)}: ${fact.code}`,
      fixes: offers([fact], ruff),
      ...(source.severity === undefined ? {} : { severity: source.severity }),
    });
  }
}

/**
 * The linter's fixes for what our own facts found.
 * @param file facts with the linter's findings
 * @param sources of the rule
 * @param span of our finding; the linter's range must touch it
 */
export function lintFixes(file: FileFacts, { ruff }: WithRuff, span: Span): FixOffer[] {
  return offers(file.lint.filter((fact) => (contains(fact.span, span) || contains(span, fact.span)) && sourceOf(ruff, fact.code) !== undefined), ruff);
}

function sourceOf(ruff: Ruff, code: string): FactsSource | LinterSource | undefined {
  return Object.hasOwn(ruff, code) ? ruff[code] : undefined;
}

function offers(facts: readonly LintFact[], ruff: Ruff): FixOffer[] {
  return facts.flatMap(({ code, fix }) => {
    if (fix === null) return [];
    const source = sourceOf(ruff, code);
    const { fixId = 'lint-fix', safe = false } = source?.by === 'linter' ? source : {};
    return [{ id: fixId, title: fix.title, data: { edits: fix.edits }, ...(safe ? { safe } : {}) }];
  });
}

/** @returns the first name that a message of the linter has in backticks; empty when there is none */
export function quotedIn(message: string): string {
  return /`([^`]*)`/.exec(message)?.[1] ?? '';
}
