/** A program that adds entries to an audit log until it is killed, and tells each one as soon as it is acknowledged. */
import { appended } from '../../server/audit/entries.ts';
import { appendLocked } from '../../server/host/append-file.ts';

/** Path of the program, which takes a folder and a name. */
export const WRITER = import.meta.filename;

async function writeOn(root: string, name: string): Promise<void> {
  for (let number = 0; ; number++) {
    const details = { name, number, padding: 'x'.repeat(20_000) };
    await appendLocked(root, 'logs/audit_trail.jsonl', (text) =>
      appended(text ?? '', [{ kind: 'gate', time: '2026-01-01T00:00:00.000Z', by: null, commit: null, details }]));
    process.stdout.write(`${name} ${number}\n`);
  }
}

if (process.argv[1] === WRITER) await writeOn(process.argv[2] ?? '', process.argv[3] ?? '');
