/**
 * Ends what a run started, by the id of its process group, also when the run itself was killed:
 * each session records its group, and the next run ends the groups of sessions left behind.
 */
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** How the folders of sessions begin. */
export const SESSION_PREFIX = '/tmp/aw-host-';

const RECORD = 'group.json';

interface GroupRecord {
  launcher: number;
  /** Null until the server is started. */
  group: number | null;
}

/** Notes in a session's folder who made it and which group belongs to it. */
export function recordGroup(folder: string, group: number | null): void {
  const record: GroupRecord = { launcher: process.pid, group };
  writeFileSync(path.join(folder, RECORD), JSON.stringify(record));
}

/** Ends every process of a group. A group that is gone already is fine. */
export function endGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Ends the groups of runs that were killed before they could, and removes their folders. */
export function endOrphans(): void {
  const parent = path.dirname(SESSION_PREFIX);
  for (const name of readdirSync(parent)) {
    const folder = path.join(parent, name);
    const file = path.join(folder, RECORD);
    if (!folder.startsWith(SESSION_PREFIX) || !existsSync(file)) continue;
    const record = JSON.parse(readFileSync(file, 'utf8')) as GroupRecord;
    if (isAlive(record.launcher)) continue;
    // An id can have been given away again: only a group that works in this very folder is ended.
    if (record.group !== null && worksIn(record.group, folder)) endGroup(record.group, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function worksIn(group: number, folder: string): boolean {
  return readdirSync('/proc').some((entry) => {
    if (!/^\d+$/u.test(entry)) return false;
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      const processGroup = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
      return processGroup === group && readFileSync(`/proc/${entry}/environ`, 'utf8').includes(`HOME=${folder}/`);
    } catch {
      // The process ended while it was looked at, or belongs to someone else.
      return false;
    }
  });
}
