/** Fills in the tables of `docs/gates.md`: metrics of the review, and the conditions of each preset. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAMILY_CONDITIONS, GATE_FAMILIES } from '../../server/config/gate-families.ts';
import { METRIC_KINDS } from '../../server/gates/review-metrics.ts';
import { markdownCode, markdownProse, markdownTable } from '../../server/report/markdown-text.ts';
import type { Generated } from './index.ts';

const PAGE = 'docs/gates.md';

/** @returns the page with its tables up to date */
export function generateGates(root: string): Generated {
  const tables: Readonly<Record<string, string[]>> = { metrics: metrics(), presets: presets() };
  const text = readFileSync(join(root, PAGE), 'utf8').replace(/<!-- (metrics|presets) -->[\s\S]*?<!-- \/\1 -->/g, (_, name: string) =>
    `<!-- ${name} -->\n${tables[name]!.join('\n')}\n<!-- /${name} -->`);
  return { path: PAGE, text };
}

function metrics(): string[] {
  return markdownTable(['Metric', 'Says'], METRIC_KINDS.map(({ names, what }) => [names.split(', ').map(markdownCode).join(', '), markdownProse(what)]));
}

function presets(): string[] {
  return markdownTable(['Preset', 'Conditions'], GATE_FAMILIES.map((family) => [
    markdownCode(family),
    FAMILY_CONDITIONS[family].map(({ metric, operator, threshold, severity }) =>
      `${markdownCode(`${metric} ${operator} ${String(threshold)}`)}${severity === 'warning' ? ' (warning)' : ''}`).join('<br>'),
  ]));
}
