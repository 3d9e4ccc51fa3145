/** Keeps texts in git outside of the files: as a note of the current commit, or as a tag. */
import { git, gitBytes } from './git.ts';

/** @param ref name of the notes @param text to add to the note of the current commit @throws {GitError} */
export async function addNote(folder: string, ref: string, text: string): Promise<void> {
  await gitBytes(folder, text, 'notes', `--ref=${ref}`, 'append', '-F', '-', 'HEAD');
}

/** @param name of the tag, which points to the current commit @throws {GitError} when there is one of this name */
export async function addTag(folder: string, name: string, text: string): Promise<void> {
  await gitBytes(folder, text, 'tag', '--annotate', '--no-sign', '--cleanup=verbatim', '-F', '-', name, 'HEAD');
}

/** @returns the texts of all notes with this name and of all tags below it; empty outside of git */
export async function keptTexts(folder: string, name: string): Promise<string> {
  const tags = await git(folder, 'for-each-ref', '--format=%(contents)', `refs/tags/${name}/`).catch(() => '');
  const notes = await git(folder, 'notes', `--ref=${name}`, 'list').catch(() => '');
  const blobs = notes.split('\n').map((line) => line.split(' ')[0] ?? '').filter((id) => /^[0-9a-f]{40,64}$/.test(id));
  if (blobs.length === 0) return tags;
  const texts = await gitBytes(folder, `${blobs.join('\n')}\n`, 'cat-file', '--batch').catch(() => Buffer.alloc(0));
  return `${tags}\n${texts.toString('utf8')}`;
}
