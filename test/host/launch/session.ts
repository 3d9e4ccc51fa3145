/**
 * One fresh folder for one run of VS Code: its home, settings, extensions, logs and workspace.
 * The path is short because VS Code puts sockets into it, whose paths hold 107 bytes.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { recordGroup, SESSION_PREFIX } from './process-group.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
export const LOGS_KEPT = path.join(ROOT, 'test-results', 'host-logs');

const SETTINGS = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'git.autofetch': false,
  'git.openRepositoryInParentFolders': 'never',
  'editor.accessibilitySupport': 'off',
  // The lines that stay at the top of a scrolled editor cover lines that a test points at.
  'editor.stickyScroll.enabled': false,
  'window.commandCenter': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'files.simpleDialog.enable': true,
  'files.autoSave': 'off',
  // Only Archwright's problems are of interest, and the built-in ones take time on a slow machine.
  'typescript.validate.enable': false,
  'javascript.validate.enable': false,
  'json.schemaDownload.enable': false,
};

export interface Session {
  folder: string;
  config: string;
  userData: string;
  extensions: string;
  /** Where a suite writes its results. */
  results: string;
  /** Environment of the server, with nothing of the VS Code or npm that runs the tests. */
  env: NodeJS.ProcessEnv;
  /** Copies a folder in, so that tests may change it, and gives the copy. */
  workspace(source: string, name?: string): string;
  /** Keeps the logs of a run that failed. @returns where they lie now. */
  keepLogs(name: string): string;
  remove(): void;
}

/** @param settings user settings beside those that every test wants. */
export function createSession(settings: Record<string, unknown> = {}): Session {
  const folder = mkdtempSync(SESSION_PREFIX);
  const at = (...parts: string[]): string => path.join(folder, ...parts);
  for (const name of ['home', 'tmp', 'cache', 'data/User', 'ext', 'run']) mkdirSync(at(name), { recursive: true });
  recordGroup(folder, null);
  writeFileSync(at('config.yaml'), 'auth: none\n');
  writeFileSync(at('data', 'User', 'settings.json'), JSON.stringify({ ...SETTINGS, ...settings }, null, 2));
  writeFileSync(at('home', '.gitconfig'), '[user]\n\tname = Test\n\temail = test@example.com\n[init]\n\tdefaultBranch = main\n');
  return {
    folder,
    config: at('config.yaml'),
    userData: at('data'),
    extensions: at('ext'),
    results: at('results.json'),
    env: {
      ...cleanEnvironment(),
      HOME: at('home'),
      TMPDIR: at('tmp'),
      XDG_CACHE_HOME: at('cache'),
      XDG_CONFIG_HOME: at('home', '.config'),
      XDG_DATA_HOME: at('home', '.local'),
      XDG_RUNTIME_DIR: at('run'),
      EXTENSIONS_GALLERY: '{}',
      ARCHWRIGHT_TEST_RESULTS: at('results.json'),
    },
    workspace(source, name = path.basename(source)) {
      const copy = at(name);
      cpSync(source, copy, { recursive: true });
      return copy;
    },
    keepLogs(name) {
      const kept = path.join(LOGS_KEPT, name);
      rmSync(kept, { recursive: true, force: true });
      mkdirSync(kept, { recursive: true });
      for (const part of ['data/logs', 'server.log', 'results.json']) {
        if (existsSync(at(part))) cpSync(at(part), path.join(kept, path.basename(part)), { recursive: true });
      }
      return kept;
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

const DROPPED = /^(VSCODE_|CODE_SERVER|npm_|ELECTRON_|XDG_)|^(PORT|PASSWORD|NODE_OPTIONS|GIT_DIR|GIT_WORK_TREE|GIT_INDEX_FILE)$/u;

function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !DROPPED.test(name)));
}
