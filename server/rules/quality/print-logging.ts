/**
 * `console` or `print` instead of a logger.
 *
 * Bad, because the output has no level, no context and no switch: in production it is either noise
 * or lost. Command line programs talk to their users this way, and loggers themselves write this
 * way; they are not reported.
 */
import * as z from 'zod';
import type { CallFact, FileFacts } from '../../facts/file-facts.ts';
import { contains } from '../../text/spans.ts';
import { enclosing } from '../kit/enclosing.ts';
import { placeName } from '../kit/exposure.ts';
import { isPython, keyword } from '../kit/python.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { byFacts } from '../kit/sources.ts';

const options = z.strictObject({
  warnings: z.boolean().default(false).describe('Also report console.warn and console.error in files without a logger.'),
});

const METHODS = new Set(['log', 'info', 'debug', 'warn', 'error', 'trace', 'dir', 'table']);
/** Files that write to a terminal, or that are the logger. */
const SPEAKS = new RegExp(
  String.raw`(^|\/)(cli|bin|commands?|cmd|repl|console|logging?|loggers?|reporters?|debug|devtools?|dev|prompts?|terminal|output|`
  + String.raw`print\w*|codemods?|generators?)(\/|[.-]|$)|(^|\/)(main|start|run|seed|migrate)\.[cm]?[jt]sx?$|(^|\/)(__main__|manage|`
  + String.raw`setup|conftest)\.py$|(^|\/)management\/|[.-](cli|logger|reporter)\.[cm]?[jt]sx?$|(Logger|Reporter)\.[cm]?[jt]sx?$`,
  'i',
);
const COMMAND_LINE_PACKAGES = new RegExp(
  String.raw`^(commander|yargs|cac|meow|minimist|mri|sade|citty|inquirer|prompts|enquirer|ora|listr2?|cli-table3?|cli-progress|`
  + String.raw`@clack\/.*|@inquirer\/.*|@oclif\/.*|oclif|readline|argparse|click|typer|rich)$`,
);
/** Functions and classes whose purpose is output. */
const WRITES = new RegExp(
  String.raw`^_?(log|warn|print|report|dump|inspect|show(Usage|Help)|usage|help|banner|deprecate|trace)([A-Z_]|$)|(Log|Logger|`
  + String.raw`Warning|Usage|Help|Reporter|Printer|Console)$`,
);
/** The caller asked for output. */
const ASKED = /^_?(verbos(e|ity)|interactive|display|quiet|silent|show_?\w*|print_\w+|stream|file|out|output)$/;
const LOGGER = /^[_#]?(log|logger|LOG|LOGGER)$/;

export const rule = defineFileRule({
  meta: {
    id: 'quality/print-logging',
    title: '`console` or `print` instead of a logger',
    severity: 'info',
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript', 'python'],
    guidelines: ['general §4.1', 'architecture §6.1', 'architecture §10', 'style §10', 'style §9', 'review §5', 'general §8'],
    criterion: 'error-handling',
    blocker: false,
    fixable: true,
    options,
    sources: {
      ruff: byFacts('T201', 'T203'),
      eslint: ['no-console'],
    },
    docs: {
      what: '`console.log` and the like in production code, and `print` in Python. If the file has a logger, also `console.warn` and `console.error`.',
      why: 'Console output has no level, no context and no switch. A logger can be turned up when something goes wrong, and names its source.',
      fix: 'Use the project\'s logger, or remove the line. If the file has a logger, the quick fix uses it.',
      limits:
        'Command line programs and loggers are recognized by paths, names, a `#!` line, imported packages, and by ending the process or writing to its '
        + 'output. In Python, output to a given stream or behind a switch such as `verbose` is not reported. Warnings in a file without a logger are only '
        + 'reported if configured.',
    },
    messages: {
      console: '{callee} in production code. Use a logger, which has levels and can be turned off.',
      logger: '{callee} although the file has a logger. Use {logger}.{method}.',
    },
  },
  check(file, report, { warnings }) {
    const calls = file.calls.filter((call) => isPrint(file, call));
    if (calls.length === 0 || speaksToUser(file)) return;
    for (const call of calls) {
      const logger = loggerFor(file, call);
      // A library without a logger has no other way to warn.
      if (logger === null && !warnings && (call.name === 'warn' || call.name === 'error')) continue;
      if (isWriter(file, call)) continue;
      const method = /^(log|dir|table|print)$/.test(call.name) ? 'info' : call.name;
      report({
        ...(logger === null
          ? { messageId: 'console' as const, data: { callee: call.callee } }
          : { messageId: 'logger' as const, data: { callee: call.callee, logger, method } }),
        span: call.calleeSpan,
        about: `${placeName(file, call.function)}: ${call.callee}`,
        fixes:
          logger === null || !/^(log|info|warn|error|debug)$/.test(call.name)
            ? []
            : [{ id: 'use-logger', title: `Use ${logger}.${method}`, data: { callee: `${logger}.${method}` } }],
      });
    }
  },
});

function isPrint(file: FileFacts, call: CallFact): boolean {
  // Output to a given stream, or only when the file is run, is not logging.
  if (isPython(file))
    return (
      call.callee === 'print' &&
      call.ownRoot !== true &&
      call.asked !== true &&
      keyword(call, 'file') === null &&
      !(call.function < 0 && file.entry !== undefined && contains(file.entry, call.span))
    );
  return call.module === null && call.ownRoot !== true && METHODS.has(call.name) && /^(globalThis\.|window\.)?console\.\w+$/.test(call.callee);
}

function speaksToUser(file: FileFacts): boolean {
  return (
    file.executable === true ||
    SPEAKS.test(file.path) ||
    file.imports.some((each) => COMMAND_LINE_PACKAGES.test(each.specifier.replace(/^node:|\/promises$/g, ''))) ||
    file.calls.some(
      (call) => /^(process\.exit|input|getpass\.getpass|sys\.std(out|err)\.write)$/.test(call.callee) || /^process\.(stdout|stderr)\.write$/.test(call.callee),
    )
  );
}

/** Inside something whose purpose is output. */
function isWriter(file: FileFacts, call: CallFact): boolean {
  for (const index of enclosing(file, call.function)) {
    const { name, owner } = file.functions[index]!;
    if (WRITES.test(name) || WRITES.test(file.classFacts[owner]?.name ?? '')) return true;
    if (isPython(file) && file.functions[index]!.params.some((param) => ASKED.test(param.name))) return true;
  }
  return false;
}

/** A logger available here: imported, created at the top of the file, or a field of the class. */
function loggerFor(file: FileFacts, call: CallFact): string | null {
  // In Python, `log` is also a function of `math`.
  const imported = file.imports
    .filter((each) => !isPython(file) || /log/i.test(each.specifier))
    .flatMap((each) => each.names)
    .find((name) => LOGGER.test(name.local) && !name.typeOnly);
  if (imported !== undefined) return imported.local;
  const made = file.declarations.find(
    (each) =>
      each.topLevel &&
      (each.kind === 'constant' || (isPython(file) && each.kind === 'variable' && each.value === 'call')) &&
      each.value !== 'function' &&
      LOGGER.test(each.name),
  );
  if (made !== undefined) return made.name;
  const method = file.functions[call.function];
  // Only the method itself: a function inside it may have another `this`.
  if (method === undefined || method.static || method.kind !== 'method') return null;
  const field = file.classFacts[method.owner]?.fields.find((each) => LOGGER.test(each.name) && !each.static);
  return field === undefined ? null : `${isPython(file) ? 'self' : 'this'}.${field.name}`;
}
