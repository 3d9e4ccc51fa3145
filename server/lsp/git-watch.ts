/** Learns from the client that a commit was made or another one checked out, wherever git keeps that. */
import { DidChangeWatchedFilesNotification, type Connection, type Disposable } from 'vscode-languageserver/node';
import { gitFoldersOf } from '../app/editing/git-folders.ts';
import { GIT_MOVES } from '../protocol/lsp.ts';
import { pathOfUri, relativeTo, uriOfPath } from './places.ts';

interface Followed {
  /** Absolute paths. */
  gitFolders: readonly string[];
  watching: Disposable;
}

export class GitWatch {
  readonly #connection: Connection;
  readonly #moved: (key: string) => void;
  readonly #followed = new Map<string, Followed>();
  /** The client can watch folders that are not in the workspace. */
  canWatch = false;

  /** @param moved called for a folder whose repository has other commits */
  constructor(connection: Connection, moved: (key: string) => void) {
    this.#connection = connection;
    this.#moved = moved;
  }

  /** Begins to watch the repository of a folder in which git may be asked. @param key of the folder @param root its absolute path */
  async follow(key: string, root: string): Promise<void> {
    if (!this.canWatch || this.#followed.has(key)) return;
    const gitFolders = await gitFoldersOf(root);
    if (gitFolders.length === 0) return;
    const watchers = gitFolders.map((folder) => ({ globPattern: { baseUri: uriOfPath(folder), pattern: GIT_MOVES } }));
    const watching = await this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    this.#followed.set(key, { gitFolders, watching });
  }

  /** The folder was closed. */
  leave(key: string): void {
    this.#followed.get(key)?.watching.dispose();
    this.#followed.delete(key);
  }

  /** @param uri of a file that changed @returns whether it is one of git's own */
  takes(uri: string): boolean {
    const path = pathOfUri(uri);
    if (path === null) return false;
    const told = [...this.#followed].filter(([, { gitFolders }]) => gitFolders.some((folder) => relativeTo(folder, path) !== null));
    for (const [key] of told) this.#moved(key);
    return told.length > 0;
  }
}
