/**
 * Loops that read the same thing in every iteration, or query a database once per item.
 *
 * Bad, because the work grows with the number of items although once is enough: a file needs reading
 * once, a text parsing once, and one query can fetch the rows of all items.
 */
import type { CallFact, FileFacts } from '../../facts/file-facts.ts';
import { placeName } from '../kit/exposure.ts';
import { isPythonQuery, isQuery } from '../kit/queries.ts';
import { SOURCE_AND_SCRIPTS } from '../kit/roles.ts';
import { argument, fullName, isPython } from '../kit/python.ts';
import { defineFileRule } from '../kit/rule.ts';

const FILE_READS = /^(promises\.)?(readFile|readFileSync|readJson|readJsonSync|readJSON|readJSONSync|readdir|readdirSync)$/;
const FILE_MODULES = /^(fs|fs\/promises|fs-extra|graceful-fs|jsonfile)$/;

const messages = {
  file: '{call} reads the same file in every iteration. Read it once before the loop.',
  parse: '{call} parses the same text in every iteration. Parse it once before the loop.',
  query: '{call} queries the database once per item. Fetch all rows with one query, and look them up by key.',
} as const;

export const rule = defineFileRule({
  meta: {
    id: 'performance/read-in-loop',
    title: 'Repeated read in a loop',
    severity: 'warning',
    // How many items there are is not known, and one query for all is often not possible: other tables, a row that is changed at once.
    recommended: 'info',
    roles: SOURCE_AND_SCRIPTS,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['patterns §4.2', 'general §6.1', 'style §6.1', 'review §2.1', 'style §9'],
    criterion: 'performance',
    blocker: false,
    fixable: false,
    docs: {
      what:
        'In a loop: a file that is read again although its name does not change, a text that is parsed again although it is the same, and a database '
        + 'query per item. In the profile `recommended`, all of this is information.',
      why: 'The work is done once per item, although once is enough. With a database, every iteration pays for a round trip.',
      fix:
        'Read before the loop and reuse the result. Fetch the rows of all items in one query (`WHERE id IN (…)`, `findMany`, a data loader) and look them '
        + 'up by key.',
      limits:
        'Databases are recognized by the names of their clients and methods. What a function called in the loop reads itself is not seen. Loops that '
        + 'retry, page or poll, and queries that already ask for many rows at once, are left alone.',
    },
    messages,
  },
  check(file, report) {
    for (const call of file.calls) {
      if (call.loop < 0) continue;
      const messageId = judge(file, call);
      if (messageId === null) continue;
      report({
        messageId, data: { call: `${call.callee}()` }, span: call.calleeSpan, about: `${placeName(file, call.function)}: ${call.callee}`,
      });
    }
  },
});

function judge(file: FileFacts, call: CallFact): keyof typeof messages | null {
  const loop = file.loops[call.loop]!;
  const polls = loop.kind === 'while' || loop.kind === 'do' || (loop.kind === 'for' && loop.variables.length === 0) || loop.async;
  // A loop that waits for a change reads the same again on purpose.
  if (isPython(file)) return polls ? null : judgePython(file, call);
  if (call.invariant && !polls) {
    if (call.module !== null && FILE_MODULES.test(call.module) && FILE_READS.test(call.member ?? '')) return 'file';
    if (call.callee === 'JSON.parse' && call.args[0]?.kind !== 'call') return 'parse';
  }
  return !polls && !call.invariant && isQuery(call) && !asksForMany(call) && !mayBeRetry(file, call) ? 'query' : null;
}

/** A file opened for reading, a table loaded or a text parsed, the same in every iteration; or rows fetched one by one. */
function judgePython(file: FileFacts, call: CallFact): keyof typeof messages | null {
  const name = fullName(call);
  if (call.invariant) {
    if (/^pandas\.read_(csv|json|parquet|excel|feather|table|pickle|hdf)$|^numpy\.(load|loadtxt|genfromtxt)$/.test(name)) return 'file';
    if (/^(read_text|read_bytes)$/.test(call.name) && call.args.length === 0) return 'file';
    if (call.callee === 'open' && call.ownRoot !== true && isForReading(call) && call.args[0]?.kind !== 'call') return 'file';
    return /^(json|tomllib|toml|orjson|ujson)\.loads$|^yaml\.safe_load$/.test(name) && call.args[0]?.kind !== 'call' ? 'parse' : null;
  }
  return isPythonQuery(call) && !asksForMany(call) && !mayBeRetry(file, call) ? 'query' : null;
}

function isForReading(call: CallFact): boolean {
  const mode = argument(call, 1, 'mode');
  return mode === null || (mode.kind === 'string' && !/[wax+]/.test(mode.text));
}

const RETRIES = /attempt|retry|retries|tries|page|offset|batch|chunk/i;

/** Many rows at once, so that each iteration asks another table or another lot. */
function asksForMany(call: CallFact): boolean {
  return (
    /(^|\.)(whereInIds|whereIn|findByIds|in_|in_bulk|filter_by_ids)\b/.test(call.callee) ||
    call.args.some(({ text }) => /\bIn\(|\bin:|\$in\b|\bANY\s*\(|\bIN\s*\(|__in=|\.in_\(/.test(text))
  );
}

/** `for (let attempt = 0; …)`, `for attempt in range(ATTEMPTS)`. */
function mayBeRetry(file: FileFacts, call: CallFact): boolean {
  return file.loops[call.loop]!.variables.some((name) => RETRIES.test(name)) || RETRIES.test(file.loops[call.loop]!.iterable);
}
