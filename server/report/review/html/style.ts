/** The style of the HTML report: light and dark following the system, and a plain version for print. */
export const HTML_STYLE = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #ffffff; --line: #dfe3e8; --text: #1c2430; --soft: #5b6675; --track: #e7eaef;
  --accent: #3056d3; --good: #1a7f4b; --fair: #875a00; --bad: #c22f2f; --bad-soft: #fdecec; --good-soft: #e6f5ec; --fair-soft: #fdf3dc; --code: #eef1f5;
  --band: #f3f5f8; --edge: #8792a2; --critical: #7c4ddb;
  --active-fill: #e3efff; --active-line: #3b78d8; --completed-fill: #99ff99; --completed-line: #1a7f37; --failed-fill: #ff9999; --failed-line: #c22f2f;
  --modified-fill: #ffff99; --modified-line: #9a6700; --pending-fill: #ffffe5; --pending-line: #8a7a00; --deprecated-fill: #c3c7cd; --deprecated-line: #3d444d;
  --closed-fill: #e8ecf1; --closed-line: #57606a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0e1217; --card: #161c24; --line: #2a323d; --text: #e6eaf0; --soft: #98a4b3; --track: #27303b;
    --accent: #8aa8ff; --good: #56d08a; --fair: #e6b450; --bad: #ff7b72; --bad-soft: #3a1c1e; --good-soft: #14321f; --fair-soft: #36290f; --code: #212a35;
    --band: #1b222b; --edge: #7a8797; --critical: #b794ff;
    --active-fill: #16294a; --active-line: #5b96f0; --completed-fill: #133320; --completed-line: #56d08a; --failed-fill: #451e1e; --failed-line: #ff7b72;
    --modified-fill: #3b2e10; --modified-line: #e6b450; --pending-fill: #25230f; --pending-line: #c9b458; --deprecated-fill: #05070a;
        --deprecated-line: #8592a3;
    --closed-fill: #232d39; --closed-line: #8592a3;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
