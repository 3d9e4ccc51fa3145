import { toJson } from './json.ts'; import type { JsonReport } from '../protocol/report.ts'; export function toHtml(report: JsonReport, _rules: readonly unknown[]): string { return toJson(report); }
