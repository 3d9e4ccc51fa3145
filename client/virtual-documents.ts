/** Read-only documents in memory: pages of rules, what commands tell, a proposed configuration. */
import * as vscode from 'vscode';

const SCHEME = 'archwright';
const texts = new Map<string, string>();
const changed = new vscode.EventEmitter<vscode.Uri>();

/** Provides the documents. Registered once, at activation. */
export function registerVirtualDocuments(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    // A page left open from an earlier session would be empty.
    provideTextDocumentContent: (uri) => texts.get(uri.path) ?? 'This page is from an earlier session. Open it again with its command.\n',
  });
}

/** Creates a document with this text, or replaces the text of the document at the same path. */
export function virtualDocument(path: string, text: string): vscode.Uri {
  const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${path}` });
  texts.set(uri.path, text);
  changed.fire(uri);
  return uri;
}

/** Shows rendered Markdown, or plain text when VS Code's Markdown extension is disabled. */
export async function showMarkdown(name: string, markdown: string): Promise<void> {
  const uri = virtualDocument(`${name}.md`, markdown);
  if (vscode.extensions.getExtension('vscode.markdown-language-features')) {
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  } else {
    await vscode.window.showTextDocument(uri, { preview: true });
  }
}
