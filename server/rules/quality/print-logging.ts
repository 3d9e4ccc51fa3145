/**
 * Output to the console in the place of a logger.
 *
 * Bad, because such lines have no level, no time and no context: nobody can switch them off, find
 * them or count them, and what was meant for a moment of debugging stays forever. Programs of the
 * command line speak to their user this way, and so do loggers themselves; they are passed over.
 */
import { z } from 'zod';
import type { CallFact, FileFacts } from '../../facts/file-facts.ts';
import { placeName } from '../kit/exposure.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';

const options = z.strictObject({
  errors: z.boolean().default(false).describe('Also name console.error and console.warn in files that have no logger.'),
});

/** For looking while one works. */
const OUTPUT = /^(globalThis\.|window\.)?console\.(log|info|debug|dir|dirxml|table|trace|group|groupCollapsed|count|time|timeEnd|timeLog)$/;
/** The last resort where there is no logger. */
const COMPLAINT = /^(globalThis\.|window\.)?console\.(warn|error)$/;
/** Its user reads the terminal. */
const COMMAND_LINE = /(^|\/)(bin|cli|cmd|commands?|scripts?|tasks?|generators?|codemods?|devtools?)(\/|$)|(^|[/.-])(bin|cli|repl)\.[cm]?[jt]sx?$/;
const COMMAND_LINE_PACKAGES = /^(commander|yargs|cac|meow|minimist|mri|sade|arg|citty|inquirer|prompts|enquirer|ora|listr2?|cli-table3?|cli-progress|@clack\/|@inquirer\/|@oclif\/|oclif|readline|ink|argparse|click|typer|rich)/;
/** It is the logger. */
const LOGGING_FILE = /(^|[/.-])(log|logs|logger|loggers|logging|debug|debugger|console|printer|reporters?|banner|warn|warning|warnings)(s?)([/.-]|\.[cm]?[jt]sx?$)/i;
const LOGGING_NAME = /^_?(log|logs|debug|info|warn|warning|error|trace|print|report|dump|inspect|usage|help|banner|assert|deprecate)([A-Z_]|$)|(Log|Logger|Warning|Debug|Console|Usage|Help|Reporter)$/;
const LOGGER = /^_?(logger|log|logging)$|Logger$/;

export const rule = defineFileRule<z.infer<typeof options>>({
  meta: {
    id: 'quality/print-logging',
    title: 'Console output in place of a logger',
    severity: 'warning',
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['general §4.1', 'architecture §6.1', 'architecture §10', 'style §10', 'style §9', 'review §5', 'general §8'],
    criterion: 'error-handling',
    blocker: false,
    fixable: true,
    options,
    docs: {
      what: '`console.log` and its like in production code, and `console.error` and `console.warn` in a file that has a logger (configurable).',
      why: 'Such lines have no level, no time and no context. Nobody can switch them off, find them or count them, and what was meant for a moment of debugging stays forever.',
      fix: 'Call the logger, or take the line out. Where the file has a logger, the quick fix calls it.',
      limits: 'Programs of the command line are passed over: files that open with `#!`, folders such as `bin` and `cli`, files that import a library for command lines. So are files and functions that are loggers themselves, by their names.',
    },
    messages: {
      print: '{callee} is left in production code, where nobody can switch it off or find it. Use a logger, or take it out.',
      logger: '{callee} passes by the logger that this file has. Call {logger} in its place.',
    },
  },
  check(file, report, { errors }) {
    if (speaksToItsUser(file)) return;
    const logger = loggerOf(file);
    for (const call of file.calls) {
      const complaint = COMPLAINT.test(call.callee);
      if (!isOutput(file, call) && !(complaint && (errors || logger !== null))) continue;
      if (isLogging(file, call)) continue;
      report({
        messageId: logger === null ? 'print' : 'logger',
        data: logger === null ? { callee: call.callee } : { callee: call.callee, logger },
        span: call.calleeSpan,
        about: `${placeName(file, call.function)}: ${call.callee}`,
        ...(complaint ? { severity: 'info' as const } : {}),
        fixes: logger === null ? [] : [{ id: 'typescript/use-logger', title: `Call ${logger}` }],
      });
    }
  },
});

function isOutput(file: FileFacts, call: CallFact): boolean {
  if (file.language === 'python') return call.callee === 'print';
  return call.module === null && OUTPUT.test(call.callee);
}

function speaksToItsUser(file: FileFacts): boolean {
  if (file.executable === true || COMMAND_LINE.test(file.path) || LOGGING_FILE.test(file.path)) return true;
  return file.imports.some((each) => COMMAND_LINE_PACKAGES.test(each.specifier.replace(/^node:/, '')));
}

/** Inside something that is there to write. */
function isLogging(file: FileFacts, call: CallFact): boolean {
  for (let index = call.function; index >= 0; index = file.functions[index]!.parent) {
    const { name, owner } = file.functions[index]!;
    if (LOGGING_NAME.test(name) || /(Logger|Console|Reporter|Printer)$/.test(file.classFacts[owner]?.name ?? '')) return true;
  }
  return false;
}

/** A logger that the file names: imported, a variable, or a field. */
function loggerOf(file: FileFacts): string | null {
  const imported = file.imports.flatMap((each) => each.names).find((each) => !each.typeOnly && LOGGER.test(each.local) && /^[a-z_]/.test(each.local));
  if (imported !== undefined) return imported.local;
  const variable = file.declarations.find((each) => (each.kind === 'constant' || each.kind === 'variable') && each.topLevel && each.value !== 'function' && LOGGER.test(each.name));
  if (variable !== undefined) return variable.name;
  const field = file.classFacts.flatMap((each) => each.fields).find((each) => LOGGER.test(each.name.replace(/^#/, '')));
  return field === undefined ? null : `this.${field.name}`;
}
