/** The Mermaid text of the block graph. Whether Mermaid accepts it is asked in test/panel/export.test.ts. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ReportGraph } from '../../server/protocol/report.ts';
import { groupBlocks, initiallyCollapsed } from '../../server/diagram/groups.ts';
import { MAX_EDGES, MAX_TEXT } from '../../server/diagram/limits.ts';
import { drawableText, encodeLabel, restoreLabel } from '../../server/diagram/mermaid-label.ts';
import { toMermaid } from '../../server/diagram/mermaid.ts';
import { block, largeGraph, smallGraph } from '../panel/example.ts';

const TINY: ReportGraph = {
  layers: [{ id: 'ui', paths: [], mayUse: ['data'] }, { id: 'data', paths: [], mayUse: [] }],
  blocks: [block('Web', 'ui'), block('Store', 'data', 'modified'), block('Cache', 'data')],
  edges: [
    { from: 'Web', to: 'Store', imports: 2, kind: 'value' },
    { from: 'Store', to: 'Cache', imports: 1, kind: 'type' },
    { from: 'Cache', to: 'Store', imports: 1, kind: 'value' },
    { from: 'Cache', to: 'Web', imports: 1, kind: 'value' },
  ],
  cycles: [['Store', 'Cache']],
  criticalPath: ['Web', 'Store'],
};

/** The lines between the header and the styles. */
function body(text: string): string[] {
  return text.split('\n').slice(1).filter((line) => line !== '' && !/^ {2}(classDef|class|linkStyle) /.test(line));
}

