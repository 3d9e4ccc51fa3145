/** Blocks as one self-contained HTML file, with the look of the review's. */
import { renderToStaticMarkup } from 'preact-render-to-string';
import type { JsonBlock, JsonBlocks } from '../../protocol/blocks.ts';
import { eachText, showable } from '../../text/plain-text.ts';
import { Table } from '../review/html/elements.tsx';
import { HTML_STYLE } from '../review/html/style.ts';
import { PageHead } from '../page-head.tsx';
import { COLUMNS, detailsOf, markOf, rowOf } from './figures.ts';

/** @returns a whole HTML document */
export function blocksHtml(json: JsonBlocks): string {
  // Markup is escaped on output; characters that could reverse or hide text are replaced here.
  return `<!DOCTYPE html>\n${renderToStaticMarkup(<Page blocks={eachText(json, showable).blocks} />)}\n`;
}

function Page({ blocks }: { blocks: readonly JsonBlock[] }) {
  return (
    <html lang="en">
      <PageHead title="Blocks" style={HTML_STYLE} />
      <body>
        <main>
          <header class="top"><h1>Blocks</h1></header>
          <div class="card scroll"><Table head={COLUMNS} rows={blocks.map(rowOf)} /></div>
          {blocks.map((block) => <Detail key={block.id} block={block} />)}
        </main>
      </body>
    </html>
  );
}

function Detail({ block }: { block: JsonBlock }) {
  return (
    <details class="more">
      <summary>{block.id}</summary>
      <div class="card scroll">
        <Table head={['Figure', 'Value']} rows={detailsOf(block)} />
        <Table head={['', 'Checklist', 'Evidence']} rows={block.checklist.map((item) => [markOf(item), item.title, item.evidence])} />
      </div>
    </details>
  );
}
