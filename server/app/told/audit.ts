/** What commands of `track audit` tell in an editor. */
import type { AuditParams, Told } from '../../protocol/commands.ts';
import { complianceWords, verifiedWords, writeCompliance, writeVerified } from '../../report/audit/formats.ts';
import { markdownCode } from '../../report/markdown-text.ts';
import { showable } from '../../text/plain-text.ts';
import { counted } from '../../text/wording.ts';
import { makeCheckpoint, verifyAudit, type VerifyOptions } from '../audit/anchors.ts';
import { complianceReport } from '../audit/compliance.ts';
import { AUDIT_FILE, startAudit } from '../audit/record.ts';
import type { CommandFolder } from './folder.ts';

type AuditCommand = AuditParams['command'];

/** @throws {Failure} like the command */
export function tellAudit({ root }: CommandFolder, { command }: AuditParams): Promise<Told> {
  switch (command.kind) {
    case 'start': return start(root, command.origin);
    case 'verify': return verify(root, { keys: [], checkpoints: command.checkpoints, keptKey: command.key });
    case 'checkpoint': return checkpoint(root, command);
    case 'report': return report(root, { keys: [], checkpoints: [], keptKey: command.key });
  }
}

async function start(root: string, named: string | undefined): Promise<Told> {
  const origin = await startAudit(root, named);
  return { headline: `Began ${AUDIT_FILE} as "${showable(origin)}".`, holds: null, document: null };
}

async function verify(root: string, options: VerifyOptions): Promise<Told> {
  const verified = await verifyAudit(root, options);
  const { intact, firstBad } = verified;
  const where = firstBad === null ? '' : `; entry ${firstBad.index}: ${firstBad.reason}`;
  const text = writeVerified(verified, 'markdown', false);
  return { headline: `${showable(verifiedWords(verified) + where)}.`, holds: intact, document: { name: 'audit', text, use: 'page' } };
}

async function checkpoint(root: string, { git, key: keptKey }: Extract<AuditCommand, { kind: 'checkpoint' }>): Promise<Told> {
  const { text, verified, key, kept } = await makeCheckpoint(root, { keys: [], checkpoints: [], git, keptKey });
  if (text === null) {
    const { index, reason } = verified.firstBad ?? { index: 0, reason: 'it names no origin' };
    const headline = `Nothing was signed, because the log was tampered with: entry ${index}: ${showable(reason)}.`;
    return { headline, holds: false, document: { name: 'audit', text: writeVerified(verified, 'markdown', false), use: 'page' } };
  }
  const many = counted(verified.entries, 'entry', 'entries');
  const page = [
    `# Checkpoint of ${many}`, `Kept in ${kept.map(markdownCode).join(', ')}. Hand it to somebody outside of the team, who keeps it:`,
    `\`\`\`\`text\n${text}\`\`\`\``, 'Others check it with this public key:', markdownCode(key),
  ].join('\n\n');
  const headline = `Signed ${many}; the checkpoint is in ${kept.join(', ')}.`;
  return { headline, holds: true, document: { name: 'checkpoint', text: `${page}\n`, use: 'page' } };
}

async function report(root: string, options: VerifyOptions): Promise<Told> {
  const made = await complianceReport(root, options);
  const text = writeCompliance(made, 'markdown', false);
  return { headline: `${complianceWords(made)}.`, holds: null, document: { name: 'compliance', text, use: 'page' } };
}
