/** The pages that only an editor shows: what stands in a log, or in Jira's answers, is text there. */
import assert from 'node:assert/strict';
import type { JsonSync } from '../../server/protocol/jira.ts';
import { writeVerified } from '../../server/report/audit/formats.ts';
import { writeSync } from '../../server/report/tracking/sync.ts';

const HOSTILE = '[x](command:y)|<b>`\n# z';
const SAFE = '&#91;x&#93;(command:y)&#124;&#60;b&#62;&#96; &#35; z';

describe('pages of sync and audit log', () => {
  it('hold rows, fields, conflicts, notes and why it stopped, as text', () => {
    const sync: JsonSync = {
      schemaVersion: 1, applied: true, site: 'https://acme.atlassian.net', project: 'SHOP',
      counts: { create: 0, update: 1, same: 1, left: 0, failed: 0, conflicts: 1 },
      rows: [
        { row: HOSTILE, issue: 'SHOP-1', action: 'update', fields: ['Labels'], differences: [{ field: 'Summary', standing: 'conflict' }], notes: [HOSTILE] },
        { row: 'SHOP-2', issue: 'SHOP-2', action: 'same', fields: [], differences: [{ field: 'Summary', standing: 'apart' }], notes: [] },
      ],
      notes: [HOSTILE], stopped: HOSTILE,
    };
    assert.equal(writeSync(sync, 'markdown', false), [
      '# SHOP at https\u2060://acme.atlassian.net: 0 created, 1 updated, 1 unchanged, 0 left out, 0 failed, 1 conflict', '',
      `**Stopped: ${SAFE}. The next run goes on from here.**`, '',
      '|  | Row | Issue | Fields | Notes |', '|---|---|---|---|---|',
      `| update | ${SAFE} | SHOP-1 | Labels | Summary: changed here and in Jira, so that neither was written; ${SAFE} |`, '', `- ${SAFE}`, '',
    ].join('\n'));
  });

  it('tell the first bad entry and who signed', () => {
    const checkpoints = [{ size: 3, root: 'AAA=', signedBy: HOSTILE, valid: false }];
    const verified = { schemaVersion: 1, intact: false, entries: 4, firstBad: { index: 2, reason: HOSTILE }, checkpoints } as const;
    assert.equal(writeVerified({ ...verified, notes: [HOSTILE] }, 'markdown', false), [
      '# ❌ The audit log was tampered with: 4 entries', '', `**Entry 2**: ${SAFE}`, '',
      '|  | Checkpoint of entries | Signed by | Root |', '|---|---|---|---|', `| ⚠️ | 3 | ${SAFE} | \`AAA=\` |`, '', `- ${SAFE}`, '',
    ].join('\n'));
  });
});
