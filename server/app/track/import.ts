/** Fills the log from git: the whole history, or the last commit. */
import { counted, firstNames, grouped } from '../../text/wording.ts';
import { Failure } from '../failure.ts';
import { changeLogFiles, LOG_FILE } from './log-files.ts';
import { commitChanges, type CommitOptions } from './record-commits.ts';

export interface Imported {
  added: number;
  changed: number;
  commits: number;
  /** Sentences about what could not be told from the history. */
  notes: string[];
}

/** @throws {Failure} outside of a repository, and when configuration or log cannot be used; the log is then as before */
export async function importCommits(options: CommitOptions): Promise<Imported> {
  const changes = await commitChanges({ ...options, strict: true });
  if (changes === null) throw new Failure('There is no git repository with a commit here.');
  let done: Imported = { added: 0, changed: 0, commits: changes.commits, notes: [] };
  await changeLogFiles(options.root, ({ log }) => {
    const { changes: issues, added, lost } = changes.changesTo(log);
    const notes = options.scope === 'recent' ? [] : [...notesOn(lost, changes.shallow), ...noteOnKeys([...issues.keys()])];
    done = { ...done, added, changed: issues.size - added, notes };
    return { issues };
  });
  return done;
}

/** Where most commits name no issue, the team may write keys in another form. */
function noteOnKeys(added: readonly string[]): string[] {
  const made = added.filter((key) => key.startsWith('AUTO-')).length;
  if (made <= added.length / 2) return [];
  return [`${grouped(made)} of ${counted(added.length, 'issue')} have a key of Archwright's own, because their commits name none. `
    + 'If yours look otherwise than SHOP-42, set "tracking.issuePattern" in archwright.jsonc, such as "#[0-9]+".'];
}

function notesOn(lost: readonly string[], shallow: boolean): string[] {
  const notes: string[] = [];
  if (shallow) notes.push('The clone is shallow: commits before its beginning are not in the log. '
    + 'Fetch the whole history ("fetch-depth: 0") and import again.');
  if (lost.length > 0) {
    const why = shallow ? 'not in this clone, or was written anew' : 'no longer in the history, which was written anew';
    notes.push(`The commit of ${counted(lost.length, 'row')} in ${LOG_FILE} is ${why}: ${firstNames(lost)}. These rows are kept as they are.`);
  }
  return notes;
}
