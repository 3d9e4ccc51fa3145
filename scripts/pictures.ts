/**
 * The pictures of README.md, from the example workspace: `node --import tsx scripts/pictures.ts`.
 * Needs a build. The pictures of the editor come from the tests in a real VS Code,
 * which leave them in test-results/screens.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JsonReport } from '../server/protocol/report.ts';
import { findBrowser, startBrowser } from './browser/find.ts';
import { drawn, PanelHost } from '../test/panel/host-page.ts';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const FOLDER = path.join(ROOT, 'docs/images');
/** Findings are shown up to this line, without splitting one. */
const LAST_LINE = 30;
const ESCAPE = String.fromCharCode(27);
const CODES = new RegExp(`${ESCAPE}\\[(\\d*)m`, 'g');
const COLORS: Readonly<Record<string, string>> = { 31: '#f14c4c', 32: '#23d18b', 33: '#e5c07b', 34: '#5aa9f8', 35: '#d670d6', 36: '#29b8db', 90: '#8a8a8a' };

/** The program's output for the example. */
function review(...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [path.join(ROOT, 'dist/cli.cjs'), 'review', 'examples/shop', '--no-cache', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
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
  return ['$ archwright review examples/shop', ...lines.slice(0, end), '    …', '', ...lines.slice(summary, gain)].join('\n').trimEnd();
}

async function terminal(): Promise<void> {
  const found = await findBrowser();
  if (typeof found === 'string') throw new Error(found);
  const browser = await startBrowser(found);
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 }, deviceScaleFactor: 1.5 });
  await page.setContent(terminalPage(shortened(review())));
  await page.locator('pre').screenshot({ path: path.join(FOLDER, 'terminal.png') });
  await browser.close();
}

async function panel(): Promise<void> {
  const host = await PanelHost.start();
  if (typeof host === 'string') throw new Error(host);
  const report = JSON.parse(review('--format', 'json')) as JsonReport;
  const folder = { key: 'file:///shop', name: 'shop', report, log: [], problem: null };
  for (const theme of ['light', 'dark'] as const) {
    const page = await host.open({ folders: [folder], active: folder.key, busy: false }, { theme, width: 1280, height: 860 });
    await drawn(page);
    if (theme === 'light') await page.screenshot({ path: path.join(FOLDER, 'graph.png') });
    await page.getByRole('tab', { name: /Score/ }).click();
    await page.getByText('Dimensions').waitFor();
    if (theme === 'dark') await page.screenshot({ path: path.join(FOLDER, 'score.png') });
    await page.close();
  }
  await host.stop();
}

mkdirSync(FOLDER, { recursive: true });
await terminal();
await panel();
for (const [screen, name] of [['editor-quick-fix', 'editor'], ['editor-python', 'python'], ['editor-notebook', 'notebook']]) {
  const taken = path.join(ROOT, `test-results/screens/${screen}.png`);
  if (existsSync(taken)) copyFileSync(taken, path.join(FOLDER, `${name}.png`));
}
process.stdout.write(`Pictures are in ${path.relative(process.cwd(), FOLDER)}.\n`);
