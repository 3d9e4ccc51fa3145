/** What a commit says of itself: its words, and what it is besides work. */

/** What a commit is. */
export type CommitKind =
  | { kind: 'work' }
  /** Brings a branch in; null where the message names none. */
  | { kind: 'merge'; branch: string | null }
  /** Takes other commits back, or brings back what was taken back; hashes as the message gives them. */
  | { kind: 'revert'; targets: string[] };

export interface Message {
  subject: string;
  /** Without what programs add at the end. */
  body: string;
  /** `#12` or `!12`; empty for none. */
  pullRequest: string;
  what: CommitKind;
  /** Somebody put their name to a review. */
  reviewed: boolean;
  /** Subjects of the commits that were squashed into this one. */
  squashed: string[];
}

const TRAILER = /^(?:signed-off-by|co-authored-by|change-id|reviewed-by|acked-by|tested-by|reported-by|cc|suggested-by|git-svn-id|[a-z-]+-url): /i;
const PULL_REQUEST = /\s*\((#\d{1,9}|!\d{1,9})\)$/;
const MERGE_SUBJECTS: readonly RegExp[] = [
  // Two branches of the same name are synchronized, and none is merged.
  /^Merge (?:remote-tracking )?branch '([^']+)'/,
  // A branch of a fork that is called like the main branch is not the main branch.
  /^Merge pull request #\d+ from (?=[^/\s]+\/(?!(?:main|master|develop|trunk)$))[^/\s]+\/(\S+)/,
  /^Merge pull request #\d+ from (\S+)/,
  /^Merged in (\S+) \(pull request #\d+\)/,
];

/** @param text of a whole message @param parents how many commits it comes after */
export function readMessage(text: string, parents: number): Message {
  const [first = '', ...rest] = text.split('\n');
  const subject = first.trim();
  const kept = rest.filter((line) => !TRAILER.test(line.trim()));
  const body = kept.join('\n').trim();
  return {
    subject, body, what: kindOf(subject, body, parents), pullRequest: pullRequestIn(subject, body),
    reviewed: rest.some((line) => /^reviewed-by: \S/i.test(line.trim())), squashed: squashedIn(body),
  };
}

function kindOf(subject: string, body: string, parents: number): CommitKind {
  if (parents > 1) {
    const named = MERGE_SUBJECTS.map((pattern) => pattern.exec(subject)?.[1]).find((name) => name !== undefined);
    return { kind: 'merge', branch: named?.replace(/^origin\//, '').replace(/\/(?=(?:main|master|develop|trunk)$)/, ':') ?? null };
  }
  const [, said] = /^This reverts commits? ([^]*)/m.exec(body) ?? [];
  const targets = [...(said ?? '').split('\n\n')[0]!.matchAll(/\b[0-9a-f]{7,64}\b/g)].map(([hash]) => hash);
  if (targets.length > 0 || /^(?:Revert|Reapply) "/.test(subject)) return { kind: 'revert', targets };
  return { kind: 'work' };
}

function pullRequestIn(subject: string, body: string): string {
  const named = PULL_REQUEST.exec(subject)?.[1] ?? /^Merge pull request (#\d+)/.exec(subject)?.[1] ?? /\(pull request (#\d+)\)$/.exec(subject)?.[1];
  return named ?? /^See merge request \S*?(!\d+)$/m.exec(body)?.[1] ?? '';
}

/** GitHub lists them with stars, git with an indent below the author and the date of each. */
function squashedIn(body: string): string[] {
  const lines = body.split('\n');
  const starred = lines.filter((line) => /^\* \S/.test(line)).map((line) => line.slice(2).trim());
  const listed = lines.flatMap((line, at) => (/^Date: {3}/.test(line) && lines[at + 1] === '' ? [(lines[at + 2] ?? '').trim()] : []));
  return [...starred, ...listed];
}

/** The subject as the title of an issue: without key, kind of change and number of the pull request. */
export function titleOf(subject: string, key: string): string {
  const bare = subject.replace(PULL_REQUEST, '');
  const scoped = /^[a-z]+\(([^)]+)\)!?:(.+)$/.exec(bare);
  if (key !== '' && scoped?.[1] === key) return scoped[2]!.trim();
  const at = bare.indexOf(key);
  // In brackets perhaps, or after the kind of change.
  if (key === '' || at < 0 || !/^(?:[a-z]{2,12}(?:\([^)]*\))?!?: ?)?\W{0,2}$/.test(bare.slice(0, at))) return bare.trim();
  const without = bare.slice(at + key.length).replace(/^[\s\])}:.,\u2013\u2014-]+/, '').trim();
  return without === '' ? bare.trim() : without;
}

/** @returns the kind of change by the convention of "Conventional Commits", such as `feat`; empty where it is not followed */
export function conventionalKind(subject: string): string {
  return /^([a-z]{2,12})(?:\([^)]*\))?!?: /.exec(subject.trim())?.[1] ?? '';
}

/** Whether it begins as people write who mend something. */
export function isFix(subject: string): boolean {
  return /^(?:[\w-]{0,40}[:\]] *)?(?:bug ?fix|hot ?fix|fix(?:es|ed|ing)?|bug)\b/i.test(subject.trim());
}

/** @returns the body without what only repeats the subjects of squashed commits, and without lines that hold nothing but the key */
export function descriptionOf({ body, subject }: Pick<Message, 'body' | 'subject'>, key: string): string {
  const known = new Set([subject.replace(PULL_REQUEST, ''), key]);
  return body.split('\n').filter((line) => !known.has(line.replace(/^\* /, '').trim())).join('\n').trim();
}