main { max-width: 1120px; margin: 0 auto; padding: 32px 24px 64px; }
h1 { font-size: 20px; margin: 0; letter-spacing: -0.01em; }
h2 { font-size: 17px; margin: 40px 0 14px; letter-spacing: -0.01em; }
h3 { font-size: 15px; margin: 0; }
p { margin: 0; }
a { color: var(--accent); text-underline-offset: 2px; }
code { font: 0.87em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; background: var(--code); border-radius: 5px; padding: 1px 5px;
    overflow-wrap: anywhere; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.soft { color: var(--soft); }
.small { font-size: 13px; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 20px; }
.top { display: flex; justify-content: space-between; align-items: baseline; gap: 16px; margin-bottom: 4px; flex-wrap: wrap; }
.origin { display: flex; flex-wrap: wrap; gap: 2px 18px; margin-bottom: 18px; color: var(--soft); overflow-wrap: anywhere; }
.origin strong { color: var(--text); }
.hero { display: flex; align-items: center; gap: 32px; padding: 28px; flex-wrap: wrap; }
.hero .words { flex: 1 1 320px; }
.hero .action { font-size: 22px; font-weight: 650; letter-spacing: -0.015em; line-height: 1.3; margin: 10px 0 14px; }
.ring { width: 148px; height: 148px; flex: none; }
.ring circle { fill: none; stroke-width: 11; stroke: var(--track); }
.ring .value { stroke: currentColor; stroke-linecap: round; }
.ring text { text-anchor: middle; fill: var(--text); }
.ring .total { font-size: 33px; font-weight: 700; letter-spacing: -0.03em; }
.ring .grade { font-size: 15px; font-weight: 650; fill: currentColor; }
.good { color: var(--good); } .fair { color: var(--fair); } .bad { color: var(--bad); }
.chips { display: flex; flex-wrap: wrap; gap: 8px; }
.chip { display: inline-flex; align-items: center; gap: 6px; border-radius: 999px; padding: 3px 11px; font-size: 13px; font-weight: 550;
    border: 1px solid var(--line); white-space: nowrap; }
.chip.good { background: var(--good-soft); border-color: transparent; } .chip.bad { background: var(--bad-soft); border-color: transparent; }
.chip.fair { background: var(--fair-soft); border-color: transparent; }
.dimensions { columns: 3 310px; column-gap: 16px; } .dimension { break-inside: avoid; margin-bottom: 16px; }
.dimension > .row { font-weight: 650; }
.row { display: flex; justify-content: space-between; gap: 12px; align-items: baseline; }
.row .points { white-space: nowrap; font-variant-numeric: tabular-nums; }
.bar { height: 8px; border-radius: 4px; background: var(--track); overflow: hidden; margin: 7px 0 14px; }
.bar.thin { height: 5px; margin: 5px 0; }
.bar i { display: block; height: 100%; border-radius: inherit; background: currentColor; }
.criterion { padding-top: 11px; margin-top: 11px; border-top: 1px solid var(--line); }
.criterion p { color: var(--soft); font-size: 13px; line-height: 1.45; overflow-wrap: anywhere; }
.left-out { border-style: dashed; background: transparent; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(340px, 1fr)); gap: 16px; align-items: start; }
.pair h2 { margin-top: 36px; }
ul.plain { list-style: none; margin: 0; padding: 0; }
ul.plain > li { display: flex; gap: 14px; padding: 11px 0; border-top: 1px solid var(--line); align-items: baseline; }
ul.plain > li:first-child { border-top: 0; padding-top: 0; } ul.plain > li:last-child { padding-bottom: 0; }
.figure { flex: none; min-width: 52px; font-weight: 700; font-variant-numeric: tabular-nums; text-align: right; }
.blockers { border-color: var(--bad); }
.tools { display: flex; gap: 12px; flex-wrap: wrap; align-items: center; position: sticky; top: 0; background: var(--page); padding: 10px 0; z-index: 2; }
.tools input[type=search] { flex: 1 1 260px; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 9px;
    padding: 8px 12px; }
.tools select { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 9px; padding: 8px 10px;
    max-width: min(100%, 340px); text-overflow: ellipsis; }
.tools .untold { flex-basis: 100%; }
.tools label { display: inline-flex; gap: 6px; align-items: center; font-size: 14px; }
.rule { margin-bottom: 12px; padding: 0; overflow: hidden; }
.rule > summary { cursor: pointer; padding: 14px 20px; display: flex; gap: 10px; align-items: baseline; flex-wrap: wrap; list-style: none; }
.rule > summary::-webkit-details-marker { display: none; }
.rule > summary::before { content: "▸"; color: var(--soft); width: 12px; } .rule[open] > summary::before { content: "▾"; }
.rule > summary .chips { margin-left: auto; }
.about { padding: 0 20px 14px 42px; color: var(--soft); font-size: 14px; max-width: 84ch; }
.file { border-top: 1px solid var(--line); padding: 10px 20px 10px 42px; }
.file h4 { margin: 0 0 4px; font-size: 13px; font-weight: 600; overflow-wrap: anywhere; }
.file ol { list-style: none; margin: 0; padding: 0; }
.finding { display: grid; grid-template-columns: 78px 1fr; gap: 4px 12px; padding: 4px 0; }
.finding .where { color: var(--soft); font: 13px/1.65 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-variant-numeric: tabular-nums; }
.finding .what { overflow-wrap: anywhere; }
.finding ul { margin: 2px 0 0; padding-left: 18px; color: var(--soft); font-size: 13px; }
.badge { font-size: 12px; font-weight: 600; border-radius: 5px; padding: 1px 7px; margin-left: 6px; background: var(--code); color: var(--soft);
    white-space: nowrap; }
