/** The latest state of the folders, and the answers to what views, status bar and commands ask about them. */
import * as vscode from 'vscode';
import { LARGEST_PAGE, PART_OF, type FindingGroup, type FolderState, type Grouping, type ListPage, type WorkspaceState } from '../server/protocol/answers.ts';
import { ASK, type AskParams, type AskResult } from '../server/protocol/lsp.ts';
import type { AnswerTo, FindingFilter, Question } from '../server/protocol/question.ts';
import type { ReportFinding } from '../server/protocol/report.ts';
import type { ServerConnection } from './server/connection.ts';

/** An answer, and the version of its part for which it is known to hold. */
interface Kept {
  partVersion: string | undefined;
  answer: Promise<AskResult>;
}

/** More answers than this are not kept; the oldest goes first. */
const MOST_KEPT = 300;

/** Keeps the latest state, announces each new one, and asks the server for what is not known or no longer holds. */
export class StateStore implements vscode.Disposable {
  private newest: WorkspaceState = { folders: [], active: null, busy: true };
  private readonly changed = new vscode.EventEmitter<WorkspaceState>();
  private readonly kept = new Map<string, Kept>();
  private readonly connection: Pick<ServerConnection, 'request'>;
  readonly onDidChange = this.changed.event;

  constructor(connection: Pick<ServerConnection, 'request'>) {
    this.connection = connection;
  }

  get state(): WorkspaceState {
    return this.newest;
  }

  set(state: WorkspaceState): void {
    this.newest = state;
    this.changed.fire(state);
  }

  /** Ends the "busy" state when the server has stopped and cannot do so itself. */
  serverStopped(): void {
    this.set({ ...this.newest, busy: false });
  }

  folder(key: string): FolderState | undefined {
    return this.newest.folders.find((folder) => folder.key === key);
  }

  /** The folder of the active editor, otherwise the one that the server shows first. */
  folderInFocus(): FolderState | undefined {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const workspaceFolder = uri && vscode.workspace.getWorkspaceFolder(uri);
    return (workspaceFolder && this.folder(workspaceFolder.uri.toString()))
      ?? this.newest.folders.find((folder) => folder.key === this.newest.active)
      ?? this.newest.folders[0];
  }

  /**
   * @param folder key of the folder
   * @returns the answer as of the latest state; the server is asked only where something changed since the same was asked
   * @throws ServerNotRunning, or the error of the server
   */
  async ask<Asked extends Question>(folder: string, question: Asked): Promise<AnswerTo<Asked>> {
    const key = `${folder}\n${JSON.stringify(question)}`;
    const partVersion = this.folder(folder)?.versions[PART_OF[question.kind]];
    const before = this.kept.get(key);
    const answer = before !== undefined && before.partVersion === partVersion ? before.answer : this.fetch(folder, question, before?.answer);
    this.kept.delete(key);
    this.kept.set(key, { partVersion, answer });
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    try {
      return (await answer).answer as AnswerTo<Asked>;
    } catch (error) {
      if (this.kept.get(key)?.answer === answer) this.kept.delete(key);
      throw error;
    }
  }

  /** All findings that a filter lets through, page by page. @throws as `ask` does */
  findings(folder: string, filter: FindingFilter): Promise<ReportFinding[]> {
    return allPages((offset) => this.ask(folder, { kind: 'findings', ...filter, offset, limit: LARGEST_PAGE }));
  }

  /** All groups of findings, page by page. @throws as `ask` does */
  groups(folder: string, by: Grouping, filter: FindingFilter): Promise<FindingGroup[]> {
    return allPages((offset) => this.ask(folder, { kind: 'groups', by, ...filter, offset, limit: LARGEST_PAGE }));
  }

  private async fetch(folder: string, question: Question, before: Promise<AskResult> | undefined): Promise<AskResult> {
    const old = await before?.catch(() => undefined);
    const params: AskParams = { folder, question, ...(old && { known: old.version }) };
    const result = await this.connection.request<AskResult>(ASK, params);
    return old && result.version === old.version ? old : result;
  }

  dispose(): void {
    this.changed.dispose();
  }
}

/** @param ask for the page that begins at an entry @returns the entries of all pages */
async function allPages<Entry>(ask: (offset: number) => Promise<ListPage<Entry>>): Promise<Entry[]> {
  const all: Entry[] = [];
  for (;;) {
    const { total, entries } = await ask(all.length);
    all.push(...entries);
    if (all.length >= total || entries.length === 0) return all;
  }
}
