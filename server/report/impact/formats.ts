/** The formats in which the impact of a change is shown. */
import type { ImpactReport } from '../../protocol/impact.ts';
import { impactMarkdown } from './markdown.ts';
import { impactPretty } from './pretty.ts';

export const IMPACT_FORMATS = ['pretty', 'json', 'markdown'] as const;
export type ImpactFormat = (typeof IMPACT_FORMATS)[number];

/** @param color for terminals that show it @returns text with a final line break */
export function writeImpact(report: ImpactReport, format: ImpactFormat, color: boolean): string {
  switch (format) {
    case 'pretty': return impactPretty(report, color);
    case 'json': return `${JSON.stringify(report, null, 2)}\n`;
    case 'markdown': return impactMarkdown(report);
  }
}