describe('toMermaid', () => {
  it('writes blocks in their layers, and each kind of edge', () => {
    const { text, nodes, note } = toMermaid(TINY, { level: 'block', findings: new Map([['Web', 1]]) });
    assert.deepEqual(body(text), [
      '  subgraph g0["ui"]',
      '    b0("Web<br/>1 finding")',
      '  end',
      '  subgraph g1["data"]',
      '    b1("Store<br/>modified")',
      '    b2("Cache")',
      '  end',
      '  b0 e0@==> b1',
      '  b1 e1@-.->|"cycle"| b2',
      '  b2 e2@-->|"cycle"| b1',
      '  b2 e3@-->|"not allowed"| b0',
    ]);
    assert.match(text, /^flowchart TB\n/);
    assert.match(text, /linkStyle 1,2,3 stroke:#c62828/);
    assert.match(text, /linkStyle 0 stroke:#8250df/);
    assert.match(text, /class b1 is-modified/);
    assert.match(text, /class b1,b2 is-cyclic/);
    assert.deepEqual(Object.fromEntries(nodes), { g0: 'ui', g1: 'data', b0: 'Web', b1: 'Store', b2: 'Cache' });
    assert.equal(note, null);
  });

  it('writes on arrows between blocks what passes, beside what is wrong with them, and marks bottlenecks', () => {
    const names = new Map([['["Web","Store"]', ['Order', 'Line', 'Price', 'run()']], ['["Store","Cache"]', ['Key']], ['["Cache","Store"]', []]]);
    const { text } = toMermaid(TINY, { level: 'block', names, bottlenecks: new Set(['Store']) });
    assert.deepEqual(body(text).filter((line) => line.includes('@') || line.includes('b1(')), [
      '    b1("Store<br/>modified, bottleneck")', '  b0 e0@==>|"Order, Line, Price #43;1"| b1', '  b1 e1@-.->|"cycle#58; Key"| b2', '  b2 e2@-->|"cycle"| b1',
      '  b2 e3@-->|"not allowed"| b0',
    ]);
    assert.match(text, /classDef is-bottleneck stroke:#1f2328,stroke-width:4px\n {2}class b1 is-bottleneck\n/);
    assert.doesNotMatch(toMermaid(TINY, { level: 'layer', names, bottlenecks: new Set(['Store']) }).text, /Order|bottleneck/);
  });

  it('draws layers alone, with joined edges and a note of what they hide', () => {
    const { text, diagram } = toMermaid(TINY, { level: 'layer', findings: new Map([['Store', 2], ['Cache', 1]]) });
    assert.deepEqual(body(text), [
      '  g0[["ui<br/>1 block"]]',
      '  g1[["data<br/>2 blocks, cycle inside, 3 findings"]]',
      '  g0 e0@==> g1',
      '  g1 e1@-->|"not allowed"| g0',
    ]);
    assert.deepEqual(
      diagram.edges.map(({ imports, violation }) => ({ imports, violation })),
      [
        { imports: 2, violation: false },
        { imports: 1, violation: true },
      ],
    );
  });

  it('collapses only the layers asked for', () => {
    const { nodes } = toMermaid(TINY, { level: 'block', collapsed: new Set(['data']) });
    assert.deepEqual([...nodes.keys()].sort(), ['b0', 'g0', 'g1']);
  });

  it('draws only a block and its neighbours, even when their layer is collapsed', () => {
    const { nodes } = toMermaid(smallGraph(), { level: 'block', focus: 'Taxes', collapsed: new Set(['domain']) });
    assert.deepEqual([...nodes.values()].sort(), ['Pricing', 'Taxes', 'application', 'domain']);
  });

  it('judges no edge of a block without a layer', () => {
    const { diagram } = toMermaid({ ...TINY, blocks: [block('Web', null), block('Store', 'data'), block('Cache', 'data')] }, { level: 'block' });
    assert.deepEqual(diagram.edges.filter((edge) => edge.violation), []);
  });

  it('wraps boxes without arrows among themselves into rows', () => {
    const blocks = Array.from({ length: 9 }, (_, at) => block(`B${at}`, 'ui'));
    const { text } = toMermaid({ layers: [], blocks, edges: [], cycles: [], criticalPath: [] }, { level: 'block' });
    assert.deepEqual(body(text).filter((line) => line.includes('~~~')), ['  b0 ~~~ b7', '  b1 ~~~ b8']);
  });
});

describe('limits of the picture', () => {
  it('starts with a graph of 300 blocks collapsed by layer, and one of 30 expanded', () => {
    assert.equal(initiallyCollapsed(largeGraph(300, 8)).size, 8);
    assert.equal(initiallyCollapsed(smallGraph()).size, 0);
  });

  it('groups by the first folder that differs where there are no layers', () => {
    const groups = groupBlocks(largeGraph(300, 0));
    assert.deepEqual(groups.map((group) => group.id), Array.from({ length: 12 }, (_, at) => `src/area${at}/`));
    assert.equal(groups[0]?.blocks.length, 25);
  });

  it('collapses the largest layers first, and says so when all are requested', () => {
    const written = toMermaid(largeGraph(300, 8), { level: 'block', limits: { nodes: 120, edges: 300 } });
    assert.ok(written.diagram.nodes.length <= 120, `${written.diagram.nodes.length} boxes`);
    assert.ok(written.collapsed.size > 0 && written.collapsed.size < 8);
    assert.match(written.note ?? '', /^Collapsed because the graph is too large to draw at once: layer-/);
  });

  it('never exceeds the limits of Mermaid, and keeps the edges that break a rule', () => {
    const blocks = Array.from({ length: 120 }, (_, at) => block(`${'"'.repeat(80)}${at}`, `layer ${at}`));
    const edges = blocks.flatMap((from, a) =>
      blocks.slice(0, 20).flatMap((to, b) => (a === b ? [] : [{ from: from.id, to: to.id, imports: 1, kind: 'value' as const }])),
    );
    const cycle = [blocks[5]?.id ?? '', blocks[6]?.id ?? ''];
    const graph: ReportGraph = { layers: [], blocks, edges, cycles: [cycle], criticalPath: [] };
    for (const level of ['layer', 'block'] as const) {
      const { text, diagram, note } = toMermaid(graph, { level });
      assert.ok(text.length <= MAX_TEXT, `${text.length} characters`);
      assert.ok(text.split('\n').filter((line) => /@[-=.]+>|~~~/.test(line)).length <= MAX_EDGES);
      assert.equal(diagram.edges.filter((edge) => edge.cyclic).length, 2);
      assert.match(note ?? '', /arrows, those that break a rule first/);
    }
  });
});

describe('labels', () => {
  const names = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({
      unit: fc.constantFrom(
        '"',
        "'",
        '`',
        '<',
        '>',
        '&',
        '#',
        ';',
        '[',
        ']',
        '(',
        ')',
        '{',
        '}',
        '|',
        '\\',
        '%',
        '$',
        '*',
        '_',
        '~',
        ':',
        '@',
        '\n',
        'ﬂ',
        '°',
        '¶',
        'ß',
        '\uee22',
        'a',
        '9',
        ' ',
      ),
      maxLength: 80,
    }),
    fc.constantFrom(
      'end',
      'subgraph',
      'graph TD',
      '%%{init: {}}%%',
      'click b0 call x()',
      '--- title: a ---',
      '<br/>',
      'style b0 fill:#f00;',
      'classDef x fill:#f00;',
    ),
  );

  it('hold nothing that ends a label or starts a statement, whatever the name', () => {
    fc.assert(
      fc.property(names, (name) => {
        assert.match(encodeLabel(name, 'entities'), /^(?:[^"#;<>&\n\r`\\[\]{}()|%]|#\d+;)+$/u);
        assert.match(encodeLabel(name, 'placeholders'), /^[^"#;<>&\n\r`\\[\]{}()|%$*_~:@]+$/u);
      }),
      { numRuns: 2000 },
    );
  });

  it('come back as they were drawn', () => {
    fc.assert(
      fc.property(names, (name) => {
        const joiners = /\u2060/g;
        assert.equal(restoreLabel(encodeLabel(name, 'placeholders')).replace(joiners, ''), drawableText(name).replace(joiners, ''));
      }),
      { numRuns: 2000 },
    );
  });

  it('leave one statement on each line', () => {
    fc.assert(
      fc.property(fc.uniqueArray(names, { minLength: 2, maxLength: 6 }), (ids) => {
        const blocks = ids.map((id) => block(id, id));
        const edges = ids.slice(1).map((to, at) => ({ from: ids[at] ?? '', to, imports: 1, kind: 'value' as const }));
        const { text } = toMermaid(
          { layers: ids.map((id) => ({ id, paths: [], mayUse: [] })), blocks, edges, cycles: [], criticalPath: [] },
          { level: 'block' },
        );
        const statement = new RegExp(
          String.raw`^(flowchart TB| {2}subgraph g\d+\["[^"]*"\]| {4}b\d+\("[^"]*"\)| {2}end| {2}b\d+ e\d+@-->(\|"[^"]*"\|)? b\d+|`
          + String.raw` {2}(classDef|class|linkStyle) [\w ,:#.-]+|)$`,
          'u',
        );
        for (const line of text.split('\n')) assert.match(line, statement);
      }),
      { numRuns: 500 },
    );
  });

  it('are shortened in the middle', () => {
    const shown = drawableText(`${'a'.repeat(100)}${'z'.repeat(100)}`);
    assert.equal(shown, `${'a'.repeat(29)}…${'z'.repeat(30)}`);
  });

  it('show what cannot be drawn as a replacement character', () => {
    assert.equal(drawableText('a\u0000b\ud800c\u202ed'), 'a\ufffdb\ufffdc\ufffdd');
    assert.equal(drawableText(' \n '), '(no name)');
  });
});
