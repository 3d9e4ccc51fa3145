/** Runs a command that the user configured: without a shell, for a limited time, with everything that it started. */
import { spawn, type ChildProcess } from 'node:child_process';

export interface CommandRun {
  /** Null when a signal ended it. */
  exitCode: number | null;
  /** Name of the signal that ended it; null when it ended by itself. */
  signal: string | null;
  timedOut: boolean;
  milliseconds: number;
  /** The end of what it wrote, to standard output and standard error. */
  tail: string;
  /** There was more before. */
  isCut: boolean;
}

export interface CommandOptions {
  /** Absolute path. */
  folder: string;
  env: NodeJS.ProcessEnv;
  /** In milliseconds. */
  limit: number;
  signal: AbortSignal;
}

/** The program cannot be started. The message is the end of a sentence about it. */
export class CommandError extends Error {}

/** Bytes of output that are kept. */
const KEPT = 64 * 1024;
/** How long a command may take to end when it is told to, and to close its output when it has ended; in milliseconds. */
const GRACE = 5000;
const TO_CLOSE = 2000;
const HAS_GROUPS = process.platform !== 'win32';

/**
 * @param words the program and its arguments
 * @returns when it has ended; what it left running is ended with it
 * @throws {CommandError} when there is no such program
 */
export async function runCommand(words: readonly string[], { folder, env, limit, signal }: CommandOptions): Promise<CommandRun> {
  signal.throwIfAborted();
  const started = performance.now();
  const child = start(words, folder, env);
  const chunks: Buffer[] = [];
  let size = 0;
  let isCut = false;
  const keep = (chunk: Buffer): void => {
    chunks.push(chunk);
    size += chunk.length;
    while (size - chunks[0]!.length >= KEPT) {
      size -= chunks.shift()!.length;
      isCut = true;
    }
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);

  let timedOut = false;
  const timers: NodeJS.Timeout[] = [];
  const end = (): void => {
    endAll(child, 'SIGTERM');
    timers.push(setTimeout(() => endAll(child, 'SIGKILL'), GRACE));
  };
  timers.push(setTimeout(() => {
    timedOut = true;
    end();
  }, limit));
  signal.addEventListener('abort', end, { once: true });
  try {
    const ended = await new Promise<{ exitCode: number | null; signal: string | null }>((done, fail) => {
      child.once('error', (error: NodeJS.ErrnoException) => fail(new CommandError(whyNot(error))));
      child.once('exit', (exitCode, by) => {
        // What it started goes on in the folder, which is about to be removed, and may hold its output open.
        endAll(child, 'SIGKILL');
        const finish = (): void => done({ exitCode, signal: by });
        child.once('close', finish);
        timers.push(setTimeout(finish, TO_CLOSE));
      });
    });
    signal.throwIfAborted();
    return { ...ended, timedOut, milliseconds: performance.now() - started, tail: Buffer.concat(chunks).toString('utf8'), isCut };
  } finally {
    for (const timer of timers) clearTimeout(timer);
    signal.removeEventListener('abort', end);
    child.stdout?.destroy();
    child.stderr?.destroy();
  }
}

function start([program = '', ...args]: readonly string[], cwd: string, env: NodeJS.ProcessEnv): ChildProcess {
  try {
    // A group of its own can be ended as a whole. On Windows, npm and its like are scripts, which take a shell there.
    return HAS_GROUPS
      ? spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
      : spawn([program, ...args].map(forWindows).join(' '), { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], shell: true, windowsHide: true });
  } catch (error) {
    throw new CommandError(whyNot(error as NodeJS.ErrnoException));
  }
}

function forWindows(word: string): string {
  return /^[\w@+=:,./\\-]+$/.test(word) ? word : `"${word.replaceAll('"', '""')}"`;
}

function whyNot({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'was not found';
  return code === 'EACCES' ? 'may not be run' : `cannot be started (${code ?? message})`;
}

/** Ends the command and what it started. */
function endAll(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (HAS_GROUPS) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // All of them have ended.
  }
}
