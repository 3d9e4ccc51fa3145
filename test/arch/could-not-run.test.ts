/** What the tests do where something is missing: which browser they take, and how they report what could not run. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { NotInstallable } from '../../scripts/cached-install.ts';
import { searchBrowser, usualPlaces, type Machine } from '../../scripts/browser/find.ts';
import { removeTemporaryFolders, temporaryFolder } from '../kit/temporary-folder.ts';
import { ROOT } from './sources.ts';

const PINNED = { executable: '/cache/chromium', env: { LD_LIBRARY_PATH: '/cache/lib' } };

function machine(change: Partial<Machine>, ...installed: string[]): Machine {
  return {
    platform: 'linux',
    env: {},
    home: '/home/ada',
    canBePinned: true,
    exists: (file) => installed.includes(file),
    install: async () => PINNED,
    ...change,
  };
}
const refuses = async (): Promise<never> => { throw new NotInstallable('npm ended with 1:\n  no network'); };

describe('the browser of the tests', () => {
  const said: string[] = [];
  const search = (of: Machine): ReturnType<typeof searchBrowser> => searchBrowser(of, (line) => void said.push(line));
  beforeEach(() => void said.splice(0));

  it('is the pinned one if that runs, whatever is installed', async () => assert.deepEqual(await search(machine({}, '/usr/bin/chromium')), PINNED));

  it('is the one that ARCHWRIGHT_CHROMIUM names, and never another', async () => {
    const env = { ARCHWRIGHT_CHROMIUM: '/opt/chrome' };
    assert.deepEqual(await search(machine({ env }, '/opt/chrome')), { executable: '/opt/chrome', env: {} });
    assert.equal(await search(machine({ env }, '/usr/bin/chromium')), 'ARCHWRIGHT_CHROMIUM names /opt/chrome, which does not exist');
  });

  it('is an installed one if npm provides none, and says so', async () => {
    assert.deepEqual(await search(machine({ install: refuses }, '/usr/bin/chromium')), { executable: '/usr/bin/chromium', env: {} });
    assert.deepEqual(said, ['the browser could not be installed from npm (npm ended with 1: no network); using /usr/bin/chromium instead']);
  });

  for (const [platform, installed] of [
    ['linux', '/usr/bin/google-chrome'],
    ['darwin', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    ['win32', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
  ] as const) {
    it(`is found in its usual place: ${platform}`, async () => {
      const env = { 'ProgramFiles(x86)': 'C:\\Program Files (x86)', ProgramFiles: 'C:\\Program Files' };
      assert.deepEqual(await search(machine({ platform, env, canBePinned: false }, installed)), { executable: installed, env: {} });
      assert.deepEqual(said, []);
    });
  }

  it('is requested in one line when there is none', async () => {
    assert.equal(await search(machine({ platform: 'darwin', canBePinned: false })), 'no Chromium, Chrome or Edge in its usual place; install Google '
      + 'Chrome ("brew install --cask google-chrome"), or name one with ARCHWRIGHT_CHROMIUM');
    assert.equal(await search(machine({ install: refuses })), 'the browser could not be installed from npm (npm ended with 1: no network); install '
      + 'Chromium with your package manager, or name one with ARCHWRIGHT_CHROMIUM');
    assert.ok(usualPlaces({ platform: 'darwin', env: {}, home: '/Users/ada' }).includes('/Users/ada/Applications/Google Chrome.app/Contents/MacOS/Google '
      + 'Chrome'));
  });

  it('does not hide our own errors', async () =>
    assert.rejects(
      search(
        machine({
          install: async () => {
            throw new TypeError('a mistake');
          },
        }),
      ),
      /a mistake/,
    ));
});

describe('tests that could not run', () => {
  after(removeTemporaryFolders);

  it('are counted as skipped, with the reason at the end of the run', () => {
    const kit = path.join(ROOT, 'test/kit').replaceAll('\\', '/');
    const folder = temporaryFolder({ 'some.test.ts': `
import { couldNotRun } from '${kit}/could-not-run.ts';
describe('suite', () => {
  before(function () { couldNotRun(this, 'no browser;\\n  install one'); });
  it('one', () => { throw new Error('must not run'); });
  it('two', () => { throw new Error('must not run'); });
});
describe('others', () => {
  it('runs', () => undefined);
  it('does not', function () { couldNotRun(this, 'no Python'); });
});
` });
    const counts = path.join(folder, 'counts.json');
    const { status, stdout } = spawnSync(
      process.execPath,
      [
        '--import',
        'tsx',
        path.join(ROOT, 'node_modules/mocha/bin/mocha.js'),
        '--reporter',
        path.join(ROOT, 'test/kit/reporter.cjs'),
        path.join(folder, 'some.test.ts'),
      ],
      { cwd: ROOT, encoding: 'utf8', env: { ...process.env, ARCHWRIGHT_COUNTS: counts } },
    );
    assert.equal(status, 0, stdout);
    assert.deepEqual(JSON.parse(readFileSync(counts, 'utf8')), {
      passed: 1, failed: 0, skipped: 3,
      couldNotRun: [{ title: 'suite', why: 'no browser; install one' }, { title: 'others › does not', why: 'no Python' }],
    });
  });
});
