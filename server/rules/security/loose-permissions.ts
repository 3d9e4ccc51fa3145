/**
 * Files and folders that every account of the machine may change.
 *
 * Whoever has any account there then replaces what the program reads or runs.
 */
import type { CallFact, FileFacts, ValueFact } from '../../facts/file-facts.ts';
import { isFrom, placeName } from '../kit/exposure.ts';
import { argument, fullName, isPython } from '../kit/python.ts';
import { MILDER_IN_SCRIPTS } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { byFacts } from '../kit/sources.ts';

const MAY_SET = /^l?f?chmod(Sync)?$/;
const FILE_MODULES = /^(fs|fs\/promises|fs-extra|graceful-fs|mz\/fs)$/;
const MEMBERS = /^(promises\.)?l?f?chmod(Sync)?$/;
/** Everybody may write. */
const WRITABLE = 0o002;
/** Nobody may rename or remove what belongs to others there, as in `/tmp`. */
const STICKY = 0o1000;
/** Names of Python's module `stat`. */
const NAMES_WRITABLE = /\bS_I(WOTH|RWXO)\b/;

export const rule = defineFileRule({
  meta: {
    id: 'security/loose-permissions',
    title: 'Writable by everybody',
    severity: 'warning',
    // In a container, or where only one account exists, nobody else is there.
    recommended: 'info',
    roles: MILDER_IN_SCRIPTS,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['general §3.2', 'review §2.3', 'blocks §9.1'],
    criterion: 'practices',
    blocker: false,
    fixable: false,
    sources: { ruff: byFacts('S103'), cwe: [732] },
    docs: {
      what:
        'A call of `chmod` that lets every account write (`0o777`, `0o666`, `stat.S_IWOTH`), of a file or of a folder without the sticky bit. Information '
        + 'in the profile `recommended`.',
      why: 'Any other program on the machine, whoever runs it, can then change or replace what this one reads or runs.',
      fix: 'Give rights to the owner and to a group: `0o640` for files, `0o750` for folders and programs.',
      limits: 'Only modes that are written out count. Modes of `mkdir` and `open` are cut by the umask and not looked at.',
    },
    messages: {
      everybody: '{callee} lets every account write to this ({mode}). Give rights to the owner and a group only.',
    },
  },
  check(file, report) {
    for (const call of file.calls) {
      const mode = MAY_SET.test(call.name) ? modeOf(file, call) : null;
      const shown = mode === null ? null : shownWhenOpen(mode);
      if (mode === null || shown === null) continue;
      report({ messageId: 'everybody', data: { callee: call.callee, mode: shown }, span: mode.span, about: `${placeName(file, call.function)}: ${call.name}` });
    }
  },
});

function modeOf(file: FileFacts, call: CallFact): ValueFact | null {
  if (!isPython(file)) return isFrom(call, FILE_MODULES, MEMBERS) ? call.args[1] ?? null : null;
  // `os.chmod(path, mode)`, and `path.chmod(mode)` of a path object.
  return /^os\./.test(fullName(call)) ? argument(call, 1, 'mode') : call.module === null && call.callee.includes('.') ? argument(call, 0, 'mode') : null;
}

/** @returns the mode as people write it; null when not everybody may write */
function shownWhenOpen({ kind, text }: ValueFact): string | null {
  if (NAMES_WRITABLE.test(text)) return text.includes('S_ISVTX') ? null : text;
  const octal = /^0o?([0-7]+)$/i.exec(text)?.[1] ?? (kind === 'string' ? /^[0-7]+$/.exec(text)?.[0] : undefined);
  // The compiler of TypeScript gives numbers as decimal ones.
  const mode = octal === undefined ? (kind === 'number' ? Number(text) : 0) : Number.parseInt(octal, 8);
  return (mode & WRITABLE) !== 0 && (mode & STICKY) === 0 ? `0o${mode.toString(8)}` : null;
}
