/** Names for the ids of the report. */
import type { DimensionId } from '../../server/protocol/report.ts';

export const DIMENSION_NAMES: Record<DimensionId, string> = {
  'code-quality': 'Code quality',
  'ai-ml': 'AI and ML',
  security: 'Security',
  testing: 'Testing',
  architecture: 'Architecture',
};

/** `types-and-docs` → `Types and docs`. */
export function criterionName(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Points with at most one decimal: 87.5, 26. */
export function points(value: number): string {
  return String(Math.round(value * 10) / 10);
}
