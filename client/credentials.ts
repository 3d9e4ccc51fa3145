/** The credentials that VS Code keeps for Archwright. They are handed to the language server for the one request that needs them. */
import * as vscode from 'vscode';
import type { JiraCredentials } from '../server/protocol/lsp.ts';

/** Names in the storage, which is the extension's own. */
const JIRA = 'jira';
const AUDIT_KEY = 'auditKey';

/** Reads and writes VS Code's secret storage; nothing is held in between. */
export class Credentials {
  private readonly storage: vscode.SecretStorage;

  constructor(storage: vscode.SecretStorage) {
    this.storage = storage;
  }

  /** Site, address and token, which belong together; undefined when none are kept. */
  async jira(): Promise<JiraCredentials | undefined> {
    const kept = await this.storage.get(JIRA);
    try {
      return kept === undefined ? undefined : JSON.parse(kept) as JiraCredentials;
    } catch {
      // Its message would quote what is kept.
      throw new Error(vscode.l10n.t('the credentials that VS Code keeps are damaged; set them again'));
    }
  }

  async keepJira({ host, email, token }: JiraCredentials): Promise<void> {
    await this.storage.store(JIRA, JSON.stringify({ host, email, token }));
  }

  async forgetJira(): Promise<void> {
    await this.storage.delete(JIRA);
  }

  /** The private key that signs checkpoints of the audit log, in PEM; undefined when none is kept. */
  async auditKey(): Promise<string | undefined> {
    return await this.storage.get(AUDIT_KEY);
  }

  async keepAuditKey(pem: string): Promise<void> {
    await this.storage.store(AUDIT_KEY, pem);
  }

  async forgetAuditKey(): Promise<void> {
    await this.storage.delete(AUDIT_KEY);
  }
}
