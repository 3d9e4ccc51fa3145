/** The style of a comparison: light and dark following the system. The colours of the boxes are those of the block guideline. */
export const DIFF_STYLE = `
:root { color-scheme: light dark; --page: #f6f7f9; --card: #ffffff; --line: #dfe3e8; --text: #1c2430; --soft: #5b6675;
  --edge: #8792a2; --bad: #b3261e; --good: #1a7f4b; }
@media (prefers-color-scheme: dark) {
  :root { --page: #0e1217; --card: #161c24; --line: #2a323d; --text: #e6eaf0; --soft: #98a4b3; --edge: #7a8797; --bad: #ff7b72; --good: #56d08a; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.55 system-ui, sans-serif; }
main { max-width: 1600px; margin: 0 auto; padding: 32px 24px 64px; }
h1 { font-size: 20px; margin: 0; }
h2 { font-size: 17px; margin: 32px 0 12px; }
.soft { color: var(--soft); }
.small { font-size: 13px; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; }
figure { margin: 0; background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 12px; overflow: auto; }
figcaption { font-weight: 600; margin-bottom: 8px; }
svg text { font: 13px ui-monospace, monospace; text-anchor: middle; }
svg .remark { font-size: 11px; }
.edge { fill: none; stroke: var(--edge); stroke-width: 1.2; }
.edge.types { stroke-dasharray: 4 3; }
.edge.changed { stroke-width: 2.6; stroke: var(--text); }
marker path { fill: var(--edge); }
.box rect { stroke-width: 1.4; }
.breaking rect { fill: #ff9999; stroke: #c62828; } .breaking text { fill: #4a0d0d; }
.modified rect { fill: #ffff99; stroke: #9a6700; } .modified text { fill: #3d2c00; }
.new rect { fill: #99ff99; stroke: #1a7f37; } .new text { fill: #0b3d1a; }
.deprecated rect { fill: #555555; stroke: #222222; } .deprecated text { fill: #ffffff; }
.grey rect { fill: #eeeeee; stroke: #aaaaaa; } .grey text { fill: #666666; }
details { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 8px 14px; margin: 8px 0; }
summary { cursor: pointer; }
li { margin: 6px 0; }
code, pre { font: 13px ui-monospace, monospace; overflow-wrap: anywhere; }
.effect { font-weight: 600; }
.effect.major { color: var(--bad); }
.effect.minor { color: var(--good); }
`;
