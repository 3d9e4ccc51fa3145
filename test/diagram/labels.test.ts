import assert from 'node:assert/strict';
import fc from 'fast-check';
import { curvesOf, pointAt } from '../../server/diagram/map/curves.ts';
import { namesLine, placeLabels } from '../../server/diagram/map/labels.tsx';
import type { PlacedBox, Rect } from '../../server/diagram/map/layout.ts';
import type { MapEdge } from '../../server/diagram/map/plan.ts';

const box = (key: string, x: number, y: number): PlacedBox => ({ key, x, y, width: 172, height: 44, isBar: false });
const edge = (from: string, to: string): MapEdge => ({
  key: `${from}→${to}`, from, to, imports: 1, pairs: 1, typeOnly: false, cyclic: false, violation: false, critical: false,
});
const meet = (a: Rect, b: Rect): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('labels along edges', () => {
  it('stand in the middle where there is room, with as many names as fit', () => {
    const boxes = [box('a', 0, 0), box('b', 0, 200)];
    const [label, ...others] = placeLabels(curvesOf([edge('a', 'b')], boxes, 'rows'), new Map([['a→b', ['Order', 'Customer', 'Price', 'run()']]]), boxes);
    assert.deepEqual(others, []);
    assert.equal(label?.text, 'Order, Customer, Price +1');
    const { x, y } = pointAt(label!.curve, 0.5);
    assert.deepEqual([label!.x + label!.width / 2, label!.y + label!.height / 2], [x, y]);
  });

  it('are shorter where there is less room, and missing where there is none', () => {
    const boxes = [box('a', 0, 0), box('b', 260, 0)];
    const names = new Map([['a→b', ['Order', 'Customer', 'Price']]]);
    const placed = (gap: number): string[] => {
      const around = [box('a', 0, 0), box('b', 172 + gap, 0)];
      return placeLabels(curvesOf([edge('a', 'b')], around, 'columns'), names, around).map(({ text }) => text);
    };
    assert.deepEqual([placed(400), placed(90), placed(40)], [['Order, Customer, Price'], ['Order +2'], []]);
    assert.deepEqual(placeLabels(curvesOf([edge('a', 'b')], boxes, 'columns'), new Map(), boxes), []);
    assert.deepEqual(placeLabels(curvesOf([edge('a', 'b')], boxes, 'columns'), new Map([['a→b', []]]), boxes), []);
  });

  it('stand over nothing that is taken, and not over each other', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }));
    const places = fc.uniqueArray(place, { selector: String, minLength: 2, maxLength: 12 });
    fc.assert(fc.property(places, fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 20 }),
      (chosen, ends) => {
        const boxes = chosen.map(([column, row], at) => box(String(at), column * 184, row * 76));
        const edges = [...new Map(ends.map(([a, b]) => edge(String(a % boxes.length), String(b % boxes.length))).map((one) => [one.key, one])).values()]
          .filter(({ from, to }) => from !== to);
        const labels = placeLabels(curvesOf(edges, boxes, 'rows'), new Map(edges.map(({ key }) => [key, ['OrderLine', 'Customer']])), boxes);
        for (const [at, label] of labels.entries()) for (const other of [...boxes, ...labels.slice(at + 1)]) assert.equal(meet(label, other), false);
      }));
  });

  it('cut long names in the middle and count the rest', () => {
    assert.equal(namesLine(['aVeryLongNameOfATypeThatNobodyReads', 'b', 'c'], 2), 'aVeryLongNa…tNobodyReads, b +1');
  });
});
