/** Names and messages that would act if they were not escaped. */
import assert from 'node:assert/strict';
import { XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import { attribute, childrenOf, readXml, textsOf } from '../../server/evidence/xml.ts';
import type { JsonReport } from '../../server/protocol/report.ts';
import { toDot } from '../../server/diagram/dot.ts';
import { toGithub } from '../../server/report/review/github.ts';
import { toHtml } from '../../server/report/review/html/html.tsx';
import { toJunit } from '../../server/report/review/junit.ts';
import { markdownCode, markdownText } from '../../server/report/markdown-text.ts';
import { toMarkdown } from '../../server/report/review/markdown.ts';
import { toPretty } from '../../server/report/review/pretty/pretty.ts';
import { toSarif, toUri } from '../../server/report/review/sarif.ts';
import { HOSTILE, hostile, RULES, sample } from './sample.ts';

/** The sample with any text as message, path and block. */
function withText(text: string): JsonReport {
  const report = sample();
  return {
    ...report,
    findings: report.findings.map((finding) => ({ ...finding, message: text, path: text, block: text })),
    graph: { ...report.graph, blocks: report.graph.blocks.map((block) => ({ ...block, id: block.id === 'ml' ? text : block.id })) },
  };
}

const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(HOSTILE, '<script>', '-->', ']]>', '"', '&lt;', '::error::', '`', '\u001b[2J'));

