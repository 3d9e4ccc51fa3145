/** The HTML that the panel's page starts from. Everything else is its script's. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/**
 * @param webview the webview that shows the page; its CSP source goes into the policy.
 * @param folder the folder of the page's script and style.
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
