/**
 * Texts with places to fill in that do not fit the values they are given.
 *
 * Bad, because the line raises an error in place of its message, or drops the value that the message was to show. It is
 * mostly a log or an error that nobody looks at before it is needed.
 */
import type { FileFacts, LintFact } from '../../facts/file-facts.ts';
import { contains } from '../../text/spans.ts';
import { lintMessages, reportLint } from '../kit/lint.ts';
import { CERTAIN_BUT_IN_TESTS } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import type { RuleSources } from '../../findings/rule-sources.ts';

const RAISES = 'Formatting this text raises an error: ';
const LOST = 'This text has no place for a value that it is given, so the value is lost.';

const sources = {
  ruff: {
    F502: { by: 'linter', says: `${RAISES}it names its values, and is given none by name.` },
    F505: { by: 'linter', says: `${RAISES}a name in it is not among the values.` },
    F506: { by: 'linter', says: `${RAISES}it mixes values by name and by position.` },
    F507: { by: 'linter', says: `${RAISES}it has another number of places than values.` },
    F508: { by: 'linter', says: `${RAISES}a width by \`*\` needs values by position.` },
    F509: { by: 'linter', says: `${RAISES}it has a letter after % that does not exist.` },
    F521: { by: 'linter', says: `${RAISES}its braces do not match.` },
    F524: { by: 'linter', says: `${RAISES}a value that it asks for is missing.` },
    F525: { by: 'linter', says: `${RAISES}it mixes numbered places with others.` },
    F504: { by: 'linter', says: LOST },
    F522: { by: 'linter', says: LOST },
    F523: { by: 'linter', says: LOST },
    PLE1205: { by: 'linter', says: 'This message has fewer places (%s) than values, so logging prints an error in its place.' },
    PLE1206: { by: 'linter', says: 'This message has more places (%s) than values, so logging prints an error in its place.' },
    PLE1300: { by: 'linter', says: `${RAISES}it has a letter after % that does not exist.` },
    PLE1307: { by: 'linter', says: `${RAISES}a value is of another type than its place.` },
  },
} as const satisfies RuleSources;

export const rule = defineFileRule({
  meta: {
    id: 'quality/format-mismatch',
    title: 'Text that does not fit its values',
    severity: 'error',
    recommended: 'warning',
    roles: CERTAIN_BUT_IN_TESTS,
    languages: ['python', 'notebook'],
    guidelines: ['review §2.1', 'style §10', 'general §8'],
    criterion: 'error-handling',
    blocker: false,
    fixable: false,
    sources,
    docs: {
      what: 'A `%` or `format` text, or a message for `logging`, whose places do not fit the values: too few, too many, other names, other types.',
      why: 'The line raises an error in place of its message, or loses the value that the message was to show. Nobody notices until the message is needed.',
      fix: 'Give each value a place and each place a value. An f-string cannot come apart like this.',
      limits: 'Found by ruff (F50x, F52x, PLE12xx, PLE13xx). Messages for loguru, which takes braces, are left alone.',
    },
    messages: lintMessages(sources),
  },
  check(file, report) {
    reportLint(file, sources, report, (fact) => isForAnotherLogger(file, fact) || isForAllNames(file, fact));
  },
});

/** Loguru's loggers have the methods of `logging` and another way to name places; ruff also takes modules for loggers whose names begin with "log". */
function isForAnotherLogger(file: FileFacts, { code, span }: LintFact): boolean {
  if (!code.startsWith('PLE120')) return false;
  if (file.imports.some(({ specifier }) => /^(loguru|structlog|logbook)\b/.test(specifier))) return true;
  const callee = file.calls.find((call) => call.span[0] === span[0] && call.span[1] === span[1])?.callee;
  return callee !== undefined && !LOGGER.test(callee);
}

/** `log.info`, `self._logger.info`, `get_logger().info`. */
const LOGGER = /(log|logger|logging)(\(\))?\.\w+$/i;

/** `text % globals()`: what it does not name is left out, and a text without places stays as it is. */
function isForAllNames(file: FileFacts, { code, span }: LintFact): boolean {
  return code === 'F507' && file.calls.some((call) => /^(globals|locals|vars)$/.test(call.callee) && contains(span, call.span));
}
