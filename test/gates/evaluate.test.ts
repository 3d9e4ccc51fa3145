/** Conditions of gates: what holds, what does not, and what has no value. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { evaluateGate, type Measured } from '../../server/gates/evaluate.ts';
import { OPERATORS, type AskedCondition, type MetricValue } from '../../server/protocol/gates.ts';

const asked = (over: Partial<AskedCondition> = {}): AskedCondition =>
  ({ metric: 'f1', operator: '>=', threshold: 0.5, severity: 'blocking', file: 'm.json', ...over });
const result = (condition: AskedCondition, measured: Measured) => evaluateGate({ name: 'g', conditions: [condition] }, () => measured);
const value = (one: unknown): Measured => ({ value: one as MetricValue, source: 'm.json' });

const anyOperator = fc.constantFrom(...OPERATORS);
const anyValue = fc.oneof(fc.double(), fc.boolean(), fc.string(), fc.constantFrom(NaN, Infinity, -Infinity, null, undefined, [], {}));

describe('conditions of a gate', () => {
  it('compare numbers as JavaScript does, whatever the numbers', () => {
    const compare = { '>=': (a: number, b: number) => a >= b, '>': (a: number, b: number) => a > b, '<=': (a: number, b: number) => a <= b,
      '<': (a: number, b: number) => a < b, '==': (a: number, b: number) => a === b, '!=': (a: number, b: number) => a !== b };
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(fc.property(anyOperator, finite, finite, (operator, a, b) => {
      assert.equal(result(asked({ operator, threshold: b }), value(a)).passed, compare[operator](a, b));
    }));
  });

  it('never hold for another kind of value, nor for a number that is none', () => {
    fc.assert(fc.property(anyOperator, anyValue, fc.oneof(fc.integer(), fc.boolean(), fc.string()), (operator, found, threshold) => {
      const { passed, conditions: [condition] } = result(asked({ operator, threshold }), value(found));
      if (typeof found !== typeof threshold || (typeof found === 'number' && !Number.isFinite(found))) assert.equal(passed, false);
      assert.equal(condition!.passed, passed);
      assert.ok(condition!.reason.startsWith('f1'));
      // What is told is JSON, and the value in it is what was found.
      if (typeof condition!.value === 'number') assert.ok(Number.isFinite(condition!.value));
    }));
  });

  it('fail without a value, and say why', () => {
    for (const operator of OPERATORS) {
      const { passed, conditions } = result(asked({ operator }), { missing: 'm.json does not exist', source: 'm.json' });
      assert.equal(passed, false);
      assert.deepEqual(conditions, [{
        metric: 'f1', operator, threshold: 0.5, value: null, passed: false, source: 'm.json', reason: 'f1: m.json does not exist', severity: 'blocking',
      }]);
    }
  });

  it('say in words what stands against what', () => {
    const reason = (measured: Measured, over: Partial<AskedCondition> = {}): string => result(asked(over), measured).conditions[0]!.reason;
    assert.equal(reason(value(0.4)), 'f1 0.4, asked >= 0.5');
    assert.equal(reason(value(NaN)), 'f1: is NaN, which is no number to compare');
    assert.equal(reason(value('0.9')), 'f1: is a text, and a number was asked for');
    assert.equal(reason(value(true)), 'f1: is true, and a number was asked for');
    assert.equal(reason(value(false), { operator: '==', threshold: true }), 'f1 false, asked == true');
    assert.equal(reason(value(1), { operator: '==', threshold: 'one' }), 'f1: is a number, and a text was asked for');
    assert.equal(reason(value('failed'), { operator: '==', threshold: 'passed' }), 'f1 is another text, asked == passed');
    assert.equal(reason(value('passed'), { operator: '==', threshold: 'passed' }), 'f1 passed, asked == passed');
    assert.equal(reason(value(0.4), { severity: 'warning' }), 'f1 0.4, asked >= 0.5 (a warning)');
  });

  it('of severity warning are told and decide nothing; a gate with none that counts does not pass by that alone', () => {
    const gate = (...conditions: AskedCondition[]): boolean => evaluateGate({ name: 'g', conditions }, () => value(0.4)).passed;
    assert.equal(gate(asked({ severity: 'warning' })), true);
    assert.equal(gate(asked({ severity: 'warning' }), asked()), false);
    assert.equal(gate(), false);
  });
});
