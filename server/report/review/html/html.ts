/**
 * The report as one HTML file that needs nothing else: no request leaves it, it follows the light or
 * dark of the system, works by keyboard and screen reader, and prints.
 */
import { createHash } from 'node:crypto';
import type { JsonReport } from '../../../protocol/report.ts';
import { counted } from '../../../text/wording.ts';
import { filesRead } from '../digest.ts';
import { toGraphSvg } from '../../../diagram/svg.ts';
import { findingsSection } from './findings.ts';
import { dimensionsSection, heroSection, toMendSection } from './score.ts';
import { HTML_SCRIPT } from './script.ts';
import { HTML_STYLE } from './style.ts';
import { toolsSection } from './tools.ts';
import { wordsById, type RuleWords } from '../rule-words.ts';
import { htmlText } from '../../../text/xml-text.ts';

/** @returns a whole HTML document */
export function toHtml(report: JsonReport, rules: readonly RuleWords[]): string {
  const words = wordsById(rules);
  const scriptHash = createHash('sha256').update(HTML_SCRIPT).digest('base64');
  const sections = [heroSection(report), dimensionsSection(report), toMendSection(report, words), graphSection(report), findingsSection(report, words), toolsSection(report), notReadSection(report)];
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    // Only this file's own script may run, and nothing may be fetched: a second lock behind the escaping of names.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>Architecture and code review</title>',
    `<style>${HTML_STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<header class="top"><h1>Architecture and code review</h1><span class="soft small">${summary(report)}</span></header>`,
    ...sections.filter((section) => section !== ''),
    `<footer>Made by Archwright ${htmlText(report.tool.version)}, formula of the score version ${report.score.formulaVersion}.</footer>`,
    '</main>',
    `<script>${HTML_SCRIPT}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function summary(report: JsonReport): string {
  const { typescript, javascript, python, notebook } = report.files;
  const kinds = [[typescript, 'TypeScript'], [javascript, 'JavaScript'], [python, 'Python'], [notebook, notebook === 1 ? 'notebook' : 'notebooks']] as const;
  const words = kinds.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`).join(', ');
  return `${counted(filesRead(report), 'file')}${words === '' ? '' : ` (${words})`} in ${(report.durationMs / 1000).toFixed(1)} s`;
}

function graphSection({ graph, findings }: JsonReport): string {
  const counts = new Map<string, number>();
  for (const { block } of findings) if (block !== null) counts.set(block, (counts.get(block) ?? 0) + 1);
  const drawn = toGraphSvg(graph, counts);
  if (drawn === null) return '';
  const cycles = graph.cycles.map((cycle) => `<li><span class="figure bad">↻</span><span>${[...cycle, cycle[0] ?? ''].map((name) => htmlText(name)).join(' → ')}</span></li>`);
  const note = drawn.note === null ? '' : `<p class="soft small">${htmlText(drawn.note)}</p>`;
  return `<h2>Blocks</h2><div class="card"><div class="scroll fit" tabindex="0" role="group" aria-label="Block graph">${drawn.svg}</div>${legend()}${note}</div>`
    + `${cycles.length > 0 ? `<h2>Cycles between blocks</h2><div class="card"><ul class="plain">${cycles.join('')}</ul></div>` : ''}${blockTable({ graph })}`;
}

function legend(): string {
  const entries = [
    '<span><b class="bad">✕</b> against the layers</span>', '<span><b class="bad">↻</b> part of a cycle</span>',
    '<span><b style="color:var(--critical)">━</b> longest chain of dependencies</span>', '<span><b>┄</b> types only</span>', '<span>An arrow points to what is used.</span>',
  ];
  return `<div class="legend">${entries.join('')}</div>`;
}

/** The picture in words, for those who cannot see it and those who look for one block. */
function blockTable({ graph }: Pick<JsonReport, 'graph'>): string {
  const cell = (text: string): string => `<td>${htmlText(text)}</td>`;
  const rows = graph.blocks.map(({ id, layer, files, state, version, dependsOn }) =>
    `<tr>${[id, layer ?? '–', String(files), state, version, dependsOn.length > 0 ? dependsOn.join(', ') : '–'].map(cell).join('')}</tr>`);
  const head = ['Block', 'Layer', 'Files', 'State', 'Version', 'Uses'].map((name) => `<th scope="col">${name}</th>`).join('');
  return `<details class="more"><summary>Blocks as a table</summary><div class="card scroll"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div></details>`;
}

function notReadSection({ files }: JsonReport): string {
  if (files.skipped.length === 0) return '';
  const rows = files.skipped.map(({ path, reason }) => `<tr><td>${htmlText(path)}</td><td>${htmlText(reason)}</td></tr>`);
  return `<h2 id="not-read">Not read</h2><div class="card"><table><thead><tr><th scope="col">File</th><th scope="col">Reason</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}
