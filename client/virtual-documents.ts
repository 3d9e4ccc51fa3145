/** Read-only documents that live in memory: pages of rules, a proposed configuration. */
import * as vscode from 'vscode';

const SCHEME = 'archwright';
const texts = new Map<string, string>();
const changed = new vscode.EventEmitter<vscode.Uri>();

/** Serves the documents. Registered once, at activation. */
export function registerVirtualDocuments(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    // A page left open from an earlier session says what to do, in place of an empty one.
    provideTextDocumentContent: (uri) => texts.get(uri.path) ?? 'This page is from an earlier session. Open it again with **Archwright: Explain Rule**.\n',
  });
}

/** A document with this text. The same path given again replaces the text. */
export function virtualDocument(path: string, text: string): vscode.Uri {
  const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${path}` });
  texts.set(uri.path, text);
  changed.fire(uri);
  return uri;
}

/** Shows Markdown rendered, or as text where VS Code's Markdown extension is switched off. */
export async function showMarkdown(name: string, markdown: string): Promise<void> {
  const uri = virtualDocument(`${name}.md`, markdown);
  if (vscode.extensions.getExtension('vscode.markdown-language-features')) {
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  } else {
    await vscode.window.showTextDocument(uri, { preview: true });
  }
}
