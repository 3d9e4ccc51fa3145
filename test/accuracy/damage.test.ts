import assert from 'node:assert/strict';
import { fallOf, type Step } from '../../scripts/accuracy/damage-facts.ts';
import { plantAt, type DamageKind, type Files } from '../../scripts/accuracy/damage-kinds.ts';
import { PYTHON_KINDS } from '../../scripts/accuracy/damage-python.ts';
import { TYPESCRIPT_KINDS } from '../../scripts/accuracy/damage-typescript.ts';

const step = (faults: number, privacy: number, cycles = 5): Step => ({
  faults, found: faults, total: 90 + privacy + cycles, criteria: { privacy: [privacy, 5], cycles: [cycles, 5] },
});
function filesOf(kind: DamageKind, variant: 'sound' | 'faulty'): Files {
  return kind.place === 'files' ? kind[variant](plantAt(3)) : { end: kind[variant](plantAt(3)) };
}

describe('damage', () => {
  it('lowers its own criterion most', () => {
    const steps = [step(0, 5), step(1, 4), step(2, 4), step(4, 2, 4.5), step(0, 5)];
    assert.deepEqual(fallOf('privacy', steps), { falls: true, fallsMost: true, returns: true, others: { cycles: 0.5 } });
  });

  it('is reported when it does not fall, falls less than another, or does not return', () => {
    assert.equal(fallOf('privacy', [step(0, 5), step(1, 4), step(2, 4.1), step(0, 5)]).falls, false);
    assert.equal(fallOf('privacy', [step(0, 5), step(1, 5), step(2, 5), step(0, 5)]).falls, false);
    assert.equal(fallOf('privacy', [step(0, 5), step(1, 4, 4), step(0, 5)]).fallsMost, false);
    assert.equal(fallOf('privacy', [step(0, 5), step(1, 4), step(0, 4.9)]).returns, false);
    assert.equal(fallOf('practices', [step(0, 5), step(1, 4), step(0, 5)]).fallsMost, false);
  });

  for (const [language, kinds] of [['Python', PYTHON_KINDS], ['TypeScript', TYPESCRIPT_KINDS]] as const) {
    it(`in ${language} has a twin without the fault in the same files`, () => {
      assert.ok(kinds.length > 0);
      for (const kind of kinds) {
        const [sound, faulty] = [filesOf(kind, 'sound'), filesOf(kind, 'faulty')];
        assert.deepEqual(Object.keys(sound), Object.keys(faulty), kind.id);
        assert.notDeepEqual(sound, faulty, kind.id);
      }
    });
  }
});
