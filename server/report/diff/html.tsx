/** A comparison as one self-contained HTML file: before and after side by side, then what changed. It makes no requests and runs no script. */
import { renderToStaticMarkup } from 'preact-render-to-string';
import { layOut, type GraphLayout, type PlacedEdge } from '../../diagram/layout.ts';
import { drawableText } from '../../diagram/mermaid-label.ts';
import type { Diagram } from '../../diagram/plan.ts';
import type { DiffBlock, DiffInterfaceChange, DiffReport } from '../../protocol/diff.ts';
import { columns, eachText, showable } from '../../text/plain-text.ts';
import { toTenth } from '../../text/wording.ts';
import { PageHead } from '../page-head.tsx';
import { DIFF_STYLE } from './html-style.ts';
import { PICTURE_LEVELS, planPicture, type Picture, type PictureBox } from './picture.ts';
import { changedBlocks, CHANGE_WORDS, findingsWords, isSilent, scoreWords, stateWords, sumWords, versionWords, wordsOf } from './words.ts';

const TITLE = 'Architecture changes';
const CHARACTER = 7.4;
const LONGEST_NAME = 26;
/** More cannot be read side by side. */
const MOST_BOXES = 120;

/** @returns a whole HTML document */
export function toDiffHtml(given: DiffReport): string {
  const report = eachText(given, showable);
  const page = renderToStaticMarkup(<Page report={report} />);
  // One line per part, so that files can be compared.
  return `<!DOCTYPE html>\n${page.replace(/<(section|details|h2|li|g |tr|main|footer)(?=[ >])/g, '\n$&')}\n`;
}

function Page({ report }: { report: DiffReport }) {
  const { diff } = report;
  const [findings, score] = [findingsWords(diff), scoreWords(diff)];
  const numbers = [sumWords(diff), findings === '' ? '' : `findings ${findings}`, score === '' ? '' : `score ${score}`];
  return (
    <html lang="en">
      <PageHead title={TITLE} style={DIFF_STYLE} />
      <body>
        <main>
          <h1>{TITLE}</h1>
          <p class="soft">{`${stateWords(diff.from)} → ${stateWords(diff.to)}`}</p>
          {isSilent(diff) ? <p>Nothing changed.</p> : <p><strong>{numbers.filter((part) => part !== '').join(' · ')}</strong></p>}
          {isSilent(diff) ? null : <Pictures report={report} />}
          <Blocks blocks={changedBlocks(diff)} />
          <Graph report={report} />
        </main>
      </body>
    </html>
  );
}

function Pictures({ report }: { report: DiffReport }) {
  const plans = PICTURE_LEVELS.map((level) => planPicture(report, level));
  const picture = plans.find(({ boxes }) => boxes.length <= MOST_BOXES) ?? plans.at(-1)!;
  if (picture.boxes.length === 0) return null;
  const layout = placed(picture);
  const tones = new Set(picture.boxes.map(({ tone }) => tone));
  const legend = Object.values(CHANGE_WORDS).filter(({ title, mark }) => mark !== '' && title !== 'Removed')
    .filter(({ mark }) => picture.boxes.some(({ remark }) => remark.startsWith(mark)));
  return (
    <section aria-label="Before and after">
      <div class="sides">
        {(['before', 'after'] as const).map((side) => (
          <figure key={side}>
            <figcaption>{side === 'before' ? `Before: ${stateWords(report.diff.from)}` : `After: ${stateWords(report.diff.to)}`}</figcaption>
            <Half picture={picture} layout={layout} side={side} />
          </figure>
        ))}
      </div>
      <p class="soft small">{[...legend.map(({ mark, meaning }) => `${mark} ${meaning}`), tones.has('grey') ? 'grey: unchanged' : '', picture.note ?? '']
        .filter((part) => part !== '').join(' · ')}</p>
    </section>
  );
}

/** Both halves are drawn by the same layout, which is why nothing moves between them. */
function placed({ boxes, arrows }: Picture): GraphLayout {
  const block = { layer: null, paths: [], files: 1, state: 'active' as const, version: '', dependsOn: [] };
  const graph = { layers: [], blocks: boxes.map(({ key }) => ({ id: key, ...block })), edges: [], cycles: [], criticalPath: [] };
  const diagram: Diagram = {
    open: [],
    nodes: boxes.map(({ key }) => ({ key, block: { id: key, ...block }, group: null, findings: 0, cyclic: false, critical: false })),
    edges: arrows.map(({ from, to, typeOnly }, at) => ({ key: String(at), from, to, imports: 1, typeOnly, cyclic: false, violation: false, critical: false })),
  };
  const byKey = new Map(boxes.map((box) => [box.key, box]));
  return layOut(diagram, graph, (key) => widthOf(byKey.get(key)));
}

function widthOf(box: PictureBox | undefined): number {
  const name = columns(drawableText(box?.label ?? '', LONGEST_NAME)) * CHARACTER;
  return Math.round(Math.max(90, name + 28, columns(box?.remark ?? '') * 6.4 + 28));
}

