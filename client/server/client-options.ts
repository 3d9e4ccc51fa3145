/** Options of the language client: documents, watched files, trust, and whether the Ruff extension shows the same findings as we do. */
import * as vscode from 'vscode';
import type { ErrorHandler, LanguageClientOptions } from 'vscode-languageclient/node';
import { CLIENT_COMMANDS, type InitializationOptions } from '../../server/protocol/lsp.ts';

const LANGUAGES = [
  'typescript', 'typescriptreact', 'javascript', 'javascriptreact', 'python', 'ipynb',
  'json', 'jsonc', 'yaml', 'toml', 'dotenv', 'dockerfile',
];

/** Everything that comes or goes: when a folder is moved or removed, VS Code names only the folder, not what was in it. */
const COMING_AND_GOING = '**/*';

/** Files whose content can change a review. */
const WATCHED = [
  '**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs,py,pyi,ipynb}',
  '**/*.{yml,yaml,toml,json,jsonc,json5,ini,cfg,conf,cnf,properties,sh,bash,zsh,ps1,tf,tfvars,hcl,pem,key,ppk}',
  '**/{.env,.env.*,*.env,Dockerfile,Dockerfile.*,Containerfile,Makefile,Procfile,.gitignore,.npmrc,.yarnrc,.pypirc,.netrc,.pgpass}',
  '**/{.flake8,.pylintrc,pylintrc,.pycodestyle,requirements.txt}',
  // Reports of coverage, tests and other tools.
  '**/*.{xml,info,lcov,sarif}',
  '**/{mypy,pylint,flake8,bandit,eslint,security}*.{txt,log,out,jsonl}',
];

/** Installed packages and what git keeps for itself: nothing of them is reviewed. */
const NEVER = /\/(node_modules|\.git)\//;
/** Except for what the server asks to watch there, which tells that a commit was made. */
const TELLS_OF_COMMITS = /\/\.git\/(?:[^?]*\/)?(?:HEAD|packed-refs|refs\/(?:heads|remotes)\/[^?]*(?<!\.lock))$/;

/**
 * @param output channel for the server's log.
 * @param errorHandler decides what happens when the server crashes.
 * @returns the options, and the watchers, which the caller disposes.
 */
export function clientOptions(output: vscode.LogOutputChannel, errorHandler: ErrorHandler): { options: LanguageClientOptions; watchers: vscode.Disposable[] } {
  const watchers = [
    vscode.workspace.createFileSystemWatcher(COMING_AND_GOING, false, true, false),
    ...WATCHED.map((pattern) => vscode.workspace.createFileSystemWatcher(pattern, true, false, true)),
  ];
  return {
    watchers,
    options: {
      documentSelector: [
        ...LANGUAGES.map((language) => ({ scheme: 'file', language })),
        // Cells are documents of their own; without this, VS Code requests no quick fixes for them.
        { notebook: { notebookType: 'jupyter-notebook', scheme: 'file' } },
      ],
      synchronize: { fileEvents: watchers },
      middleware: { workspace: { didChangeWatchedFile: async (event, next) => (isWanted(event.uri) ? await next(event) : undefined) } },
      // A function, because a restarted server must get the current trust.
      initializationOptions: (): InitializationOptions => ({
        trusted: vscode.workspace.isTrusted, ruffRuns: ruffRuns(), followsState: true, runsCommands: true,
      }),
      diagnosticCollectionName: 'archwright',
      outputChannel: output,
      errorHandler,
      // What files say is escaped before it is sent.
      markdown: { isTrusted: { enabledCommands: [CLIENT_COMMANDS.showBlock] }, supportHtml: false },
    },
  };
}

function isWanted(uri: string): boolean {
  return !NEVER.test(uri) || TELLS_OF_COMMITS.test(uri);
}

const EXTENSION = 'charliermarsh.ruff';

/** Whether it is installed, enabled, and not turned off by its own settings. */
export function ruffRuns(): boolean {
  if (vscode.extensions.getExtension(EXTENSION) === undefined) return false;
  const settings = vscode.workspace.getConfiguration('ruff');
  return settings.get<boolean>('enable', true) && settings.get<boolean>('lint.enable', true);
}

/**
 * @param listener called when the answer may have changed
 * @returns stops watching
 */
export function onDidChangeRuff(listener: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.extensions.onDidChange(listener),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('ruff')) listener();
    }),
  );
}
