/**
 * `npm run pictures`: the pictures of README.md, from the example workspace, from this repository, and from the tests in a
 * real VS Code, which leave them in test-results/screens. Needs a build.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { JsonReport, ReportOrigin } from '../server/protocol/report.ts';
import { rules } from '../server/rules/registry.ts';
import { findBrowser, startBrowser } from './browser/find.ts';
import { drawn, PanelHost, post, settled, switchTo } from '../test/panel/host-page.ts';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const FOLDER = path.join(ROOT, 'docs/images');
/** Findings are shown up to this line, without splitting one. */
const LAST_LINE = 30;
/** A block of this repository that several others need. */
const REACHED = 'graph';
/** The example has no history of its own. */
const EXAMPLE_COMMIT = { hash: '7c3f21e0a9d84b6c5e1f02938475a6b7c8d9e0f1', branch: 'main', changed: false };
const ESCAPE = String.fromCharCode(27);
const CODES = new RegExp(`${ESCAPE}\\[(\\d*)m`, 'g');
const COLORS: Readonly<Record<string, string>> = { 31: '#f14c4c', 32: '#23d18b', 33: '#e5c07b', 34: '#5aa9f8', 35: '#d670d6', 36: '#29b8db', 90: '#8a8a8a' };

/** The program's output for a folder of this repository. */
function review(...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [path.join(ROOT, 'dist/cli.cjs'), 'review', ...args, '--no-cache'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    env: { ...process.env, FORCE_COLOR: '1', NO_COLOR: '' },
  });
  if (status === 2) throw new Error(stderr);
  return stdout;
}

/** Coloured terminal text as HTML. */
function terminalPage(text: string): string {
  let open = '';
  const html = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(CODES, (_, code: string) => {
    const style = code === '1' ? 'font-weight:bold' : code === '2' ? 'opacity:.65' : COLORS[code] === undefined ? '' : `color:${COLORS[code]}`;
    const closing = open;
    if (style === '' || code === '0') open = '';
    else open += '</span>';
    return style === '' ? closing : `<span style="${style}">`;
  });
  return `<body style="margin:0;background:#1e1e1e"><pre style="display:inline-block;margin:0;padding:18px `
    + `22px;background:#1e1e1e;color:#d4d4d4;font:13px/1.4 'DejaVu Sans Mono',monospace">${html}${open}</pre></body>`;
}

/** The first findings and the score: the whole output is too long. */
function shortened(text: string): string {
  const lines = text.trimEnd().split('\n');
  const plain = lines.map((line) => line.replace(CODES, ''));
  const summary = plain.findIndex((line) => /^✖ \d+ error/.test(line));
  const gain = plain.findIndex((line) => line.startsWith('Largest possible gains'));
  const end = plain.findLastIndex((line, at) => at <= LAST_LINE && /^\s+\d+:\d+ /.test(line));
  const shown = ['$ archwright review examples/shop', ...lines.slice(0, end), '    …', '', ...lines.slice(summary, gain)].join('\n').trimEnd();
  // Where the picture is taken is nobody's business.
  return shown.replace(/commit [0-9a-f]+ on \S+( with [^\n]*)?/u, `commit ${EXAMPLE_COMMIT.hash.slice(0, 7)} on ${EXAMPLE_COMMIT.branch}`);
}

async function terminal(): Promise<void> {
  const found = await findBrowser();
  if (typeof found === 'string') throw new Error(found);
  const browser = await startBrowser(found);
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 }, deviceScaleFactor: 1.5 });
  await page.setContent(terminalPage(shortened(review('examples/shop'))));
  await page.locator('pre').screenshot({ path: path.join(FOLDER, 'terminal.png') });
  await browser.close();
}

/** A review as the panel shows it. */
interface Shown {
  report: JsonReport;
  name: string;
  commit: ReportOrigin['commit'];
}

interface Picture {
  name: string;
  of: Shown;
  theme: 'light' | 'dark';
  /** What is clicked and typed before it is taken. */
  act(page: Page): Promise<void>;
}

/** The example, whose faults are meant to be seen, and this repository, which is of real size. */
async function panel(): Promise<void> {
  const host = await PanelHost.start();
  if (typeof host === 'string') throw new Error(host);
  const example = { report: JSON.parse(review('examples/shop', '--format', 'json')) as JsonReport, name: 'shop', commit: EXAMPLE_COMMIT };
  const own = { report: JSON.parse(review('.', '--format', 'json')) as JsonReport, name: 'archwright', commit: null };
  const pictures: Picture[] = [
    { name: 'graph', of: example, theme: 'light', act: drawn },
    {
      name: 'score', of: example, theme: 'dark',
      async act(page) {
        await page.getByRole('tab', { name: /Score/ }).click();
        await page.getByText('Dimensions').waitFor();
      },
    },
    {
      name: 'own-matrix', of: own, theme: 'dark',
      async act(page) {
        await drawn(page);
        await switchTo(page, 'Matrix');
      },
    },
    {
      name: 'own-reach', of: own, theme: 'light',
      async act(page) {
        await drawn(page);
        await page.getByLabel('Find a block').fill(REACHED);
        await page.getByLabel('Find a block').press('Enter');
        await page.getByRole('button', { name: 'What breaks?' }).click();
        await page.getByRole('heading', { name: `What breaks with ${REACHED}?` }).waitFor();
      },
    },
  ];
  for (const { name, of, theme, act } of pictures) {
    const folder = { key: `file:///${of.name}`, name: of.name, report: of.report, log: [], problem: null,
      origin: { project: of.name, at: new Date().toISOString(), commit: of.commit } };
    const page = await host.open({ folders: [folder], active: folder.key, busy: false }, { theme, width: 1280, height: 860 });
    await act(page);
    await settled(page);
    await post(page, { type: 'rules', rules: rules.map(({ meta: { id, title } }) => ({ id, title })) });
    await settled(page);
    // What was clicked last does not stay under the pointer.
    await page.mouse.move(1, 859);
    await page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
    await page.close();
  }
  await host.stop();
}

/** The tests in a real VS Code take those of the editor. */
function editor(): void {
  const mocha = path.join(ROOT, 'node_modules/mocha/bin/mocha.js');
  const tests = ['editor', 'python'].map((name) => path.join(ROOT, `test/host/screen/${name}.test.ts`));
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', mocha, '--reporter', 'dot', '--exit', ...tests], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error('The tests in VS Code failed, so that the pictures of the editor are not new.');
  for (const [screen, name] of [['editor-quick-fix', 'editor'], ['editor-python', 'python'], ['editor-notebook', 'notebook']]) {
    copyFileSync(path.join(ROOT, `test-results/screens/${screen}.png`), path.join(FOLDER, `${name}.png`));
  }
}

/** What a README can carry. */
const LARGEST = 300_000;

mkdirSync(FOLDER, { recursive: true });
await terminal();
await panel();
editor();
for (const name of readdirSync(FOLDER)) {
  const { size } = statSync(path.join(FOLDER, name));
  if (size > LARGEST) throw new Error(`docs/images/${name} has ${size} bytes, more than ${LARGEST}.`);
}
process.stdout.write(`Pictures are in ${path.relative(process.cwd(), FOLDER)}.\n`);
