/** Starts and ends a real VS Code server. */
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import type { VscodeHost } from '../../../scripts/vscode-host/install.ts';
import { endGroup, recordGroup } from './process-group.ts';
import type { Session } from './session.ts';

const START_MS = 60_000;

export interface RunningServer {
  /** `http://127.0.0.1:PORT`. */
  url: string;
  /** `127.0.0.1:PORT`, as `vscode-remote://` addresses name it. */
  authority: string;
  stop(): Promise<void>;
}

export interface ServerSettings {
  /** False asks the user whether to trust a folder, as a desktop VS Code does. */
  trustEverything?: boolean;
  /** Variables that the extension host inherits. */
  env?: Record<string, string>;
}

/** @throws when the server does not listen within a minute; the message carries what it printed. */
export async function startServer(host: VscodeHost, session: Session, settings: ServerSettings = {}): Promise<RunningServer> {
  const args = [
    host.entry, '--config', session.config, '--bind-addr', '127.0.0.1:0', '--auth', 'none',
    '--user-data-dir', session.userData, '--extensions-dir', session.extensions,
    '--disable-telemetry', '--disable-update-check', '--disable-getting-started-override', '--ignore-last-opened',
    '--vscode-option', 'enable-smoke-test-driver',
    ...(settings.trustEverything === false ? [] : ['--disable-workspace-trust']),
  ];
  const child = spawn(host.node, args, { env: { ...session.env, ...settings.env }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const group = child.pid;
  if (group === undefined) throw new Error(`the VS Code server could not be started with ${host.node}`);
  recordGroup(session.folder, group);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const undoSignals = endOnSignals(group, session);
  const log = createWriteStream(path.join(session.folder, 'server.log'));
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });

  const stop = async (): Promise<void> => {
    undoSignals();
    endGroup(group, 'SIGTERM');
    const forced = setTimeout(() => endGroup(group, 'SIGKILL'), 5_000);
    await ended;
    clearTimeout(forced);
    // The leader is gone; children that ignored the signal are not to outlive it.
    endGroup(group, 'SIGKILL');
    log.end();
    await finished(log);
  };

  try {
    const url = await listeningAddress(child.stdout, child.stderr, ended);
    return { url, authority: new URL(url).host, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function listeningAddress(stdout: NodeJS.ReadableStream, stderr: NodeJS.ReadableStream, ended: Promise<void>): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string): void => reject(new Error(`the VS Code server ${why}:\n${said.slice(-3000)}`));
    const timer = setTimeout(() => fail(`did not listen within ${START_MS / 1000} s`), START_MS);
    const read = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /HTTP server listening on (http:\/\/127\.0\.0\.1:\d+)/u.exec(said)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    };
    stdout.on('data', read);
    stderr.on('data', read);
    void ended.then(() => {
      clearTimeout(timer);
      fail('ended before it listened');
    });
  });
}

/** A run that is interrupted takes its server with it. @returns a function that undoes this. */
function endOnSignals(group: number, session: Session): () => void {
  const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const end = (signal: NodeJS.Signals): void => {
    endGroup(group, 'SIGKILL');
    session.remove();
    undo();
    process.kill(process.pid, signal);
  };
  const undo = (): void => {
    for (const signal of signals) process.off(signal, end);
  };
  for (const signal of signals) process.on(signal, end);
  return undo;
}
