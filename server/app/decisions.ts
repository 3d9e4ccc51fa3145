/** Decision records in the form of MADR 4 (Markdown Architectural Decision Records), kept beside the code. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../text/order.ts';
import { Failure } from './failure.ts';
import { writeTextFile } from './write-file.ts';

export const DECISIONS_FOLDER = 'architecture/decisions';

export interface Decision {
  number: number;
  title: string;
  status: string;
  /** Ids of the blocks it is about. */
  blocks: string[];
  /** Relative to the folder. */
  path: string;
}

const FILE = /^(\d{4})-.*\.md$/;
const DIGITS = 4;
const LONGEST_NAME = 60;

/** @returns the decisions of a folder by number; none when there is no such folder */
export async function decisionsOf(root: string): Promise<Decision[]> {
  const names = await readdir(join(root, DECISIONS_FOLDER)).catch(() => []);
  const found = await Promise.all(names.filter((name) => FILE.test(name)).sort(compareText).map(async (name): Promise<Decision> => {
    const path = `${DECISIONS_FOLDER}/${name}`;
    const text = await readFile(join(root, path), 'utf8').catch(() => '');
    const matter = /^---\r?\n([^]*?)\r?\n---/.exec(text)?.[1] ?? '';
    const value = (key: string): string => new RegExp(`^${key}:[ \\t]*(.*)$`, 'm').exec(matter)?.[1]?.trim().replace(/^(["'])(.*)\1$/, '$2') ?? '';
    const blocks = value('blocks').replace(/^\[|\]$/g, '').split(',').map((id) => id.trim().replace(/^(["'])(.*)\1$/, '$2')).filter((id) => id !== '');
    return { number: Number(FILE.exec(name)![1]), title: /^# (.*)$/m.exec(text)?.[1]?.trim() ?? name, status: value('status') || 'unknown', blocks, path };
  }));
  return found;
}

/**
 * Writes a record with the next number, for the author to fill in.
 * @param title of the decision
 * @param blocks ids of the blocks it is about
 * @param date `2026-11-29`
 * @returns its path, relative to the folder
 * @throws {Failure} for a title without a letter, and when the file cannot be written
 */
export async function decide(root: string, title: string, blocks: readonly string[], date: string): Promise<string> {
  const slug = title.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, LONGEST_NAME);
  if (slug === '') throw new Failure('A decision needs a title with a letter or a number in it.');
  const last = (await decisionsOf(root)).at(-1)?.number ?? 0;
  const path = `${DECISIONS_FOLDER}/${String(last + 1).padStart(DIGITS, '0')}-${slug}.md`;
  await writeTextFile(join(root, path), recordText(title.replace(/\s+/g, ' ').trim(), blocks, date));
  return path;
}

/** The headings are MADR's; what stands below them tells what belongs there. */
function recordText(title: string, blocks: readonly string[], date: string): string {
  return `---
status: proposed
date: ${date}
decision-makers:
blocks: [${blocks.map((id) => JSON.stringify(id)).join(', ')}]
---

# ${title}

## Context and Problem Statement

<!-- Two or three sentences: what has to be decided, and why now. -->

## Decision Drivers

* <!-- a force or a concern -->

## Considered Options

* <!-- the first option -->
* <!-- the second option -->

## Decision Outcome

Chosen option: "<!-- which -->", because <!-- why -->.

### Consequences

* Good, because <!-- what gets better -->
* Bad, because <!-- what gets worse -->

### Confirmation

<!-- How anyone can tell that it is followed: a rule, a test, a review. -->
`;
}
