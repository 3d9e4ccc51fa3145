/** The address that opens VS Code as a test wants it. */
import type { RunningServer } from './server.ts';

/** What a window opens. */
export interface Opened {
  /** Absolute path of the folder. */
  folder?: string;
  /** Absolute path of a `.code-workspace`, in place of a folder. */
  workspace?: string;
  /** Absolute path of the extension under development; absent for installed ones alone. */
  extension?: string;
  /** Absolute path of a suite's entry, run in the extension host. */
  suite?: string;
  /** Absolute path of a file to open. */
  openFile?: string;
}

/** @returns the URL of a workbench with all this. */
export function workbenchUrl(server: RunningServer, { folder, workspace, extension, suite, openFile }: Opened): string {
  const remote = (file: string): string => `vscode-remote://${server.authority}${file}`;
  const payload: [string, string][] = [['skipWelcome', 'true'], ['skipReleaseNotes', 'true']];
  if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (suite) payload.push(['extensionTestsPath', remote(suite)]);
  if (openFile) payload.push(['openFile', remote(openFile)]);
  const url = new URL(server.url);
  if (folder) url.searchParams.set('folder', folder);
  if (workspace) url.searchParams.set('workspace', workspace);
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
