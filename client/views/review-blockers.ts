/** The ten blockers of the review guideline (§3.1), and the rules that find each. */

export interface ReviewBlocker {
  id: string;
  label: string;
  /** Whether findings of a rule count for this blocker; absent where only a reviewer can decide. */
  found?: (ruleId: string) => boolean;
  /** Criterion of the score with the evidence for this blocker. */
  criterion?: string;
}

const PLACES = new Set(['security/hardcoded-path', 'security/hardcoded-url']);

export const REVIEW_BLOCKERS: readonly ReviewBlocker[] = [
  { id: 'security', label: 'Security vulnerabilities', criterion: 'practices', found: (rule) => rule.startsWith('security/') && !PLACES.has(rule) },
  { id: 'data-leakage', label: 'Data leakage in ML pipelines', criterion: 'data-handling', found: (rule) => /^ml\/.*-leakage$/u.test(rule) },
  { id: 'types', label: 'No type hints on public interfaces', criterion: 'types-and-docs', found: (rule) => rule === 'quality/missing-type' },
  { id: 'bare-except', label: 'Bare except clauses', criterion: 'error-handling', found: (rule) => rule === 'quality/bare-except' },
  { id: 'hardcoded-places', label: 'Hardcoded file paths or URLs', criterion: 'practices', found: (rule) => PLACES.has(rule) },
  { id: 'tests', label: 'Missing tests for new functionality', criterion: 'coverage-and-quality', found: (rule) => rule === 'testing/untested-block' },
  { id: 'breaking-changes', label: 'Breaking changes without version updates' },
  { id: 'leaks', label: 'Memory leaks or resource leaks', criterion: 'error-handling', found: (rule) => rule === 'quality/resource-leak' },
  { id: 'api-changes', label: 'API breaking changes without deprecation' },
  { id: 'compliance', label: 'Compliance violations (license, privacy)', criterion: 'privacy', found: (rule) => rule.startsWith('privacy/') },
];

/** What a reviewer checks before approval (§5) and no rule can. */
export const REVIEWER_QUESTIONS: readonly { id: string; label: string }[] = [
  { id: 'tests-pass', label: 'All tests and automated checks pass' },
  { id: 'documentation', label: 'Documentation is updated for API changes' },
  { id: 'performance', label: 'Performance impact is assessed and acceptable' },
  { id: 'versions', label: 'Breaking changes are versioned and documented' },
  { id: 'logging', label: 'Logging and monitoring are adequate' },
  { id: 'licences', label: 'Licences of new dependencies are compatible' },
];
