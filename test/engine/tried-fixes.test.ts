/** Fixes that are tried before they are offered. */
import assert from 'node:assert/strict';
import type { FixProvider, LanguageAdapter } from '../../server/facts/adapter.ts';
import type { ModuleFacts } from '../../server/facts/module-facts.ts';
import { completed } from '../../server/engine/analyze-file.ts';
import { withAppliedOffers } from '../../server/engine/tried-fixes.ts';
import type { Finding } from '../../server/findings/finding.ts';

const EDIT = [{ path: 'a.ts', edits: [] }];

function offering(...ids: string[]): Finding {
  return completed('rule', 'a.ts', { messageId: 'm', span: [1, 1, 1, 2], about: ids.join(), fixes: ids.map((id) => ({ id, title: id })) });
}

/** @returns ids of the offers that are left, by finding */
function left(findings: readonly Finding[], text: string, ownFixes?: Record<string, FixProvider>): string[][] {
  const adapter = { ...(ownFixes === undefined ? {} : { ownFixes }) } as LanguageAdapter;
  const module = { path: 'a.ts' } as ModuleFacts;
  return withAppliedOffers(findings, { text, module }, adapter).map(({ fixes }) => fixes.map(({ id }) => id));
}

describe('fixes that are tried before they are offered', () => {
  it('are offered where they give edits, and the others unseen', () => {
    const ownFixes: Record<string, FixProvider> = {
      applies: ({ path }, { read }) => (read(path) === 'text' && read('b.ts') === undefined ? EDIT : null),
      not: () => null,
      fails: () => { throw new Error('of the fix'); },
    };
    assert.deepEqual(left([offering('applies', 'not', 'fails', 'elsewhere'), offering('not')], 'text', ownFixes), [['applies', 'elsewhere'], []]);
    assert.deepEqual(left([offering('not')], 'text'), [['not']]);
  });

  it('see the file as if there were no other', () => {
    const seen: unknown[] = [];
    const ownFixes: Record<string, FixProvider> = {
      looks: (asked, { root, files, facts, resolve, fileSystem }) => {
        seen.push(asked, root, files(), facts('a.ts')?.path, facts('b.ts'), resolve('a.ts', './b'));
        seen.push(fileSystem.fileExists('a.ts'), fileSystem.directoryExists('src'), fileSystem.readFile('a.ts'), fileSystem.realpath?.('a.ts'));
        return EDIT;
      },
    };
    assert.deepEqual(left([offering('looks')], 'text', ownFixes), [['looks']]);
    assert.deepEqual(seen, [
      { fixId: 'looks', path: 'a.ts', span: [1, 1, 1, 2], data: {} }, '', ['a.ts'], 'a.ts', undefined, { kind: 'missing' }, false, false, undefined, 'a.ts',
    ]);
  });

  it('are bounded by what is gone through for them', () => {
    let tried = 0;
    const ownFixes: Record<string, FixProvider> = { long: () => (tried++, EDIT) };
    const findings = Array.from({ length: 1000 }, () => offering('long'));
    const offers = left(findings, 'x'.repeat(1_000_000), ownFixes);
    assert.deepEqual([tried, offers.filter((each) => each.length > 0).length], [50, 50]);
  });
});
