/**
 * Serves the built panel on 127.0.0.1 with the content security policy of the real webview, and
 * opens it in a browser. The page around the panel is the only thing that is not real: it has
 * `acquireVsCodeApi`, which records what the panel sends and keeps its state over a reload.
 */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Context } from 'mocha';
import type { Browser, Locator, Page } from 'playwright-core';
import { findBrowser, startBrowser } from '../../scripts/browser/find.ts';
import { buildPanel } from '../../scripts/build-panel.ts';
import { answerTo, stateOf, versionOf, type Focus, type ShownFolder } from '../../server/app/panel/answer.ts';
import type { EditIssueParams, EditIssueResult } from '../../server/protocol/edits.ts';
import type { ToPanel, FromPanel } from '../../server/protocol/panel.ts';
import type { Question, QuestionOf } from '../../server/protocol/question.ts';
import { couldNotRun } from '../kit/could-not-run.ts';
import { measure } from './coverage.ts';
import { ORIGIN, type ExampleFolder, type Workspace } from './example.ts';
import { BODY_CLASS, themeStyle, type ThemeName } from './themes.ts';

const NONCE = 'dGVzdA0123456789';

declare global {
  interface Window {
    sent: FromPanel[];
    violations: string[];
    /** Questions without an answer. */
    waiting: number;
    /** As JSON: objects of some size take seconds on their way into the page. */
    answerTo: (message: FromPanel) => Promise<string>;
  }
}

/** A question and whether its answer was sent, or the one that the page has still held. */
export interface Answered {
  question: Question;
  sent: boolean;
}

/** Changes an issue, as language server and extension do. */
type Editor = (params: EditIssueParams) => Promise<EditIssueResult | { refusal: string }>;
const editors = new WeakMap<Page, Editor>();
const noEditor: Editor = async () => ({ refusal: 'nobody changes issues here' });

/** From now on the page's changes are made by this. */
export function editsBy(page: Page, editor: Editor): void {
  editors.set(page, editor);
}

/** What each page is shown, and how its questions were answered. */
const shown = new WeakMap<Page, Workspace>();
const answers = new WeakMap<Page, Answered[]>();

/** Built panel, server and browser of one suite. */
export class PanelHost {
  private constructor(
    private readonly browser: Browser,
    private readonly server: Server,
    private readonly folder: string,
    /** Addresses that were asked for outside of the server; must stay empty. */
    readonly strangers: string[],
  ) {}

  /** Starts for the `before` of a suite, whose tests are skipped where there is no browser. */
  static async startFor(context: Context): Promise<PanelHost> {
    // The first run of all installs the browser.
    context.timeout(600_000);
    const host = await PanelHost.start();
    return typeof host === 'string' ? couldNotRun(context, host) : host;
  }

