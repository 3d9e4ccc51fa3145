/** Every format of the sample report, whole. */
import assert from 'node:assert/strict';
import { toDot } from '../../server/diagram/dot.ts';
import { toGithub } from '../../server/report/review/github.ts';
import { toGraphJson } from '../../server/report/graph/graph-json.ts';
import { toHtml } from '../../server/report/review/html/html.tsx';
import { toJson } from '../../server/report/review/json.ts';
import { toJunit } from '../../server/report/review/junit.ts';
import { toMarkdown } from '../../server/report/review/markdown.ts';
import { toPretty } from '../../server/report/review/pretty/pretty.ts';
import { toSarif } from '../../server/report/review/sarif.ts';
import type { JsonReport } from '../../server/protocol/report.ts';
import { assertExpected } from './expected.ts';
import { empty, NEW_CODE, RULES, sample } from './sample.ts';

const FORMATS: Record<string, (report: JsonReport) => string> = {
  'report.json': toJson,
  'report.sarif': (report) => toSarif(report, RULES),
  'report.md': (report) => toMarkdown(report, RULES),
  'report.html': (report) => toHtml(report, RULES, NEW_CODE),
  'report.junit.xml': (report) => toJunit(report, RULES),
  'report.github.txt': toGithub,
  'report.pretty.txt': (report) => toPretty(report, { color: false, width: 110, rules: RULES }),
  'report.pretty-narrow.txt': (report) => toPretty(report, { color: false, width: 50, rules: RULES }),
  'report.pretty-colour.txt': (report) => toPretty(report, { color: true, width: 110, rules: RULES }),
  'graph.json': ({ graph }) => toGraphJson(graph),
  'graph.dot': ({ graph }) => toDot(graph),
  'graph-layers.dot': ({ graph }) => toDot(graph, 'layer'),
};

describe('formats', () => {
  for (const [name, write] of Object.entries(FORMATS)) {
    it(`write the sample as ${name}`, () => assertExpected(name, write(sample())));
  }

  it('say in the page why new code cannot be told, and offer nothing else', () => {
    const page = toHtml(sample(), RULES, { points: [], problem: 'There is no commit yet <b>.' });
    assert.match(page, /<p class="soft small untold">New code cannot be told from old\. There is no commit yet &lt;b>\.<\/p>/);
    assert.doesNotMatch(page, /id="since"|data-new=/);
    assert.doesNotMatch(toHtml(sample(), RULES), /id="since"|data-new=|untold"/);
  });

  for (const name of ['report.md', 'report.junit.xml', 'report.github.txt', 'report.pretty.txt', 'report.sarif', 'graph.dot']) {
    it(`write a folder without code as ${name}, and call nothing clean`, () => assertExpected(`empty-${name}`, FORMATS[name]?.(empty()) ?? ''));
  }
});
