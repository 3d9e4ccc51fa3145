/** The examples of the guidelines, said again in code of our own: each bad one is found, each good one is left alone by the same rule. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reviewInMemory } from '../kit/review-in-memory.ts';

interface Example {
  title: string;
  kind: 'bad' | 'good';
  rules: string[];
  files: Map<string, string>;
}

/** Sections `## style §8.1 bad: words`, a line `Rules: a/b, c/d`, and the code. */
function examplesIn(text: string): Example[] {
  return text.split(/^## /m).slice(1).map((section) => {
    const [title = '', ...rest] = section.split('\n');
    const kind = /§[\d.]+ (bad|good): /.exec(title)?.[1] as Example['kind'] | undefined;
    const rules = /^Rules: (.+)$/m.exec(rest.join('\n'))?.[1]?.split(', ');
    const files = new Map([...section.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)].map((match) => [match[1]!, match[2]!]));
    assert.ok(kind !== undefined && rules !== undefined && files.size > 0, `"${title}" lacks its kind, its rules or its code`);
    return { title, kind, rules, files };
  });
}

describe('examples of the guidelines', () => {
  const documents = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.md') && name !== 'not-judged.md').sort();
  for (const name of documents) {
    describe(name.replace('.md', ''), () => {
      for (const { title, kind, rules, files } of examplesIn(readFileSync(join(import.meta.dirname, name), 'utf8'))) {
        it(title, async () => {
          const { findings } = await reviewInMemory(files, rules);
          const found = new Set(findings.map((finding) => finding.ruleId));
          if (kind === 'bad') assert.deepEqual(rules.filter((rule) => !found.has(rule)), [], 'rules that found nothing');
          else assert.deepEqual(findings.map(({ ruleId, range, message }) => `${ruleId} ${range.start.line} ${message}`), []);
        });
      }
    });
  }
});
