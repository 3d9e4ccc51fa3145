/** Tells files written for Python 2 from files with a mistake. */
import type { SyntaxProblem } from '../../../facts/module-facts.ts';
import { LOOKED_AT } from '../../kit/template.ts';

/** Valid in Python 2 only, on the line of an error. */
const OLD = new RegExp(
  [
    // print "a", print >>log, exec "a = 1"
    String.raw`(^|[:;])\s*print\s+([\w"'(%\-[{~]|>>)`, String.raw`(^|[:;])\s*exec\s+["'\w(]`,
    // raise ValueError, "a"; except ValueError, error:
    String.raw`\braise\s+[\w.]+\s*,`, String.raw`\bexcept\s[^:]+,\s*\w+\s*:`,
    // `a`, a <> b, ur"a", 0777, 10L
    '`[^`]+`', '<>', String.raw`\bur["']`, String.raw`(^|[^\w.])(0[0-7]+|0[xX][\da-fA-F]+[lL]|\d+[lL])\b`,
    // def f((a, b)), lambda (a, b): a
    String.raw`\bdef\s+\w+\s*\(([^)]*,)?\s*\(`, String.raw`\blambda\s([^:]*,)?\s*\(`,
  ].join('|'),
);
/** Not in Python 2: then the old line is a mistake. */
const NEW = new RegExp(
  [
    // Spaces of one line: `\s` would go on over blank lines, from each of them again.
    String.raw`(^|[\s(,=[{+:])[fF][rR]?["']`, String.raw`^[ \t]*(async\s+(def|with|for)|nonlocal)\b`, String.raw`\(\w+\s*:=`,
    String.raw`^[ \t]*raise\b.*\sfrom\s`,
    // def f() -> int, def f(a: int), a: int = 1
    String.raw`^[ \t]*def\b.*->`, String.raw`^[ \t]*def\s+\w+\(([^()]*,)?\s*\w+\s*:\s*\w`,
    String.raw`^[ \t]*(?!(else|try|finally)\b)\w+[ \t]*:[ \t]*[A-Za-z_][\w.]*(\[[^\]]*\])?\s*=[^=]`,
  ].join('|'), 'm',
);

/**
 * @param text of the file
 * @param problems that the linter found
 * @returns the same, marking those that are valid in Python 2, if the file can be meant for it
 */
export function markPython2(text: string, problems: readonly SyntaxProblem[]): SyntaxProblem[] {
  if (problems.length === 0 || NEW.test(text)) return [...problems];
  const lines = text.split(/\r\n|\n|\r/);
  const old = new Map<number, boolean>();
  for (const { span: [line] } of problems) if (!old.has(line)) old.set(line, OLD.test((lines[line - 1] ?? '').slice(0, LOOKED_AT)));
  return problems.map((problem) => (old.get(problem.span[0]) === true ? { ...problem, rightIn: 'python-2' } : problem));
}
