/** A report on the work as one page that stands alone: it makes no requests, runs no script, follows light and dark, and prints well. */
import { renderToStaticMarkup } from 'preact-render-to-string';
import type { Progress } from '../../protocol/progress.ts';
import { eachText, showable } from '../../text/plain-text.ts';
import { counted } from '../../text/wording.ts';
import { HTML_STYLE } from '../review/html/style.ts';
import { PageHead } from '../page-head.tsx';
import { ChartOf } from './charts.tsx';
import { PROGRESS_STYLE } from './html-style.ts';
import { highlightsOf, sectionsOf } from './sections.ts';
import type { Figure, Section, SectionTable } from './section.ts';

const TITLE = 'How the work goes';
/** A table with more columns gets a line of its own. */
const MOST_NARROW = 4;

/** @returns a whole HTML document */
export function toProgressHtml(report: Progress): string {
  // Markup is escaped on output; characters that could reverse or hide text are replaced here.
  const page = renderToStaticMarkup(<Page report={eachText(report, showable)} />);
  // One line per part, so that reports can be compared.
  return `<!DOCTYPE html>\n${page.replace(/<(section|h2|h3|figure|tr|main|footer)(?=[ >])/g, '\n$&')}\n`;
}

function Page({ report }: { report: Progress }) {
  const sections = sectionsOf(report);
  const highlights = highlightsOf(report);
  return (
    <html lang="en">
      <PageHead title={TITLE} style={HTML_STYLE + PROGRESS_STYLE} />
      <body>
        <main>
          <header class="top">
            <h1>{TITLE}</h1>
            <span class="soft small">{`${report.generatedAt.slice(0, 10)} · ${counted(report.log.issues, 'issue')} · weeks in ${report.timeZone}`}</span>
          </header>
          {sections.length > 1 && highlights.length > 0 && <Tiles figures={highlights} />}
          {sections.length > 1 && <nav class="contents" aria-label="Contents">{sections.map(({ id, title }) =>
            <a key={id} href={`#${id}`}>{title.split(',')[0]}</a>)}</nav>}
          {sections.map((section) => <Part key={section.id} section={section} />)}
          {report.notes.length > 0 && (
            <>
              <h2>What the figures do not hold</h2>
              <ul class="card notes" style="padding-left:38px">{report.notes.map((note) => <li key={note}>{note}</li>)}</ul>
            </>
          )}
          <footer>Made by Archwright from the tracking log and git.</footer>
        </main>
      </body>
    </html>
  );
}

function Part({ section: { id, title, lead, figures, charts, tables } }: { section: Section }) {
  return (
    <>
      <h2 id={id}>{title}</h2>
      <section class="card" aria-labelledby={id}>
        <ul class="lead">{lead.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
        {figures.length > 0 && <Tiles figures={figures} />}
        {charts.length > 0 && <div class="charts">{charts.map((chart) => <ChartOf key={chart.title} chart={chart} />)}</div>}
        {tables.length > 0 && <div class="tables">{tables.map((table) => <Rows key={table.title} table={table} />)}</div>}
      </section>
    </>
  );
}

function Tiles({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl class="tiles">
      {figures.map(({ label, value, remark, tone }) => (
        <div key={label} class="tile">
          <dt>{label}</dt>
          <dd><div class={`value ${tone ?? ''}`}>{value}</div>{remark ? <div class="soft small">{remark}</div> : null}</dd>
        </div>
      ))}
    </dl>
  );
}

function Rows({ table: { title, head, rows, numeric } }: { table: SectionTable }) {
  const kind = (at: number): string => (numeric.includes(at) ? 'number' : at === 0 ? 'first' : '');
  return (
    <div class={head.length > MOST_NARROW ? 'wide' : ''}>
      <h3>{title}</h3>
      <div class="frame">
        <table>
          <thead><tr>{head.map((name, at) => <th key={at} scope="col" class={kind(at)}>{name}</th>)}</tr></thead>
          <tbody>{rows.map((row, index) => <tr key={index}>{row.map((cell, at) => <td key={at} class={kind(at)}>{cell}</td>)}</tr>)}</tbody>
        </table>
      </div>
    </div>
  );
}