  /** Builds and starts. @returns why there is no browser, where there is none. */
  static async start(): Promise<PanelHost | string> {
    const found = await findBrowser();
    if (typeof found === 'string') return found;
    const folder = await mkdtemp(path.join(tmpdir(), 'archwright-panel-'));
    await buildPanel(folder);
    const server = createServer((request, response) => {
      const name = new URL(request.url ?? '/', 'http://127.0.0.1').pathname.slice(1);
      const types: Record<string, string> = { 'panel.js': 'text/javascript', 'panel.css': 'text/css' };
      if (name in types) {
        readFile(path.join(folder, name)).then((body) => response.setHeader('content-type', types[name] ?? '').end(body), () => response.writeHead(500).end());
      } else if (name === 'dark' || name === 'light' || name === 'contrast') response.setHeader('content-type', 'text/html').end(hostPage(name));
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const browser = await startBrowser(found);
    return new PanelHost(browser, server, folder, []);
  }

  /** Opens the panel; with a workspace, tells it the state as the extension does after `ready`, and answers its questions. */
  async open(workspace: Workspace | null, { theme = 'dark' as ThemeName, width = 1280, height = 860 } = {}): Promise<Page> {
    const page = await this.browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
    // Mermaid takes most of a minute on a busy machine.
    page.setDefaultTimeout(60_000);
    readSettled(page);
    await measure(page);
    answers.set(page, []);
    await page.exposeFunction('answerTo', async (message: FromPanel) => JSON.stringify(await answerOf(page, message)));
    const { port } = this.server.address() as AddressInfo;
    const own = `http://127.0.0.1:${port}/`;
    page.on('request', (request) => {
      if (!request.url().startsWith(own) && !request.url().startsWith('data:')) this.strangers.push(request.url());
    });
    await page.goto(`${own}${theme}`);
    await page.waitForFunction(() => window.sent.some((message) => message.type === 'ready'));
    if (workspace) await show(page, workspace);
    return page;
  }

  async stop(): Promise<void> {
    for (const context of this.browser.contexts()) for (const page of context.pages()) await page.close();
    await this.browser.close();
    await new Promise((resolve) => this.server.close(resolve));
    await rm(this.folder, { recursive: true, force: true });
  }
}

/**
 * Opens the panel for the tests of a suite, and closes what a test leaves open. By then the page must have kept to its content security policy and
 * asked nobody but its server.
 * @returns opens a page, as `PanelHost.open` does
 */
export function panelPages(): Pick<PanelHost, 'open'> {
  let host: PanelHost;
  let page: Page | undefined;
  before(async function () {
    host = await PanelHost.startFor(this);
  });
  after(() => host?.stop());
  afterEach(async () => {
    if (page && !page.isClosed()) {
      assert.deepEqual(await page.evaluate(() => window.violations), []);
      await page.close();
    }
    assert.deepEqual(host?.strangers ?? [], []);
  });
  return { open: async (...given) => (page = await host.open(...given)) };
}

/** Sends a message from the host to the page. */
export async function post(page: Page, message: ToPanel): Promise<void> {
  await page.evaluate((data) => window.postMessage(data, '*'), message);
}

/** Another state of the workspace: the page is told of it and asks for what it shows. */
export async function show(page: Page, workspace: Workspace): Promise<void> {
  shown.set(page, workspace);
  const { folders, active, busy } = workspace;
  await post(page, { type: 'state', state: { folders: folders.map((folder) => stateOf(asShown(folder))), active, busy } });
}

/** Waits until the page has shown what it was last told or asked to, and has an answer to all that it asked for that. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let quiet = 0; quiet < 3; quiet = (window.waiting ?? 0) === 0 ? quiet + 1 : 0) {
      // Effects ask after the next paint. A report that was saved as a page asks nobody.
      await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)));
    }
  });
}

/** What Playwright reads at once, without waiting for what it asks to become true. */
const READINGS = ['count', 'allInnerTexts', 'evaluateAll', 'isVisible', 'innerText', 'getAttribute', 'inputValue'] as const;
let readsSettled = false;

/**
 * From now on all locators read the page as it has settled: on a slow machine a click is done before what it leads to is shown, so that a test
 * would read what was there before it.
 */
function readSettled(page: Page): void {
  if (readsSettled) return;
  readsSettled = true;
  const locators = Object.getPrototypeOf(page.locator('body')) as Record<string, (...given: unknown[]) => Promise<unknown>>;
  for (const name of READINGS) {
    const read = locators[name]!;
    locators[name] = async function (this: Locator, ...given) {
      await settled(this.page());
      return read.apply(this, given);
    };
  }
}

/** What the page has asked since the last call, once it has settled. */
export async function takeAnswers(page: Page): Promise<Answered[]> {
  await settled(page);
  return (answers.get(page) ?? []).splice(0);
}

/** Answers a question as language server and extension do. */
async function answerOf(page: Page, message: FromPanel): Promise<ToPanel> {
  if (message.type === 'editIssue') return { type: 'edited', id: message.id, result: await (editors.get(page) ?? noEditor)(message) };
  if (message.type !== 'ask') throw new Error('only questions are answered');
  const { id, folder, question, known } = message;
  const own = shown.get(page)?.folders.find(({ key }) => key === folder);
  if (own === undefined) return { type: 'failed', id, reason: `the folder ${folder} is not open` };
  const since = 'since' in question ? question.since : undefined;
  const answer = answerTo(asShown(own), question, since && (own.focus ?? untold)(since));
  const version = versionOf(answer);
  answers.get(page)?.push({ question, sent: known !== version });
  return known === version ? { type: 'answer', id, version } : { type: 'answer', id, version, answer };
}

function untold(): Focus {
  return { problem: 'nobody tells new code here' };
}

function asShown(
  { imports = [], flows = () => [], origin = ORIGIN, changes = '1', timeZone = 'UTC', focus: _, ...folder }: ExampleFolder,
): ShownFolder {
  return { ...folder, origin, timeZone, changesVersion: changes, importsVersion: versionOf(imports), importsBetween: () => imports, flowsOn: flows };
}

/** What the page has sent of one type, oldest first. */
export async function sent<Type extends FromPanel['type']>(page: Page, type: Type): Promise<Extract<FromPanel, { type: Type }>[]> {
  const all = await page.evaluate(() => window.sent);
  return all.filter((message): message is Extract<FromPanel, { type: Type }> => message.type === type);
}

/** The user chooses another theme. */
export async function inTheme(page: Page, theme: ThemeName): Promise<void> {
  await page.evaluate(([style, name]) => {
    document.documentElement.setAttribute('style', style ?? '');
    document.body.className = name ?? '';
  }, [themeStyle(theme), BODY_CLASS[theme]]);
}

/** Waits until the graph is drawn. */
export async function drawn(page: Page): Promise<void> {
  await page.waitForSelector('.map-canvas .stage svg.map .map-box');
}

/** Switches to the diagram of documents and waits until it is drawn. */
export async function documentDrawn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mermaid' }).click();
  await page.waitForSelector('.canvas[aria-busy="false"] .stage svg g.node');
}

/** Switches to another picture. */
export async function switchTo(page: Page, name: 'Graph' | 'Matrix' | 'Treemap'): Promise<void> {
  await page.getByRole('group', { name: 'Picture' }).getByRole('button', { name }).click();
}

/** The questions of one kind that the page has asked, oldest first. */
export async function asked<Kind extends Question['kind']>(page: Page, kind: Kind): Promise<QuestionOf<Kind>[]> {
  return (await sent(page, 'ask')).map(({ question }) => question).filter((question): question is QuestionOf<Kind> => question.kind === kind);
}

function hostPage(theme: ThemeName): string {
  const origin = "'self'";
  const policy = `default-src 'none'; script-src 'nonce-${NONCE}'; style-src ${origin} 'unsafe-inline'; img-src ${origin} data:; font-src ${origin}`;
  return `<!DOCTYPE html>
<html lang="en" style="${themeStyle(theme)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Archwright</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="panel.css">
<script nonce="${NONCE}">
window.sent = []; window.violations = []; window.waiting = 0;
document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective + ' ' + event.blockedURI));
window.acquireVsCodeApi = () => ({
  postMessage: (message) => {
    window.sent.push(message);
    if (message.type !== 'ask' && message.type !== 'editIssue') return;
    window.waiting += 1;
    void window.answerTo(message).then((answer) => {
      window.postMessage(JSON.parse(answer), '*');
      window.waiting -= 1;
    });
  },
  getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
  setState: (state) => sessionStorage.setItem('state', JSON.stringify(state)),
});
</script>
</head>
<body class="${BODY_CLASS[theme]}">
<div id="root"></div>
<script nonce="${NONCE}" src="panel.js"></script>
</body>
</html>`;
}
