/** Credentials in VS Code's secret storage: set and forget them. They concern no workspace, so that no trust is asked for. */
import { createPrivateKey } from 'node:crypto';
import * as vscode from 'vscode';
import type { Command } from '../command.ts';

const BLANK = /\s/u;

const setJiraCredentials: Command = {
  id: 'archwright.setJiraCredentials',
  task: 'store the credentials for Jira',
  async run({ credentials }) {
    const host = await askFor({
      title: vscode.l10n.t('Site of Jira'), placeHolder: 'https://acme.atlassian.net', prompt: vscode.l10n.t('The token is sent to this site alone.'),
      validateInput: (text) => (isSite(text.trim()) ? null : vscode.l10n.t('An address with "https", such as https://acme.atlassian.net')),
    });
    if (host === undefined) return;
    const email = await askFor({
      title: vscode.l10n.t('Address of the account'), prompt: vscode.l10n.t('Leave it empty for a personal access token.'),
      validateInput: (text) => (BLANK.test(text.trim()) ? vscode.l10n.t('It must have no blanks.') : null),
    });
    if (email === undefined) return;
    const token = await askFor({
      title: vscode.l10n.t('Token for {0}', host), password: true, prompt: vscode.l10n.t('It is kept in the secret storage of VS Code.'),
      validateInput: (text) => (/^[\x21-\x7e]+$/u.test(text.trim()) ? null : vscode.l10n.t('A token has neither blanks nor special characters.')),
    });
    if (token === undefined) return;
    await credentials.keepJira({ host, email, token });
    told(vscode.l10n.t('VS Code keeps the token for {0}. A token in ARCHWRIGHT_JIRA_TOKEN of the environment comes before it.', host));
  },
};

const forgetJiraCredentials: Command = {
  id: 'archwright.forgetJiraCredentials',
  task: 'forget the credentials for Jira',
  async run({ credentials }) {
    await credentials.forgetJira();
    told(vscode.l10n.t('VS Code keeps no credentials for Jira any more.'));
  },
};

const setAuditKey: Command = {
  id: 'archwright.setAuditKey',
  task: 'store the audit key',
  async run({ credentials }) {
    const text = await askFor({
      title: vscode.l10n.t('Private key that signs checkpoints'), password: true,
      prompt: vscode.l10n.t('Paste the text of an Ed25519 key in PEM, as "openssl genpkey -algorithm ed25519" writes it.'),
      validateInput: (given) => (pemOf(given) === null ? vscode.l10n.t('This is no Ed25519 key in PEM.') : null),
    });
    const pem = text === undefined ? null : pemOf(text);
    if (pem === null) return;
    await credentials.keepAuditKey(pem);
    told(vscode.l10n.t('VS Code keeps the audit key. A key in ARCHWRIGHT_AUDIT_KEY of the environment comes before it.'));
  },
};

const forgetAuditKey: Command = {
  id: 'archwright.forgetAuditKey',
  task: 'forget the audit key',
  async run({ credentials }) {
    await credentials.forgetAuditKey();
    told(vscode.l10n.t('VS Code keeps no audit key any more.'));
  },
};

export const CREDENTIALS: readonly Command[] = [setJiraCredentials, forgetJiraCredentials, setAuditKey, forgetAuditKey];

/** People fetch a token from another window meanwhile. */
async function askFor(options: vscode.InputBoxOptions): Promise<string | undefined> {
  return (await vscode.window.showInputBox({ ...options, ignoreFocusOut: true }))?.trim();
}

/** Not awaited: the command has ended, but the message waits for the user. */
function told(words: string): void {
  void vscode.window.showInformationMessage(words);
}

/** Nothing but an address: the server decides whether a token may go there. */
function isSite(text: string): boolean {
  return text !== '' && !BLANK.test(text) && !text.includes('@') && URL.canParse(text.includes('://') ? text : `https://${text}`);
}

/** @returns the key with its line breaks, which a box of one line swallows; null when it is none */
function pemOf(given: string): string | null {
  const [, body = ''] = /^-----BEGIN PRIVATE KEY-----([\w+/=\s]+)-----END PRIVATE KEY-----$/u.exec(given.trim().replaceAll(String.raw`\n`, '\n')) ?? [];
  const pem = `-----BEGIN PRIVATE KEY-----\n${body.replaceAll(/\s/gu, '')}\n-----END PRIVATE KEY-----\n`;
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'ed25519' ? pem : null;
  } catch {
    return null;
  }
}
