/** Short forms for the ruff codes that a rule covers with facts of its own. */
import type { FactsSource } from '../../findings/rule-sources.ts';

/** @param codes of ruff; the first one stands for the whole rule */
export function byFacts<const Codes extends readonly string[]>(...codes: Codes): Readonly<Record<Codes[number], FactsSource>> {
  return entries(codes, { by: 'facts' });
}

/**
 * Codes that ruff is run for only because of its fix; the finding is ours.
 * @param fix title of the fix in the menu
 * @param codes of ruff
 */
export function byFactsWithFix<const Codes extends readonly string[]>(fix: string, ...codes: Codes): Readonly<Record<Codes[number], FactsSource>> {
  return entries(codes, { by: 'facts', fix });
}

function entries<const Codes extends readonly string[]>(codes: Codes, source: FactsSource): Readonly<Record<Codes[number], FactsSource>> {
  return Object.fromEntries(codes.map((code) => [code, source])) as Record<Codes[number], FactsSource>;
}
