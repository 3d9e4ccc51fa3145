/** Semantic versions. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BUMPS, isAtLeast, proposedVersion } from '../../server/blocks/versions.ts';

describe('versions', () => {
  it('are raised as npm understands them', () => {
    const cases: [version: string, bump: (typeof BUMPS)[number], proposed: string | null][] = [
      ['1.2.3', 'major', '2.0.0'], ['1.2.3', 'minor', '1.3.0'], ['1.2.3', 'patch', '1.2.4'], ['1.2.3', 'none', '1.2.3'],
      ['0.3.1', 'major', '0.4.0'], ['0.3.1', 'minor', '0.3.2'], ['0.0.3', 'major', '0.0.4'], ['0.0.3', 'minor', '0.0.4'],
      ['2.0.0-beta.1', 'major', '2.0.0'], ['2.1.0-rc.1', 'major', '3.0.0'], ['2.1.0-rc.1', 'minor', '2.1.0'], ['1.0rc1', 'minor', '1.0.0'],
      ['v1.2', 'minor', '1.3.0'], ['latest', 'major', null], ['2024.01.05.1', 'major', null],
    ];
    for (const [version, bump, proposed] of cases) assert.equal(proposedVersion(version, bump), proposed, `${version} ${bump}`);
  });

  it('are compared by number, a release after what comes before it', () => {
    const enough = [['1.10.0', '1.9.0'], ['2.0.0', '2.0.0-rc.1'], ['2.0.0-rc.10', '2.0.0-rc.9'], ['1.0.0', '1.0.0'], ['today', '9.0.0']] as const;
    for (const [version, least] of enough) assert.ok(isAtLeast(version, least), `${version} ${least}`);
    const tooLow = [['1.9.0', '1.10.0'], ['2.0.0-rc.1', '2.0.0'], ['0.3.9', '0.4.0']] as const;
    for (const [version, least] of tooLow) assert.ok(!isAtLeast(version, least), `${version} ${least}`);
  });

  it('that are proposed tell of the change: larger for a larger one, and never below the version', () => {
    const numbers = fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5)).map((parts) => parts.join('.'));
    fc.assert(fc.property(numbers, (version) => {
      const proposed = BUMPS.map((bump) => proposedVersion(version, bump)!);
      proposed.forEach((each, at) => assert.ok(isAtLeast(each, proposed[Math.max(0, at - 1)]!), `${version}: ${proposed.join()}`));
      assert.ok(!isAtLeast(version, proposed[1]!));
    }));
  });
});
