/** The initial HTML of the panel's page; its script does the rest. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/**
 * @param webview that shows the page; its CSP source becomes part of the policy.
 * @param folder with the script and the style of the page.
 */
export function panelPage(webview: vscode.Webview, folder: vscode.Uri): string {
  const nonce = randomBytes(16).toString('base64url');
  const script = webview.asWebviewUri(vscode.Uri.joinPath(folder, 'panel.js')).toString();
  const style = webview.asWebviewUri(vscode.Uri.joinPath(folder, 'panel.css')).toString();
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    // Mermaid writes style elements and attributes into its drawings.
    `style-src ${webview.cspSource} 'unsafe-inline'`,
    `img-src ${webview.cspSource} data: blob:`,
    `font-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Archwright</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<div id="root"></div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
