/**
 * The report as one self-contained HTML file: it makes no requests, follows the system's light or
 * dark theme, works with keyboard and screen reader, and prints well.
 */
import { createHash } from 'node:crypto';
import { renderToStaticMarkup } from 'preact-render-to-string';
import type { JsonReport } from '../../../protocol/report.ts';
import { filesRead } from '../../../digest/findings.ts';
import { commitWords, timeWords } from '../../../digest/origin.ts';
import { eachText, showable } from '../../../text/plain-text.ts';
import { counted } from '../../../text/wording.ts';
import { PageHead } from '../../page-head.tsx';
import type { NewCodeChoices } from '../new-code.ts';
import { wordsById, type RuleWords } from '../rule-words.ts';
import { Blocks } from './blocks.tsx';
import { Findings } from './findings.tsx';
import { Dimensions, Hero, ToMend } from './score.tsx';
import { HTML_SCRIPT } from './script.ts';
import { HTML_STYLE } from './style.ts';
import { Table, type RulesById } from './elements.tsx';
import { ReadElsewhere } from './tools.tsx';

const TITLE = 'Architecture and code review';

/** @param newCode what readers can limit the findings to @returns a whole HTML document */
export function toHtml(report: JsonReport, rules: readonly RuleWords[], newCode?: NewCodeChoices): string {
  // Markup is escaped on output; characters that could reverse or hide text are replaced here, in all texts at once.
  const shown = eachText(report, showable);
  const page = renderToStaticMarkup(<Page report={shown} rules={wordsById(eachText(rules, showable))} newCode={newCode} />);
  // One line per part, so that reports can be compared.
  return `<!DOCTYPE html>\n${page.replace(/<(section|details|h2|div class="file"|li class="finding"|script|main|footer)(?=[ >])/g, '\n$&')}\n`;
}

function Page({ report, rules, newCode }: { report: JsonReport; rules: RulesById; newCode: NewCodeChoices | undefined }) {
  const scriptHash = createHash('sha256').update(HTML_SCRIPT).digest('base64');
  return (
    <html lang="en">
      <PageHead title={report.origin === undefined ? TITLE : `${TITLE}: ${report.origin.project}`} style={HTML_STYLE} scriptHash={scriptHash} />
      <body>
        <main>
          <header class="top">
            <h1>{TITLE}</h1>
            <span class="soft small">{summary(report)}</span>
          </header>
          <Origin origin={report.origin} />
          <Hero report={report} />
          <Dimensions dimensions={report.score.dimensions} />
          <ToMend report={report} rules={rules} />
          <Blocks graph={report.graph} findings={report.findings} />
          <Findings report={report} rules={rules} newCode={newCode} />
          <ReadElsewhere report={report} />
          <NotRead skipped={report.files.skipped} />
          <footer>
            Made by Archwright {report.tool.version}, score formula version {report.score.formulaVersion}.
          </footer>
        </main>
        <script dangerouslySetInnerHTML={{ __html: HTML_SCRIPT }} />
      </body>
    </html>
  );
}

/** Project, time and commit. */
function Origin({ origin }: Pick<JsonReport, 'origin'>) {
  if (origin === undefined) return null;
  const { project, at, commit } = origin;
  return (
    <p class="origin">
      <strong>{project}</strong>
      <span><time datetime={at}>{timeWords(at)}</time></span>
      {commit !== null && <span>{commitWords(commit)}</span>}
    </p>
  );
}

function summary(report: JsonReport): string {
  const { typescript, javascript, python, notebook } = report.files;
  const kinds = [[typescript, 'TypeScript'], [javascript, 'JavaScript'], [python, 'Python']] as const;
  const words = [
    ...kinds.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`),
    ...(notebook > 0 ? [counted(notebook, 'notebook')] : []),
  ].join(', ');
  return `${counted(filesRead(report), 'file')}${words === '' ? '' : ` (${words})`} in ${(report.durationMs / 1000).toFixed(1)} s`;
}

function NotRead({ skipped }: { skipped: JsonReport['files']['skipped'] }) {
  if (skipped.length === 0) return null;
  return (
    <>
      <h2 id="not-read">Not read</h2>
      <div class="card"><Table head={['File', 'Reason']} rows={skipped.map(({ path, reason }) => [path, reason])} /></div>
    </>
  );
}
