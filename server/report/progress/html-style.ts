/** What a report on the work adds to the style of the HTML report. */
export const PROGRESS_STYLE = `
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; margin: 0 0 8px; padding: 0; }
.tile { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 14px 16px; }
.tile dt { color: var(--soft); font-size: 13px; }
.tile dd { margin: 0; }
.tile .value { font-size: 24px; font-weight: 650; letter-spacing: -0.02em; line-height: 1.35; font-variant-numeric: tabular-nums; }
.card .tiles { margin: 14px 0 4px; grid-template-columns: repeat(auto-fill, minmax(190px, 1fr)); }
.card .tile { background: var(--page); border: 0; padding: 10px 14px; }
.card .tile .value { font-size: 19px; }
ul.lead { margin: 0; padding: 0; list-style: none; }
ul.lead li { padding: 2px 0; overflow-wrap: anywhere; }
ul.lead li:first-child { font-size: 17px; font-weight: 600; letter-spacing: -0.01em; padding-bottom: 6px; }
ul.lead li + li { color: var(--soft); font-size: 14px; }
.charts { display: grid; gap: 20px; margin-top: 16px; }
.chart { margin: 0; }
.chart figcaption { font-size: 13px; font-weight: 600; color: var(--soft); margin-bottom: 6px; }
.chart svg { display: block; width: 100%; height: auto; }
.chart text { font-size: 12px; fill: var(--soft); font-variant-numeric: tabular-nums; }
.chart text.name { fill: var(--text); }
.chart .end { text-anchor: end; } .chart .middle { text-anchor: middle; }
.chart .grid { stroke: var(--line); stroke-width: 1; }
.datum rect, .datum circle { fill: var(--accent); } .datum .line { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linejoin: round; }
.tables { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); gap: 8px 32px; margin-top: 14px; align-items: start; }
.tables .wide { grid-column: 1 / -1; }
.tables h3 { font-size: 13px; color: var(--soft); margin: 10px 0 4px; font-weight: 600; }
.tables .frame { overflow-x: auto; }
th.number, td.number { text-align: right; padding-right: 16px; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.first { min-width: 96px; }
.contents { display: flex; flex-wrap: wrap; gap: 6px 16px; margin: 14px 0 0; font-size: 14px; }
.notes li { margin: 4px 0; }
@media print {
  .contents { display: none; } h2 { break-after: avoid; } .tile, .chart, .tables tr { break-inside: avoid; } section.card { break-inside: auto; }
  .datum rect, .datum circle { print-color-adjust: exact; -webkit-print-color-adjust: exact; } .tables .frame { overflow: visible; }
}
`;
