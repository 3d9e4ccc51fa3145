/** Asks the extension for what is shown, keeps the answers, and asks again only for what has changed. */
import { useEffect, useReducer, useRef } from 'preact/hooks';
import { PART_OF, type FolderState } from '../server/protocol/answers.ts';
import type { AnswerTo, Question } from '../server/protocol/question.ts';
import { listen, send } from './vscode-api.ts';

interface Kept {
  /** Of the part when the answer was asked for. */
  partVersion: string;
  version: string;
  answer: unknown;
}

interface Pending {
  key: string;
  partVersion: string;
  /** Key of the folder. */
  folder: string;
  question: Question;
}

/** More answers than this are not kept; those that were looked at longest ago go first. */
const MOST_KEPT = 400;

const kept = new Map<string, Kept>();
const pending = new Map<number, Pending>();
const failures = new Map<string, { partVersion: string; reason: string }>();
const watchers = new Set<() => void>();
let lastId = 0;
/** Counts how often what was refused is tried again. */
let tries = 0;

listen((message) => {
  if (message.type !== 'answer' && message.type !== 'failed') return;
  const asked = pending.get(message.id);
  if (asked === undefined) return;
  const { key, partVersion } = asked;
  pending.delete(message.id);
  const before = kept.get(key);
  if (message.type === 'failed') failures.set(key, { partVersion, reason: message.reason });
  // With the former object, what was made from it is not made again.
  else if ('answer' in message) kept.set(key, { partVersion, version: message.version, answer: message.answer });
  else if (before?.version === message.version) kept.set(key, { ...before, partVersion });
  else ask(asked);
  for (const [oldest] of kept) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  for (const watcher of [...watchers]) watcher();
});

/** Which findings are in new code changes with the code, also where the findings stay the same. */
function partVersionOf({ versions }: FolderState, question: Question): string | undefined {
  const version = versions[PART_OF[question.kind]];
  return version === undefined || !('since' in question) || question.since === undefined ? version : `${version} ${versions.changes ?? ''}`;
}

function keyOf(folder: FolderState, question: Question): string {
  return `${folder.key}\n${JSON.stringify(question)}`;
}

function ask(asked: Pending, known?: string): void {
  pending.set(++lastId, asked);
  send({ type: 'ask', id: lastId, folder: asked.folder, question: asked.question, ...(known !== undefined && { known }) });
}

/** Asks, unless the answer is known, on its way, or was refused. */
function ensure(folder: FolderState, question: Question): void {
  const partVersion = partVersionOf(folder, question);
  if (partVersion === undefined) return;
  const key = keyOf(folder, question);
  const before = kept.get(key);
  if (before?.partVersion === partVersion || failures.get(key)?.partVersion === partVersion) return;
  for (const asked of pending.values()) if (asked.key === key && asked.partVersion === partVersion) return;
  failures.delete(key);
  ask({ key, partVersion, folder: folder.key, question }, before?.version);
}

/** Answers to questions, as far as they are there. */
export interface Looked<Asked extends Question> {
  /** In the order of the questions; an earlier answer until the new one is there, null before the first. */
  answers: (AnswerTo<Asked> | null)[];
  /** Whether all of them are of the part as it is now. */
  isCurrent: boolean;
  /** Why there is no answer; null where there is, or will be. */
  failure: string | null;
}

/**
 * The answers to these questions. They are asked again when the part that they are about has another version.
 * @param folder as it is now
 */
export function useAnswers<Asked extends Question>(folder: FolderState, questions: readonly Asked[]): Looked<Asked> {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const asked = questions.map((question) => `${keyOf(folder, question)}\n${partVersionOf(folder, question) ?? ''}`).join('\n');
  useEffect(() => {
    const watcher = (): void => redraw(undefined);
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  }, []);
  useEffect(() => {
    for (const question of questions) ensure(folder, question);
  }, [asked, tries]);
  const answers = questions.map((question) => {
    const key = keyOf(folder, question);
    const own = kept.get(key);
    if (own === undefined) return null;
    kept.delete(key);
    kept.set(key, own);
    return own.answer as AnswerTo<Asked>;
  });
  const reasons = questions.flatMap((question) => failures.get(keyOf(folder, question))?.reason ?? []);
  const isCurrent = questions.every((question) => kept.get(keyOf(folder, question))?.partVersion === partVersionOf(folder, question));
  return { answers, isCurrent, failure: reasons[0] ?? null };
}

/** The answer to one question; the one to the question before until it is there, so that a list that is filtered does not flicker. */
export function useAnswer<Asked extends Question>(folder: FolderState, question: Asked): { answer: AnswerTo<Asked> | null; failure: string | null } {
  const { answers: [answer = null], failure } = useAnswers(folder, [question]);
  const last = useRef<{ folder: string; answer: AnswerTo<Asked> } | null>(null);
  if (answer !== null) last.current = { folder: folder.key, answer };
  return { answer: answer ?? (last.current?.folder === folder.key ? last.current.answer : null), failure };
}

/** Asks again for what was refused. */
export function tryAgain(): void {
  failures.clear();
  tries += 1;
  for (const watcher of [...watchers]) watcher();
}
