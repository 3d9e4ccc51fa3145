/**
 * What somebody who maintains a project of 2,500 files asks, answered on the screen of a real VS Code by clicking, typing and
 * reading alone. The answers are known because they were planted.
 */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { plantProject, type PlantedProject } from '../../kit/planted-project.ts';
import { builtExtension } from '../launch/built-extension.ts';
import { screenshot, useWindow } from '../launch/window.ts';
import { Person } from './person.ts';

/** "A handful". */
const MOST_ACTS = 5;

describe('on the screen: the questions of a maintainer, in 2,500 files', function () {
  this.timeout(180_000);
  let planted: PlantedProject;
  let person: Person;
  const window = useWindow({
    name: 'screen-questions',
    open: (session) => {
      const folder = path.join(session.folder, 'large');
      mkdirSync(folder);
      planted = plantProject(folder);
      return Promise.resolve({ folder, extension: builtExtension() });
    },
  });
  beforeEach(() => {
    person = new Person(window().page);
  });
  afterEach(() => assert.ok(person.acts <= MOST_ACTS, `it took ${person.acts} clicks and texts`));

  it('which blocks are tangled, and where do I cut?', async () => {
    await person.runs('Show Block Graph');
    const overview = person.sight.getByRole('complementary', { name: 'Overview' });
    await overview.getByRole('heading', { name: 'Tangled blocks' }).waitFor({ timeout: 120_000 });
    const tangles = overview.getByRole('listitem').filter({ hasText: /^\d+ blocks depend on each other/u });
    await tangles.getByText('Cut here first').waitFor();
    const words = await person.reads(tangles);
    await screenshot(window().page, 'question-tangle');
    const { tangle, cut } = planted;
    assert.deepEqual(words.slice(0, 6), ['3 blocks depend on each other', ...tangle, 'Step through', 'Cut here first:']);
    assert.ok(words.some((line) => line.endsWith(`Cheapest to cut: ${cut.from} → ${cut.to} (1 import).`)), words.join('\n'));
    await person.clicks(tangles.getByText(`${cut.path}:${cut.line}`));
    assert.deepEqual(await person.seesOpen(), { file: path.basename(cut.path), line: cut.line, code: cut.code });
  });

  it('what breaks if I change this?', async () => {
    await person.runs('Show Block Graph');
    await person.types(person.sight.getByRole('combobox', { name: 'Find a block' }), planted.clock.block);
    await person.clicks(person.sight.getByRole('button', { name: 'What breaks?' }));
    const words = await person.reads(person.sight.getByRole('complementary', { name: 'Ways' }));
    await screenshot(window().page, 'question-breaks');
    const [first, second, third] = planted.clock.users;
    assert.deepEqual(words, [
      'What breaks with clock?', 'A change of clock can reach 3 blocks.',
      `${first}→clock`, `${second}→${first}→clock`, `${third}→${second}→${first}→clock`,
    ]);
    // A person asks where: the arrow is a button that lists the imports.
    await person.clicks(person.sight.getByRole('button', { name: `Imports from ${first} to clock` }).first());
    const imports = await person.reads(person.sight.getByRole('list', { name: `Imports from ${first} to clock` }));
    assert.deepEqual(imports, [`src/data/${first}/index.ts:1`, 'now from src/infrastructure/clock/index.ts']);
  });

  it('why did I lose these points, and what brings back most?', async () => {
    await person.runs('Show Score');
    const gains = person.sight.getByRole('region', { name: 'What brings back most' });
    const { runsText } = planted;
    const cause = gains.getByRole('button', { name: new RegExp(`^${runsText.length} × `, 'u') });
    await cause.waitFor({ timeout: 120_000 });
    const total = (await person.reads(person.sight.getByRole('region', { name: 'Total score' }))).find((line) => line.includes('of 100'));
    const items = await gains.getByRole('list').first().getByRole('listitem').filter({ hasText: /^\+/u }).allInnerTexts();
    await screenshot(window().page, 'question-score');
    // One thing takes all that is missing, and the sums add up.
    assert.equal(items.length, 1);
    const gain = Number(/^\+([\d.]+)/u.exec(items[0]!)![1]);
    assert.equal(Math.round((Number.parseFloat(total!) + gain) * 10) / 10, 100);
    await person.clicks(cause);
    const found = person.sight.getByRole('region', { name: /^Findings/u });
    await found.getByText(`${runsText[0]!.path}:${runsText[0]!.line}`).waitFor();
    const places = (await person.reads(found)).filter((line) => line.startsWith('src/')).map((line) => line.split(' ')[0]);
    assert.deepEqual(places.sort(), runsText.map((place) => `${place.path}:${place.line}`).sort());
    await screenshot(window().page, 'question-score-places');
    await person.clicks(found.getByText(`${runsText[0]!.path}:${runsText[0]!.line}`));
    assert.deepEqual(await person.seesOpen(), { file: path.basename(runsText[0]!.path), line: runsText[0]!.line, code: runsText[0]!.code });
  });

  it('what did my branch do to the architecture?', async () => {
    await person.runs('Show Architecture Changes of the Branch');
    await person.sight.getByRole('heading', { name: 'Architecture changes' }).waitFor({ timeout: 120_000 });
    const words = (await person.reads(person.sight.locator('body'))).map((line) => line.replaceAll(/\s+/gu, ' '));
    await screenshot(window().page, 'question-branch');
    const { branch, tangle } = planted;
    assert.ok(words.some((line) => line.endsWith('the working tree · 4 blocks changed: 1 breaking, 1 new and 2 modified · major change')), words.join('\n'));
    const after = (title: string): string[] => words.slice(words.indexOf(title) + 1);
    assert.equal(words.find((line) => line.includes('Breaking ')), `🔴 Breaking ${branch.breaking} 0.1.0, 0.2.0 needed ${branch.affected.join(', ')}`);
    assert.ok(words.includes(`major ${branch.removed} is no longer exported. ${branch.removedFrom.path}:${branch.removedFrom.line}`), words.join('\n'));
    assert.ok(words.includes(`🟢 New ${branch.added} 0.1.0`), words.join('\n'));
    assert.deepEqual(after('New cycles').slice(0, 2), [[tangle[0], tangle[2], tangle[1], tangle[0]].join(' → '), 'New dependencies']);
    assert.deepEqual(after('New dependencies').slice(0, 2), branch.imports.map((pair) => pair.join(' → ')));
    assert.ok(!words.includes('Dependencies that are gone') && !words.includes('Cycles that are gone'));
  });
});
