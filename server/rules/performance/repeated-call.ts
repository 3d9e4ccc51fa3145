/**
 * The same expensive call again: in every iteration of a loop, or twice in one function.
 *
 * Bad, because the result is the same and the work is repeated: a pattern is compiled, a page searched
 * or a file read once more. Reported are calls that are known to be expensive, and whose object and
 * arguments do not change.
 */
import type { CallFact, FileFacts } from '../../facts/file-facts.ts';
import type { Report } from '../kit/messages.ts';
import { placeName } from '../kit/exposure.ts';
import { fullName, isPython } from '../kit/python.ts';
import { SOURCE_AND_SCRIPTS } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';

/** Expensive each time, and gives the same result for the same arguments. */
const COMPILES = /^(Intl\.)?(NumberFormat|DateTimeFormat|Collator|PluralRules|Segmenter|RelativeTimeFormat|ListFormat)$/;
const CLONES = /^(structuredClone|cloneDeep|_\.cloneDeep)$/;
const RUNS = /^(execSync|execFileSync|spawnSync)$/;
/** The same in Python. The module `re` caches compiled patterns itself. */
const PYTHON: ReadonlyMap<string, 'warning' | 'info'> = new Map([
  ['re.compile', 'info'], ['subprocess.check_output', 'warning'], ['importlib.import_module', 'info'], ['os.listdir', 'info'], ['glob.glob', 'info'],
]);
const SEARCHES_PAGE = /^document\.(querySelector|querySelectorAll|getElementById|getElementsByClassName|getElementsByTagName)$/;
const READS = /^(promises\.)?(readFileSync|readFile|readJsonSync|readJson|readdirSync)$/;

const messages = {
  loop: '{call} gives the same result in every iteration. Move it before the loop.',
  copy: 'JSON.parse(JSON.stringify({what})) copies the same value in every iteration. Copy it once, or use structuredClone.',
  again: '{call} reads {what} again, after line {line} in the same function. Reuse the first result.',
} as const;

export const rule = defineFileRule({
  meta: {
    id: 'performance/repeated-call',
    title: 'Repeated expensive call',
    severity: 'warning',
    recommended: 'info',
    roles: SOURCE_AND_SCRIPTS,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['patterns §4.2', 'blocks §8.1', 'review §2.1', 'style §9'],
    criterion: 'performance',
    blocker: false,
    fixable: true,
    docs: {
      what:
        'In a loop: a regular expression, formatter, deep copy, external program or page search with the same arguments every time. In one function: the '
        + 'same file read twice.',
      why: 'The result is the same each time, and the work is repeated.',
      fix: 'Do it once before the loop, or at the top of the module, and reuse the result.',
      limits: 'Only calls that are known to be expensive are judged. Where something is written between two reads, the second one is left alone.',
    },
    messages,
  },
  check(file, report) {
    for (const call of file.calls) {
      if (call.loop >= 0 && call.invariant) checkLoop(file, call, report);
    }
    checkReads(file, report);
  },
});

function checkLoop(file: FileFacts, call: CallFact, report: Report<typeof messages>): void {
  const loop = file.loops[call.loop]!;
  if (loop.kind === 'while' || loop.kind === 'do' || loop.async) return;
  const about = `${placeName(file, call.function)}: ${call.callee}`;
  const [first] = call.args;
  if (isPython(file)) {
    const found = PYTHON.get(fullName(call));
    if (found !== undefined)
      report({
        messageId: 'loop',
        data: { call: `${call.callee}()` },
        span: call.calleeSpan,
        about,
        ...(found === 'info' ? { severity: 'info' as const } : {}),
      });
    return;
  }
  if (call.callee === 'JSON.parse' && first?.kind === 'call' && first.text.startsWith('JSON.stringify(')) {
    // Each iteration may need its own copy: only a hint.
    return report({ messageId: 'copy', data: { what: first.text.slice('JSON.stringify('.length, -1) }, span: call.calleeSpan, about, severity: 'info' });
  }
  const name = call.new ? `new ${call.callee}()` : `${call.callee}()`;
  if (call.callee === 'RegExp') {
    const fixes = loop.kind !== 'callback' && !hasState(call) ? [{ id: 'hoist', title: 'Move it before the loop', data: { span: call.span } }] : [];
    report({
      messageId: 'loop',
      data: { call: name },
      span: call.calleeSpan,
      about,
      fixes,
      ...(first?.constant === true ? { severity: 'info' as const } : {}),
    });
  } else if (COMPILES.test(call.callee)) report({ messageId: 'loop', data: { call: name }, span: call.calleeSpan, about });
  else if (RUNS.test(call.member ?? '') && call.module === 'child_process') report({ messageId: 'loop', data: { call: name }, span: call.calleeSpan, about });
  else if (SEARCHES_PAGE.test(call.callee) && first?.constant === true)
    report({ messageId: 'loop', data: { call: name }, span: call.calleeSpan, about, severity: 'info' });
  else if (CLONES.test(call.callee)) report({ messageId: 'loop', data: { call: name }, span: call.calleeSpan, about, severity: 'info' });
}

/** With `g` or `y` it remembers where it stopped, so sharing one across iterations is not the same. */
function hasState(call: CallFact): boolean {
  const flags = call.args[1];
  return flags !== undefined && (flags.kind !== 'string' || /[gy]/.test(flags.text));
}

/** The same file read twice in one function, with nothing in between that may have written it. */
function checkReads(file: FileFacts, report: Report<typeof messages>): void {
  const first = new Map<string, CallFact>();
  for (const call of file.calls) {
    if (
      call.function < 0 ||
      !(isPython(file) ? isPythonRead(call) : READS.test(call.member ?? '') && /^(fs|fs\/promises|fs-extra|graceful-fs)$/.test(call.module ?? ''))
    )
      continue;
    const key = `${call.function} ${call.name} ${call.args.map((value) => value.text).join(', ')}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, call);
    else if (!mayChangeBetween(file, before, call)) {
      report({
        messageId: 'again',
        data: { call: `${call.callee}()`, what: call.args[0]!.text, line: before.span[0] },
        span: call.calleeSpan,
        about: `${placeName(file, call.function)}: ${call.callee} ${call.args[0]!.text}`,
      });
    }
  }
}

/** A table or text read as a whole under a fixed name or a plain variable. */
function isPythonRead(call: CallFact): boolean {
  return (
    /^pandas\.read_(csv|json|parquet|excel|feather|table|hdf)$/.test(fullName(call)) && (call.args[0]?.kind === 'string' || call.args[0]?.kind === 'identifier')
  );
}

function mayChangeBetween(file: FileFacts, first: CallFact, second: CallFact): boolean {
  return file.calls.some(
    (call) =>
      call.span[0] >= first.span[0] &&
      call.span[0] <= second.span[0] &&
      call !== first &&
      call !== second &&
      /write|append|save|update|copy|rename|move|unlink|rm|truncate|exec|spawn|run|install|build|emit|generate|format|patch|apply|set[A-Z]|sync$/i.test(
        call.name,
      ) &&
      !READS.test(call.member ?? '') &&
      !/^read_/.test(call.name),
  );
}
