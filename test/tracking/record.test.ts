/** Histories of any shape: importing again changes nothing, however the history came about, and no commit is left out. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { usualKey } from '../../server/tracking/issue-key.ts';
import { changeLog, readLog, writeLog, type TrackingLog } from '../../server/tracking/log.ts';
import { recordWorks, type Touched } from '../../server/tracking/record.ts';
import { worksIn, type RawCommit, type WorkInput } from '../../server/tracking/work.ts';

const NOTHING: Touched = { blocks: ['core'], layers: [], kinds: new Set(['feature']), models: [], measured: {} };

interface Step { kind: 'main' | 'branch' | 'merge' | 'revert' | 'squash' | 'pick'; which: number; key: number; time: number }
const steps: fc.Arbitrary<Step[]> = fc.array(fc.record({
  kind: fc.constantFrom('main', 'branch', 'merge', 'revert', 'squash', 'pick'), which: fc.nat(5), key: fc.nat(4), time: fc.integer({ min: -30, max: 90 }),
}), { minLength: 1, maxLength: 14 });

/** A history as its steps make it, after each of them. */
function historiesOf(made: readonly Step[]): WorkInput[] {
  const commits: RawCommit[] = [];
  const branches = new Map<string, string>();
  let main: string | null = null;
  let now = 1_700_000_000;
  const add = (message: string, parents: string[], from?: RawCommit): string => {
    const hash = (commits.length + 1).toString(16).padStart(4, '0').repeat(10);
    commits.push({
      hash, message, parents, author: from?.author ?? 'Ada', email: 'a@example.com', authored: from?.authored ?? now, committed: now,
    });
    return hash;
  };
  return made.map(({ kind, which, key, time }) => {
    now += time;
    const message = key === 0 ? `work ${commits.length}` : `SHOP-${key} work ${commits.length}`;
    const name = which % 2 === 0 ? `topic-${which}` : `SHOP-${which}-topic`;
    const on = main === null ? [] : [main];
    const tip = branches.get(name);
    const any = commits[which % Math.max(1, commits.length)];
    if (kind === 'branch' && main !== null) branches.set(name, add(message, [tip ?? main]));
    else if (kind === 'merge' && tip !== undefined) {
      main = add(`Merge branch '${name}'`, [...on, tip]);
      branches.delete(name);
    } else if (kind === 'revert' && any !== undefined) main = add(`Revert "x"\n\nThis reverts commit ${any.hash}.`, on);
    else if (kind === 'squash' && tip !== undefined) {
      const subjects = commits.filter(({ hash }) => hash === tip).map((each) => `* ${each.message}`);
      main = add(`Things (#${which})\n\n${subjects.join('\n\n')}`, on);
      if (key % 2 === 0) branches.delete(name);
    } else if (kind === 'pick' && any !== undefined) main = add(any.message, on, any);
    else main = add(message, on);
    return { commits: [...commits], main, mainBranch: 'main', branches: new Map(branches), branch: 'main', head: main ?? '' };
  });
}

function imported(log: TrackingLog, history: WorkInput): TrackingLog {
  const { changes } = recordWorks(log, worksIn(history, usualKey), () => NOTHING);
  return readLog(writeLog(changeLog(log, changes)));
}

describe('a history of any shape', () => {
  it('changes nothing when it is imported again, at once or step by step', () => {
    fc.assert(fc.property(steps, (made) => {
      const histories = historiesOf(made);
      for (const states of [histories.slice(-1), histories]) {
        let log = readLog('');
        for (const history of states) {
          log = imported(log, history);
          assert.equal(writeLog(imported(log, history)), writeLog(log));
        }
      }
    }), { numRuns: 400 });
  });

  it('has each commit that is work in exactly one issue', () => {
    fc.assert(fc.property(steps, (made) => {
      const history = historiesOf(made).at(-1)!;
      const works = worksIn(history, usualKey);
      const hashes = works.flatMap(({ commits }) => commits.map(({ hash }) => hash));
      assert.equal(new Set(hashes).size, hashes.length);
      const copies = new Set(history.commits.map(({ message, authored }) => `${authored} ${message}`));
      const told = new Set(works.flatMap(({ commits }) => commits.map(({ message, authored }) => `${authored} ${message}`)));
      assert.deepEqual([...copies].filter((each) => !told.has(each) && !each.includes('Merge branch')), []);
    }), { numRuns: 200 });
  });
});
