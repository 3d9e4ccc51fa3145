/** What people write into a project is found, and nothing of it stays in the text that rules and caches see. */
import assert from 'node:assert/strict';
import { maskSecrets, scanSecrets } from '../../server/secrets/scan-secrets.ts';
import { reviewInMemory } from '../kit/review-in-memory.ts';
import { PLANTED, PLANTED_FILES } from './planted.ts';

/** The share that must be reported. What is masked is held to more: all of them. */
const LEAST = 0.9;

describe('sixty planted secrets', () => {
  it('are sixty, each another, and in the text of their file', () => {
    assert.ok(PLANTED.length >= 60, String(PLANTED.length));
    assert.equal(new Set(PLANTED.map(({ value }) => value)).size, PLANTED.length);
    assert.deepEqual(PLANTED.filter(({ path, value }) => !PLANTED_FILES.get(path)!.includes(value)).map(({ name }) => name), []);
  });

  it('are reported, nine of ten at least', async () => {
    const { findings } = await reviewInMemory(PLANTED_FILES, ['security/hardcoded-secret']);
    const missed = PLANTED.filter(({ path, value }) => {
      const text = PLANTED_FILES.get(path)!;
      const at = text.indexOf(value);
      const from = text.slice(0, at).split('\n').length;
      const to = from + value.split('\n').length - 1;
      const own = findings.filter((finding) => finding.path === path).flatMap(({ range, related }) => [range, ...related.map((each) => each.range)]);
      return !own.some(({ start, end }) => start.line <= to && end.line >= from);
    });
    assert.ok(missed.length <= PLANTED.length * (1 - LEAST), missed.map(({ name, path }) => `${path}: ${name}`).join('\n'));
  });

  it('are masked before anything else reads the text', async () => {
    const left: string[] = [];
    for (const [path, text] of PLANTED_FILES) {
      const masked = maskSecrets(text, await scanSecrets(path, text));
      left.push(...PLANTED.filter((each) => each.path === path && masked.includes(each.value)).map(({ name }) => `${path}: ${name}`));
    }
    assert.deepEqual(left, []);
  });
});
