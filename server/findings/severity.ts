/** How serious a finding is. */

export type Severity = 'error' | 'warning' | 'info';

const RANK: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

/** The milder of two severities; the first when there is no second. */
export function milder(a: Severity, b: Severity | undefined): Severity {
  return b !== undefined && RANK[b] < RANK[a] ? b : a;
}
