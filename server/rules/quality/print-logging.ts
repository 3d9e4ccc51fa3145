/**
 * `console` in the place of a logger.
 *
 * Bad, because what it writes has no level, no context and no place to be switched off: in
 * production it is either noise or gone. Programs for the terminal speak to their user by it, and
 * are left alone: files of a command line, entry points, anything that ends the process itself.
 */
import type { CallFact, FileFacts } from '../../facts/file-facts.ts';
import { defineFileRule } from '../kit/rule.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';

const METHODS = new Set(['log', 'info', 'debug', 'warn', 'error', 'trace', 'dir', 'table']);
/** Files that speak to a person at a terminal, or are the logger themselves. */
const SPEAKS = /(^|\/)(cli|bin|commands?|cmd|repl|console|logging?|loggers?|reporters?|debug|devtools?|dev|prompts?|terminal|output|print\w*)(\/|[.-]|$)|(^|\/)(main|index|app|server|start|run|worker|seed|migrate)\.[cm]?[jt]sx?$/i;

export const rule = defineFileRule({
  meta: {
    id: 'quality/print-logging',
    title: '`console` in place of a logger',
    severity: 'info',
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript'],
    guidelines: ['general §4.1', 'architecture §6.1', 'style §10'],
    criterion: 'error-handling',
    blocker: false,
    fixable: true,
    docs: {
      what: 'Calls of `console.log`, `.info`, `.warn`, `.error` and the like in production code. Where a logger is at hand in the same file, it is a warning.',
      why: 'What `console` writes has no level, no context and no switch. A logger can be turned up when something goes wrong, and says who spoke.',
      fix: 'Call the project\'s logger. The quick fix does so where one is in scope.',
      limits: 'Files of a command line, entry points, and loggers themselves are told by their names. A warning for developers behind a check of the mode is left alone when it only warns.',
    },
    messages: {
      console: '{callee} in production code: a logger gives it a level and a context, and can be switched off.',
      logger: '{callee} beside a logger: use {logger}.{method}, so that it has a level and a context.',
    },
  },
  check(file, report) {
    const calls = file.calls.filter(isPrint);
    if (calls.length === 0 || speaksToUser(file)) return;
    const logger = loggerOf(file);
    for (const call of calls) {
      const warnsOnly = call.name === 'warn' || call.name === 'error';
      // A library without a logger has no other way to tell of a misuse.
      if (logger === null && warnsOnly) continue;
      const method = call.name === 'log' || call.name === 'dir' || call.name === 'table' ? 'info' : call.name;
      report({
        messageId: logger === null ? 'console' : 'logger',
        data: logger === null ? { callee: call.callee } : { callee: call.callee, logger, method },
        span: call.calleeSpan,
        about: `${file.functions[call.function]?.name ?? ''} ${call.callee}`,
        fixes: logger === null || !['log', 'info', 'warn', 'error', 'debug'].includes(call.name) ? [] : [{ id: 'typescript/use-logger', title: `Call ${logger}.${method}`, data: { callee: `${logger}.${method}` } }],
      });
    }
  },
});

function isPrint(call: CallFact): boolean {
  return call.module === null && /^(globalThis\.|window\.)?console\.\w+$/.test(call.callee) && METHODS.has(call.name);
}

function speaksToUser(file: FileFacts): boolean {
  return SPEAKS.test(file.path) || file.calls.some((call) => call.callee === 'process.exit' || /^process\.(stdout|stderr)\.write$/.test(call.callee));
}

/** Name of a logger that the file's top level imports or makes; null when there is none. */
function loggerOf(file: FileFacts): string | null {
  const isLogger = (name: string): boolean => /^(log|logger|LOG|LOGGER)$/.test(name);
  for (const fact of file.imports) {
    const found = fact.names.find((name) => isLogger(name.local) && !name.typeOnly);
    if (found) return found.local;
  }
  return file.declarations.find((each) => each.topLevel && each.kind === 'constant' && isLogger(each.name))?.name ?? null;
}
