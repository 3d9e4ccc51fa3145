/** Judging a large folder is one step after the other, and between them requests are answered and edits taken. */
import assert from 'node:assert/strict';
import { EditedFolder } from '../../../server/app/editing/edited-folder.ts';
import { Turns } from '../../../server/app/editing/turns.ts';
import { openFolder, type OpenedFolder } from '../../../server/compose/folder.ts';
import { allSteps, type Steps } from '../../../server/text/steps.ts';
import { removeTemporaryFolders, temporaryFolder } from '../../kit/temporary-folder.ts';

const PAUSES = { typing: 1, settings: 4, idle: 8 };
const FOUND = (at: number): string => `export function run${at}(text: string): unknown {\n  return eval(text);\n}\n`;

/** Files with a finding each, which import each other in turn. */
function folderOf(count: number): string {
  return temporaryFolder(Object.fromEntries(Array.from({ length: count }, (_, at) => {
    const next = (at + 1) % count;
    return [`src/file${at}.ts`, `import { run${next} } from './file${next}.ts';\nexport const next${at} = run${next};\n${FOUND(at)}`];
  })));
}

describe('turns', () => {
  function* counting(steps: number, done: (step: number) => void): Steps<string> {
    for (let step = 0; step < steps; step++) {
      done(step);
      yield;
    }
    return 'done';
  }

  it('let something else come between two steps, and end with the result', async () => {
    const events: string[] = [];
    setImmediate(() => events.push('other'));
    assert.equal(await new Turns(() => false, 0).take(counting(3, (step) => events.push(`step ${step}`))), 'done');
    assert.deepEqual(events, ['step 0', 'other', 'step 1', 'step 2']);
  });

  it('end where something newer has come, but not again and again', async () => {
    const turns = new Turns(() => true, 0);
    const results: unknown[] = [];
    for (let at = 0; at < 5; at++) results.push(await turns.take(counting(3, () => undefined)));
    assert.deepEqual(results, [null, null, null, 'done', null]);
  });
});

describe('judging in steps', () => {
  after(removeTemporaryFolders);

  const opened = (root: string): Promise<OpenedFolder> => openFolder({ root, cache: false, workerFile: null });
  const said = ({ findings }: { findings: readonly { path: string; ruleId: string; span: readonly number[] }[] }): string[] =>
    findings.map(({ path, ruleId, span }) => `${path}:${span.join(',')} ${ruleId}`);

  it('takes at least one for each file, and says the same', async () => {
    const { workspace } = await opened(folderOf(30));
    const at = workspace.judgingSteps('full');
    let steps = 0;
    let next = at.next();
    for (; next.done !== true; next = at.next()) steps++;
    assert.ok(steps > 30, `${steps} steps for 30 files`);
    const again = await opened(workspace.ports.root);
    assert.deepEqual(said(next.value!), said(again.workspace.judge('full')));
  });

  it('ends where the folder changed between two, and leaves nothing of the old one behind', async () => {
    const { workspace } = await opened(folderOf(30));
    const before = said(workspace.judge('full'));
    workspace.forgetResolution();
    const half = workspace.judgingSteps('full');
    for (let step = 0; step < 15; step++) half.next();
    workspace.remove('src/file3.ts');
    assert.equal(allSteps(half), null);
    const fresh = await opened(folderOf(30));
    fresh.workspace.remove('src/file3.ts');
    const now = said(workspace.judge('full'));
    assert.deepEqual(now, said(fresh.workspace.judge('full')));
    assert.notDeepEqual(now, before);
  });

  it('answers a request and takes an edit while it goes on', async () => {
    const root = folderOf(40);
    const events: string[] = [];
    const folder = new EditedFolder(root, {
      shows: (path, { findings }) => {
        events.push(`shown ${path}`);
        // The first of forty: the request comes when the next turn allows it.
        if (events.length === 1) setImmediate(() => events.push(`answered ${folder.findingsIn(path).length === findings.length}`));
      },
      showing: () => ({ hidden: 'none', showsBaseline: true }),
      reviewed: () => events.push('reviewed'),
      busy: () => undefined,
      log: (message) => events.push(message),
      mayAskGit: () => false,
      configuration: () => Promise.resolve(undefined),
    }, PAUSES, 0);
    try {
      await folder.load('opened');
      assert.deepEqual(events.slice(0, 3), [events[0], 'answered true', events[2]]);
      assert.match(events[2]!, /^shown src\/file/);
      assert.equal(events.filter((event) => event === 'reviewed').length, 1);
      events.length = 0;
      // Comes while the rest is judged: nothing is shown of a text that is not the latest.
      const whole = folder.load('asked');
      folder.edit('src/file1.ts', { text: 'export const nothing = 1;\n', version: 1 });
      await whole;
      folder.edit('src/file1.ts', { text: FOUND(1), version: 2 });
      await folder.load('asked');
      assert.deepEqual(folder.findingsIn('src/file1.ts').map(({ reported }) => reported.ruleId).includes('security/code-injection'), true);
    } finally {
      await folder.dispose();
    }
  });
});
