/** Options of the language client: documents, watched files, trust. */
import * as vscode from 'vscode';
import type { ErrorHandler, LanguageClientOptions } from 'vscode-languageclient/node';
import type { InitializationOptions } from '../../server/protocol/lsp.ts';
import { ruffRuns } from './ruff-extension.ts';

const LANGUAGES = [
  'typescript', 'typescriptreact', 'javascript', 'javascriptreact', 'python', 'ipynb',
  'json', 'jsonc', 'yaml', 'toml', 'dotenv', 'dockerfile',
];

/** Files whose change on disk can change a review. */
const WATCHED = [
  '**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs,py,pyi,ipynb}',
  '**/*.{yml,yaml,toml}',
  '**/{.env,.env.*,Dockerfile,Dockerfile.*,.gitignore,.gitkeep}',
  '**/archwright*.json*',
  '**/{tsconfig,jsconfig}*.json',
  '**/package.json',
  // Coverage and test reports, under their usual names.
  '**/{lcov.info,coverage.xml,cobertura.xml,cobertura-coverage.xml,coverage-final.json,coverage-summary.json,junit.xml}',
];

/**
 * @param output channel for the server's log.
 * @param errorHandler decides what happens when the server crashes.
 * @returns the options, and the watchers, which the caller disposes.
 */
export function clientOptions(output: vscode.LogOutputChannel, errorHandler: ErrorHandler): { options: LanguageClientOptions; watchers: vscode.Disposable[] } {
  const watchers = WATCHED.map((pattern) => vscode.workspace.createFileSystemWatcher(pattern));
  return {
    watchers,
    options: {
      documentSelector: [
        ...LANGUAGES.map((language) => ({ scheme: 'file', language })),
        // Cells are documents of their own; without this, VS Code requests no quick fixes for them.
        { notebook: { notebookType: 'jupyter-notebook', scheme: 'file' } },
      ],
      synchronize: { fileEvents: watchers },
      // A function, because a restarted server must get the current trust.
      initializationOptions: (): InitializationOptions => ({ trusted: vscode.workspace.isTrusted, ruffRuns: ruffRuns() }),
      diagnosticCollectionName: 'archwright',
      outputChannel: output,
      errorHandler,
      markdown: { isTrusted: false, supportHtml: false },
    },
  };
}