.badge.bad { background: var(--bad-soft); color: var(--bad); }
.error::before, .warning::before, .info::before { font-weight: 700; margin-right: 7px; }
.error::before { content: "✖"; color: var(--bad); } .warning::before { content: "▲"; color: var(--fair); } .info::before { content: "●"; color: var(--accent); }
[hidden] { display: none !important; }
.scroll { overflow: auto; max-height: 1100px; padding: 8px; }
.graph { display: block; margin: 0 auto; max-width: none; font-family: inherit; }
.fit .graph { max-width: 100%; height: auto; }
.graph text { fill: var(--text); } .graph rect.band { fill: var(--band); stroke: var(--line); }
.graph .band-title { paint-order: stroke; stroke: var(--band); stroke-width: 5px; font-size: 12px; font-weight: 650; fill: var(--soft);
    letter-spacing: 0.03em; }
.box rect { stroke-width: 1.4; } .box .name { font-size: 13px; font-weight: 600; text-anchor: middle; }
.graph .box .remark { font-size: 11px; text-anchor: middle; fill: var(--soft); }
.is-active rect { fill: var(--active-fill); stroke: var(--active-line); } .is-completed rect { fill: var(--completed-fill); stroke: var(--completed-line); }
.is-failed rect { fill: var(--failed-fill); stroke: var(--failed-line); } .is-modified rect { fill: var(--modified-fill); stroke: var(--modified-line); }
.is-pending rect { fill: var(--pending-fill); stroke: var(--pending-line); stroke-dasharray: 5 3; }
.is-deprecated rect { fill: var(--deprecated-fill); stroke: var(--deprecated-line); stroke-dasharray: 5 3; }
.is-closed rect { fill: var(--closed-fill); stroke: var(--closed-line); }
.on-path rect { stroke: var(--critical); stroke-width: 2.2; } .in-cycle rect { stroke: var(--bad); stroke-width: 2.2; }
.edge path { fill: none; stroke: var(--edge); stroke-width: 1.5; } .edge.types path { stroke-dasharray: 5 4; }
.edge.critical path { stroke: var(--critical); stroke-width: 2.2; } .edge.wrong path { stroke: var(--bad); stroke-width: 2.2; }
.arrow path { fill: var(--edge); } .arrow.critical path { fill: var(--critical); } .arrow.wrong path { fill: var(--bad); }
.mark circle { fill: var(--card); stroke: var(--bad); stroke-width: 1.6; }
.graph .mark text { fill: var(--bad); font-size: 11px; font-weight: 700; text-anchor: middle; }
.edge:hover path { stroke-width: 3.4; }
.legend { display: flex; gap: 6px 20px; flex-wrap: wrap; padding: 14px 4px 2px; font-size: 13px; color: var(--soft); }
.legend b { font-weight: 700; }
table { border-collapse: collapse; width: 100%; font-size: 13px; }
th, td { text-align: left; padding: 7px 12px 7px 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
th { color: var(--soft); font-weight: 600; }
.more { margin-top: 14px; } .more summary { cursor: pointer; color: var(--soft); font-size: 14px; }
footer { margin-top: 48px; color: var(--soft); font-size: 13px; }
@media (max-width: 560px) { main { padding: 20px 14px 48px; } .about, .file { padding-left: 20px; } .finding { grid-template-columns: 1fr; gap: 0; }
.hero { justify-content: center; } }
@media print {
  :root { color-scheme: light; --page: #fff; --card: #fff; --line: #ccc; --text: #000; --soft: #444; --track: #ddd; --good: #176b3a; --fair: #7a5200;
      --bad: #a32020; --band: #f6f6f6; --edge: #666; --code: #f0f0f0; --accent: #1f3fa8; }
  body { font-size: 11px; } main { max-width: none; padding: 0; } .tools { display: none; } .card, .file, .finding { break-inside: avoid; }
  .rule { break-inside: auto; } .scroll { overflow: visible; max-height: none; } .graph { max-width: 100%; height: auto; }
  .bar, .bar i, .chip, .badge { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
