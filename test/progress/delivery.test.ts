/** Lead times from real histories, as Apache DevLake defines them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { importCommits } from '../../server/app/track/import.ts';
import { trackReport } from '../../server/app/track/report.ts';
import { isDeployment } from '../../server/progress/delivery.ts';
import type { Kpi, Progress } from '../../server/protocol/progress.ts';
import { History } from '../kit/history.ts';
import { removeTemporaryFolders, temporaryFolder } from '../kit/temporary-folder.ts';

const NOW = new Date('2025-10-20T12:00:00Z');

async function reported(root: string, kinds: Parameters<typeof trackReport>[0]['kinds'] = ['kpi']): Promise<Progress> {
  return trackReport({ root, kinds, now: NOW });
}

async function deliveryOf(history: History): Promise<NonNullable<Kpi['delivery']>> {
  return (await reported(history.folder)).kpi!.delivery!;
}

describe('lead time', () => {
  after(removeTemporaryFolders);

  it('counts from the first commit of a merged branch to the deployment that holds it', async () => {
    const history = new History();
    history.git('tag', 'v1.0.0');
    history.branch('SHOP-1');
    history.commit('begin');
    for (let at = 0; at < 60; at++) history.git('status');
    history.commit('end');
    history.main();
    history.git('merge', '-q', '--no-ff', '-m', "Merge branch 'SHOP-1'", 'SHOP-1');
    history.commit('waits for nobody');
    history.git('tag', '-a', '-m', 'two', 'v1.1.0');
    history.commit('waits for a deployment');
    const delivery = await deliveryOf(history);
    assert.deepEqual([delivery.deployments, delivery.leadTime.changes, delivery.withFirst, delivery.waiting, delivery.fromArrival], [2, 2, 1, 1, 0]);
    assert.ok(delivery.leadTime.p85Hours! > 1, String(delivery.leadTime.p85Hours));
    assert.ok(delivery.leadTime.medianHours! < delivery.leadTime.p85Hours!);
    assert.deepEqual([delivery.first?.tag, delivery.last?.tag], ['v1.0.0', 'v1.1.0']);
  });

  it('of a squash is never empty: its branch tells when it began, else it counts from the merge', async () => {
    const history = new History();
    history.git('tag', 'v1.0.0');
    history.branch('SHOP-1');
    history.commit('SHOP-1 begin', 'src/one.ts');
    for (let at = 0; at < 120; at++) history.git('status');
    history.main();
    history.git('merge', '-q', '--squash', 'SHOP-1');
    history.git('commit', '-q', '-m', 'Count stock (#3)\n\n* SHOP-1 begin');
    history.git('tag', '-a', '-m', 'two', 'v1.1.0');
    const known = await deliveryOf(history);
    assert.deepEqual([known.leadTime.changes, known.fromArrival], [1, 0]);
    assert.ok(known.leadTime.medianHours! > 2, String(known.leadTime.medianHours));
    history.git('branch', '-D', 'SHOP-1');
    const forgotten = await deliveryOf(history);
    assert.deepEqual([forgotten.leadTime.changes, forgotten.fromArrival], [1, 1]);
    assert.notEqual(forgotten.leadTime.medianHours, null);
    assert.ok(forgotten.leadTime.medianHours! < 1);
  });

  it('of a squash begins where the log says so, when the branch is gone', async () => {
    const history = new History();
    history.git('tag', 'v1.0.0');
    history.branch('SHOP-1');
    history.commit('SHOP-1 begin', 'src/one.ts');
    await importCommits({ root: history.folder, scope: 'whole' });
    for (let at = 0; at < 120; at++) history.git('status');
    history.main();
    history.git('merge', '-q', '--squash', 'SHOP-1');
    history.git('commit', '-q', '-m', 'SHOP-1 count stock (#3)');
    history.git('branch', '-D', 'SHOP-1');
    history.git('tag', '-a', '-m', 'two', 'v1.1.0');
    const delivery = await deliveryOf(history);
    assert.deepEqual([delivery.leadTime.changes, delivery.fromArrival, delivery.leadTime.medianHours! > 2], [1, 0, true]);
  });

  it('does not credit the first deployment with all that came before it', async () => {
    const history = new History();
    for (let at = 0; at < 5; at++) history.commit(`old ${at}`);
    history.git('tag', 'v1.0.0');
    const first = await reported(history.folder);
    assert.deepEqual([first.kpi!.delivery!.leadTime, first.kpi!.delivery!.withFirst], [{ changes: 0, medianHours: null, p85Hours: null }, 6]);
    assert.equal(first.kpi!.indicators.find(({ id }) => id === 'idea-to-production')!.value, null);
    history.commit('new');
    history.git('tag', 'v1.0.1');
    assert.equal((await deliveryOf(history)).leadTime.changes, 1);
  });

  it('credits the first deployment that holds a change, also one from a branch of its own', async () => {
    const history = new History();
    history.git('tag', 'v1.0.0');
    history.branch('stable');
    history.commit('hot fix');
    history.git('tag', 'v1.0.1');
    history.main();
    history.commit('meanwhile');
    history.git('merge', '-q', '--no-ff', '-m', "Merge branch 'stable'", 'stable');
    const delivery = await deliveryOf(history);
    // The fix was in production before it was merged.
    assert.deepEqual([delivery.leadTime.changes, delivery.waiting], [1, 1]);
  });

  it('notices a deployment of which a later one took something back', async () => {
    const history = new History();
    history.git('tag', 'v1.0.0');
    const bad = history.commit('bad');
    history.git('tag', 'v1.1.0');
    history.git('revert', '--no-edit', bad);
    history.git('tag', 'v1.1.1');
    history.commit('good');
    history.git('tag', 'v1.2.0');
    const { kpi } = await reported(history.folder);
    const rollbacks = kpi!.indicators.find(({ id }) => id === 'rollback-frequency')!;
    assert.deepEqual([rollbacks.value, rollbacks.basis, rollbacks.met], [25, 4, false]);
  });

  it('takes tags of versions for deployments, or those that the configuration names', () => {
    assert.deepEqual(
      ['v1.2.0', '1.2', 'shop@2.0.0', 'release-3.1.4', 'v2.0.0-rc.1', 'deploy-7', 'nightly', '2026'].filter((tag) => isDeployment(tag, null)),
      ['v1.2.0', '1.2', 'shop@2.0.0', 'release-3.1.4'],
    );
    assert.deepEqual(['v1.2.0', 'deploy-7'].filter((tag) => isDeployment(tag, '^deploy-')), ['deploy-7']);
  });

  it('is not known without deployments, and the report says so', async () => {
    const { kpi, notes } = await reported(new History().folder);
    assert.deepEqual([kpi!.delivery!.first, kpi!.delivery!.leadTime.medianHours], [null, null]);
    assert.match(kpi!.indicators.map(({ missing }) => missing).join(), /no tag tells of a deployment/);
    assert.match(notes.join(), /The log has no issues yet/);
  });
});

describe('a history that is not whole', () => {
  after(removeTemporaryFolders);

  it('is told when it was written anew', async () => {
    const history = new History();
    history.commit('SHOP-1 one');
    history.commit('SHOP-2 two');
    await importCommits({ root: history.folder, scope: 'whole' });
    history.git('commit', '-q', '--amend', '-m', 'SHOP-2 two again');
    assert.match((await reported(history.folder)).notes.join(), /The commit of 1 issue is no longer in the history, which was written anew: SHOP-2\./);
  });

  it('is told when the clone is shallow, and when commits are not in the log', async () => {
    const history = new History();
    await importCommits({ root: history.folder, scope: 'whole' });
    history.commit('SHOP-1 one');
    history.commit('SHOP-2 two');
    assert.match((await reported(history.folder, ['velocity'])).notes.join(), /2 commits on the main branch came after all that the log knows/);
    const clone = join(temporaryFolder(), 'clone');
    spawnSync('git', ['clone', '-q', '--depth', '1', `file://${history.folder}`, clone]);
    for (const kinds of [['velocity'], ['ownership']] as const) assert.match((await reported(clone, kinds)).notes.join(), /The clone is shallow/);
  });
});
