/** Findings accepted at one time, so that only new ones fail. The file is sorted, so branches merge line by line. */
import * as z from 'zod';
import { createHash } from 'node:crypto';
import type { Finding } from '../findings/finding.ts';
import { compareText } from '../text/order.ts';

const entry = z.strictObject({ rule: z.string(), path: z.string(), about: z.string(), fingerprint: z.string() });
const file = z.strictObject({ version: z.literal(1), findings: z.array(entry) });

export type BaselineEntry = z.infer<typeof entry>;

export interface Baseline {
  entries: readonly BaselineEntry[];
}

/**
 * @param text of a baseline file
 * @returns the baseline, or why it cannot be used
 */
export function readBaseline(text: string): Baseline | { problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return {
      problem: `is not valid JSON (${error instanceof Error ? error.message : String(error)}). Resolve the merge conflict if there is `
        + `one, or recreate it with "archwright baseline".`,
    };
  }
  const parsed = file.safeParse(json);
  if (parsed.success) return { entries: parsed.data.findings };
  const version = (json as { version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > 1) return { problem: `was written by a newer version (format ${version}); this version reads format 1.` };
  const { path, message } = parsed.error.issues[0]!;
  return { problem: `is invalid: ${[...(path.length === 0 ? [] : [path.join('/')]), message].join(' ')}` };
}

/** Text of a baseline file: one finding per line, sorted by path, rule and subject. */
export function writeBaseline(entries: readonly BaselineEntry[]): string {
  const key = (each: BaselineEntry): string => [each.path, each.rule, each.about, each.fingerprint].join('\n');
  const unique = new Map(entries.map((each) => [each.fingerprint, each]));
  const sorted = [...unique.values()].sort((a, b) => compareText(key(a), key(b)));
  const lines = sorted.map((each) => `    ${JSON.stringify({ rule: each.rule, path: each.path, about: each.about, fingerprint: each.fingerprint })}`);
  return `{\n  "version": 1,\n  "findings": [${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`;
}

/**
 * @param baseline accepted entries
 * @param current fingerprints of the current findings
 * @returns entries that no longer occur
 */
export function staleEntries(baseline: Baseline, current: ReadonlySet<string>): BaselineEntry[] {
  return baseline.entries.filter((each) => !current.has(each.fingerprint));
}

/**
 * The identity of findings: rule, file and what they are about, whatever their lines.
 * Findings of one file with the same rule and subject are distinguished by their order.
 * @param findings all findings of a report, sorted by place
 * @returns a fingerprint for each, in the same order
 */
export function fingerprints(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const identity = `${finding.ruleId}\n${finding.path}\n${finding.about}`;
    const nth = seen.get(identity) ?? 0;
    seen.set(identity, nth + 1);
    return createHash('sha256').update(nth === 0 ? identity : `${identity}\n${nth}`).digest('hex').slice(0, 32);
  });
}
