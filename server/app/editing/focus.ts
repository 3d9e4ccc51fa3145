/** Which findings of an edited folder are in new code. */
import type { Since } from '../../protocol/question.ts';
import { isAbout } from '../changes.ts';
import { Failure } from '../failure.ts';
import { newCodeSince, NOT_TRUSTED } from '../new-code.ts';
import type { Focus } from '../panel/answer.ts';
import type { EditedFolder } from './edited-folder.ts';
import { unsavedIn, withUnsaved } from './unsaved.ts';

/** A list is asked for in pages, one after the other: git is asked once for all of them. */
const last = new WeakMap<EditedFolder, { key: string; focus: Promise<Focus> }>();

/**
 * @param since what is new
 * @param changes version of the code
 * @param git whether git may be asked
 * @returns with the reason as its problem where new code cannot be told
 */
export function focusOn(edited: EditedFolder, since: Since, { changes, git }: { changes: string; git: boolean }): Promise<Focus> {
  const key = JSON.stringify([since, changes, git]);
  const before = last.get(edited);
  if (before?.key === key) return before.focus;
  const focus = git ? find(edited, since) : Promise.resolve({ problem: NOT_TRUSTED });
  last.set(edited, { key, focus });
  return focus;
}

async function find(edited: EditedFolder, since: Since): Promise<Focus> {
  const { root, reading } = edited;
  try {
    const [{ change, words }, unsaved] = await Promise.all([newCodeSince(root, since), unsavedIn(root, reading?.texts ?? new Map<string, string>())]);
    const lines = withUnsaved(change.lines, unsaved);
    return { words, holds: (finding) => isAbout({ lines }, finding) };
  } catch (error) {
    if (error instanceof Failure) return { problem: error.message };
    throw error;
  }
}