interface HalfProps {
  picture: Picture;
  layout: GraphLayout;
  side: 'before' | 'after';
}

function Half({ picture, layout: { width, height, boxes, edges }, side }: HalfProps) {
  const isHere = (what: { inBefore: boolean; inAfter: boolean } | undefined): boolean => (side === 'before' ? what?.inBefore : what?.inAfter) === true;
  const byKey = new Map(picture.boxes.map((box) => [box.key, box]));
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  const shown = edges.filter(({ edge }) => isHere(picture.arrows[Number(edge.key)]));
  return (
    <svg role="img" aria-label={`The blocks ${side}`} viewBox={`0 0 ${w} ${h}`} width={w} height={h} xmlns="http://www.w3.org/2000/svg">
      <defs>
        <marker id={`arrow-${side}`} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto">
          <path d="M0 0.5 8 4 0 7.5z" />
        </marker>
      </defs>
      {shown.map((each) => (
        <path
          key={each.edge.key}
          class={`edge${each.edge.typeOnly ? ' types' : ''}${changedEdge(picture, each) ? ' changed' : ''}`}
          d={line(each)}
          marker-end={`url(#arrow-${side})`}
        />
      ))}
      {boxes.filter(({ key }) => isHere(byKey.get(key))).map(({ key, x, y, width: across, height: down }) => {
        const box = byKey.get(key)!;
        const middle = toTenth(x + across / 2);
        return (
          <g key={key} class={`box ${box.tone}`}>
            <title>{box.remark === '' ? box.label : `${box.label}: ${box.remark}`}</title>
            <rect x={toTenth(x)} y={toTenth(y)} width={toTenth(across)} height={down} rx="8" />
            <text x={middle} y={toTenth(y + (box.remark === '' ? 28 : 20))}>{drawableText(box.label, LONGEST_NAME)}</text>
            {box.remark === '' ? null : <text class="remark" x={middle} y={toTenth(y + 36)}>{box.remark}</text>}
          </g>
        );
      })}
    </svg>
  );
}

function changedEdge({ arrows }: Picture, { edge }: PlacedEdge): boolean {
  const arrow = arrows[Number(edge.key)];
  return arrow !== undefined && arrow.inBefore !== arrow.inAfter;
}

function line({ points }: PlacedEdge): string {
  return points.map(({ x, y }, at) => {
    const before = points[at - 1];
    if (before === undefined) return `M${toTenth(x)} ${toTenth(y)}`;
    const middle = toTenth((before.y + y) / 2);
    return `C${toTenth(before.x)} ${middle} ${toTenth(x)} ${middle} ${toTenth(x)} ${toTenth(y)}`;
  }).join('');
}

function Blocks({ blocks }: { blocks: readonly DiffBlock[] }) {
  if (blocks.length === 0) return null;
  return (
    <section>
      <h2>Blocks</h2>
      {blocks.map((block) => {
        const { mark, title } = wordsOf(block);
        const renamed = block.renamedFrom === undefined ? '' : ` (was ${block.renamedFrom})`;
        return (
          <details key={block.id} open={mark === '🔴'}>
            <summary>
              {`${mark} ${title}: `}<strong>{block.id}</strong>{renamed} <span class="soft">{versionWords(block)}</span>
            </summary>
            {block.affected.length > 0 && block.change !== 'new' ? <p class="soft">{`affects ${block.affected.join(', ')}`}</p> : null}
            <ul>{block.interface.map((change, at) => <Change key={at} change={change} />)}</ul>
          </details>
        );
      })}
    </section>
  );
}

function Change({ change: { effect, message, path, range, certainty, before, after, proof } }: { change: DiffInterfaceChange }) {
  return (
    <li>
      <span class={`effect ${effect}`}>{effect}</span> {message} <code>{`${path}:${range.start.line}`}</code>
      {certainty === 'heuristic' && effect === 'major' ? <span class="soft"> not proven</span> : null}
      {before !== null && after !== null ? <div><code>{before}</code> → <code>{after}</code></div> : null}
      {proof === null ? null : <pre>{proof}</pre>}
    </li>
  );
}

function Graph({ report: { diff: { edges, cycles, layers } } }: { report: DiffReport }) {
  const rows = [
    ...cycles.added.map((cycle) => `new cycle: ${[...cycle, cycle[0]!].join(' → ')}`),
    ...cycles.removed.map((cycle) => `cycle gone: ${[...cycle, cycle[0]!].join(' → ')}`),
    ...edges.added.map(({ from, to, kind }) => `new dependency: ${from} → ${to}${kind === 'type' ? ' (types only)' : ''}`),
    ...edges.removed.map(({ from, to, kind }) => `dependency gone: ${from} → ${to}${kind === 'type' ? ' (types only)' : ''}`),
    ...layers.added.map((id) => `new layer: ${id}`), ...layers.removed.map((id) => `layer gone: ${id}`),
    ...layers.changed.map((id) => `layer ${id} may use other layers now`),
  ];
  return rows.length === 0 ? null : <section><h2>Dependencies</h2><ul>{rows.map((text) => <li key={text}>{text}</li>)}</ul></section>;
}