describe('hostile names in HTML', () => {
  const tags = (html: string): string[] => html.replace(/<(style|script)>.*?<\/\1>/gs, '<$1>').match(/<\/?[a-z][a-z0-9]*/gi) ?? [];

  it('add no tag of their own', () => {
    const plain = tags(toHtml(withText('name'), RULES));
    fc.assert(fc.property(texts, (text) => {
      const html = toHtml(withText(text), RULES);
      assert.deepEqual([...new Set(tags(html))].sort(), [...new Set(plain)].sort());
      assert.equal((html.match(/<script/g) ?? []).length, 1);
    }), { numRuns: 60 });
  });

  it('cannot hide or reverse what follows', () => {
    const html = toHtml(hostile(), RULES, { points: [{ kind: 'commit', label: HOSTILE, findings: new Set([0]) }], problem: HOSTILE });
    assert.equal(/[\u0000-\u0008\u001b\u202a-\u202e\u2066-\u2069]/.test(html), false);
    assert.match(toHtml(withText('a\u202eb\n<i>'), RULES), /<span class="error">a\ufffdb &lt;i><\/span>/);
  });

  it('ask for nothing from outside', () => {
    const html = toHtml(sample(), RULES);
    assert.deepEqual([...html.matchAll(/ (src|srcset|background|poster|data)=|@import|<link|<iframe|<object|url\((?!#arrow-)/g)].map(([found]) => found), []);
    assert.match(html, /default-src 'none'/);
  });
});

describe('hostile names in XML', () => {
  it('leave the document well-formed, with the same elements', () => {
    const shape = (xml: string): string[] => xml.match(/<\/?[a-z-]+/g) ?? [];
    const plain = shape(toJunit(withText('name'), RULES));
    fc.assert(fc.property(texts, (text) => {
      const xml = toJunit(withText(text), RULES);
      assert.equal(XMLValidator.validate(xml), true);
      assert.deepEqual(shape(xml), plain);
    }), { numRuns: 100 });
  });

  it('come back unchanged, except for what XML cannot hold', () => {
    const textsOfJunit = (text: string): string[] => {
      const suite = childrenOf(readXml(toJunit(withText(text), RULES), new Set())['testsuites'], 'testsuite')[0]!;
      const testCase = childrenOf(suite, 'testcase')[0]!;
      return [attribute(suite, 'name')!, attribute(testCase, 'file')!, ...textsOf(testCase, 'failure').flatMap((words) => words.split('\n')).slice(0, 1)];
    };
    assert.deepEqual(textsOfJunit('<&>"\''), ['<&>"\'', '<&>"\'', '<&>"\':2:1 error: <&>"\'']);
    assert.deepEqual(textsOfJunit('true').slice(0, 2), ['true', 'true']);
    assert.deepEqual(textsOfJunit('\u0000a\nb\ud800').slice(0, 2), ['\ufffda\nb\ufffd', '\ufffda\nb\ufffd']);
    assert.deepEqual(textsOfJunit('a\u202e\u2067\u200f\u009bb').slice(0, 2), ['a\ufffd\ufffd\ufffd\ufffdb', 'a\ufffd\ufffd\ufffd\ufffdb']);
  });
});

describe('hostile names in workflow commands', () => {
  it('start no command of their own', () => {
    fc.assert(fc.property(texts, (text) => {
      const lines = toGithub(withText(text)).trimEnd().split('\n');
      assert.equal(lines.length, 8);
      for (const line of lines) assert.match(line, /^::(error|warning|notice) [^\r\n]*$/);
    }), { numRuns: 200 });
  });

  it('stay inside their property', () => {
    const report = withText('a,line=9::b%0A');
    assert.equal(toGithub(report).split('\n')[0], '::error '
      + 'file=a%2Cline=9%3A%3Ab%250A,line=112,endLine=112,col=18,endColumn=29,title=security/hardcoded-secret (blocker)::a,line=9::b%250A (review §3.1)');
  });
});

describe('hostile names in Markdown', () => {
  it('make neither markup, cells, mentions nor links', () => {
    assert.equal(markdownText('a|b *c* <i> [x](y) @you #1 `d` $e$ http://z\n# h'), 'a&#124;b &#42;c&#42; &#60;i&#62; &#91;x&#93;(y) &#64;you &#35;1 '
      + '&#96;d&#96; &#36;e&#36; http\u2060://z &#35; h');
    assert.equal(markdownCode('a``b|c'), '```a``b\\|c```');
    assert.equal(markdownCode('`'), '`` ` ``');
  });

  it('keep tables and folds in shape', () => {
    const shape = (markdown: string): string =>
      markdown
        .split('\n')
        .map((line) => (line.startsWith('|') ? (line.replaceAll('\\|', '').match(/\|/g) ?? []).length : line.startsWith('<') ? line.slice(0, 8) : ''))
        .filter((one) => one !== '')
        .join(' ');
    const plain = shape(toMarkdown(withText('name'), RULES));
    fc.assert(fc.property(texts, (text) => assert.equal(shape(toMarkdown(withText(text), RULES)), plain)), { numRuns: 60 });
  });
});

describe('hostile names in a terminal', () => {
  it('send no control character', () => {
    fc.assert(fc.property(texts, (text) => {
      assert.equal(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/.test(toPretty(withText(text), { color: false, width: 80, rules: RULES })), false);
    }), { numRuns: 100 });
  });
});

describe('hostile names in other formats', () => {
  it('stay inside their quotes in DOT', () => {
    const graph = { ...sample().graph, edges: [], cycles: [], layers: [], blocks: [{ ...sample().graph.blocks[0]!, id: 'a"]; evil [x="\\', layer: null }] };
    assert.match(toDot(graph), /^ {2}"a\\"\]; evil \[x=\\"\\\\" \[fillcolor=/m);
  });

  it('are percent-encoded in SARIF', () => {
    assert.equal(toUri('C:/a b/ü#?%.ts'), 'C%3A/a%20b/%C3%BC%23%3F%25.ts');
    fc.assert(fc.property(texts, (text) => {
      const log = JSON.parse(toSarif(withText(text), RULES)) as { runs: { results: { message: { text: string } }[] }[] };
      assert.equal(/[\ud800-\udbff](?![\udc00-\udfff])/.test(log.runs[0]?.results[0]?.message.text ?? ''), false);
    }), { numRuns: 100 });
  });
});

describe('hostile names in annotations', () => {
  it('cannot move the cursor or reverse the text of the log, as names of files neither', () => {
    assert.doesNotMatch(toGithub(withText('src/\u001b[2J\u202e.ts')), /[\u001b\u202e]/);
  });
});
