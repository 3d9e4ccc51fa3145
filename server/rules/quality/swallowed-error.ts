/**
 * Errors that are caught and silently dropped.
 *
 * Bad, because the first sign of trouble is then somewhere else, and much later. A handler is fine
 * if it uses the error, logs, rethrows, recovers, or explains in a comment why the error may be
 * ignored. Calls that are made to see whether they fail (parsing, looking for a file) and clean-up
 * are not judged.
 */
import * as z from 'zod';
import type { FileFacts, HandlerFact } from '../../facts/file-facts.ts';
import type { DraftOf, Report } from '../kit/messages.ts';
import { contains } from '../../text/spans.ts';
import { caughtBy } from './swallowed-error/caught.ts';
import { changesData } from './swallowed-error/outward.ts';
import { placeName } from '../kit/exposure.ts';
import { isMigration } from '../kit/occasions.ts';
import { isPython } from '../kit/python.ts';
import { GENTLE_OUTSIDE } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { byFacts } from '../kit/sources.ts';

/** Called to see whether it works: failure is the answer, or nothing can be done about it. */
const PROBES = new RegExp(
  [
    // Looking for files, and creating or removing what may exist already.
    '(^|\\.)(access|stat|lstat|unlink|rm|rmdir|mkdir|utimes|chmod|readlink|realpath)(Sync)?$',
    // Clean-up: nothing else could be done.
    '(^|\\.)(close|closeSync|end|destroy|dispose|terminate|kill|abort|cancel|disconnect|releaseLock|unref|removeChild|'
      + 'unsubscribe|(release|set)PointerCapture)$',
    // Text that may be malformed.
    '(^|\\.)(parse|parseJSON|tryParse|decode|(de|en)codeURI(Component)?|atob|URL|RegExp|BigInt|toString|querySelector(All)?|matches|closest)$',
    // What the platform has and allows.
    '^(Function|eval|require|require\\.\\w+|createRequire|import|import\\.meta\\.resolve|Symbol|Proxy|Intl\\.\\w+|'
      + 'Reflect\\.\\w+|(process\\.)?getBuiltinModule|matchMedia)$',
    '^(localStorage|sessionStorage|performance)\\.\\w+$|^Object\\.(definePropert(y|ies)|freeze|(set|get)PrototypeOf)$|(^|'
      + '\\.)(resolve|resolveSync|execCommand|setSelectionRange)$',
  ].join('|'),
);
/** Does not fail, or only prepares what a probe looks at. */
const HARMLESS = new RegExp(
  [
    '^(path|url|String|Number|Boolean|Object|Array|Math|Date|Buffer|Uint8Array|TextDecoder|TextEncoder|Promise|console|Map|'
      + 'Set|AbortController|process\\.cwd|dirname|join|basename|fileURLToPath|pathToFileURL)\\b',
    '^\\w*Error$|(^|\\.)(trim|slice|substring|substr|split|padEnd|padStart|charAt|at|indexOf|lastIndexOf|join|push|map|'
      + 'filter|replace|replaceAll|startsWith|endsWith|includes|toLowerCase|toUpperCase)$',
    '(^|\\.)(existsSync|pathExists|readFileSync|readFile|text|has|get|set|then|catch|finally|test|exec|match|call|apply|bind)$|\\(\\)$',
  ].join('|'),
);
/** The same in Python. */
const PYTHON_PROBES = new RegExp(
  String.raw`^(import|importlib\.\w+|__import__|int|float|next|getattr|hasattr|super)$|(^|\.)(remove|unlink|rmtree|rmdir|makedirs|`
  + String.raw`mkdir|killpg|getpgid|chmod|chown|close|aclose|shutdown|terminate|kill|cancel|disconnect|release|stop|quit|loads?|`
  + String.raw`decode|literal_eval|fromisoformat|strptime|signature|getsource\w*|get_type_hints|setlocale|isatty|fileno|fstat|`
  + String.raw`get_terminal_size|__del__|find_spec|get_running_loop|get_event_loop|version|get_distribution|set_start_method)$`,
);
const PYTHON_HARMLESS = new RegExp(
  String.raw`^(str|repr|len|list|dict|tuple|set|bool|isinstance|print|range|sorted|enumerate|zip|type|iter|Path|os\.path\.\w+|`
  + String.raw`os\.environ\.get|os\.getenv)$|^(?!requests|httpx|\w*([sS]ession|[cC]lient|http|api)\b)[\w.]+\.get$|(^|\.)(strip|lower|`
  + String.raw`upper|split|join|format|items|keys|values|append|encode|replace|startswith|endswith)$`,
);
const GLOBAL_OBJECT = /^(globalThis|window|global|self)\./;
/** A function whose name promises an answer even on failure. */
const ANSWERS = new RegExp(
  String.raw`^(is|has|can|try|safe|maybe|may|should|supports?|detect|probe|check|exists?|test|find|parse|read|resolve|validate|`
  + String.raw`get\w*(OrNull|OrUndefined|OrDefault|Safe|IfExists))([A-Z_]|$)|(OrNull|OrUndefined|OrDefault|Exists|Safe|Supported|`
  + String.raw`Available|Valid|Safely|Quietly|Silently)$`,
);
/** A name that says why. */
const IGNORED_ON_PURPOSE = /^_?(ignore|expected|swallow|intentional|notFound|missing|aborted|cancell?ed|nonFatal|harmless)/i;

const options = z.strictObject({
  replacements: z.boolean().default(true).describe('Also report handlers that only return a fixed value, such as null or an empty list.'),
});

const messages = {
  dropped: 'If {what} fails, the error is silently dropped. Log it, {again}, or explain why in a comment.',
  lost: 'If {what} fails, the error is silently dropped. Log it, {again}, or explain why in a comment.',
  replaced: 'If {what} fails, the result is {value} and the error is lost. Log it, {again}, or explain why in a comment.',
} as const;

export const rule = defineFileRule({
  meta: {
    id: 'quality/swallowed-error',
    title: 'Swallowed error',
    severity: 'warning',
    // Most of what may fail silently only asks, decorates or tidies up.
    recommendedFor: { dropped: 'info' },
    roles: GENTLE_OUTSIDE,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['architecture §6.1', 'architecture §10', 'architecture §11', 'review §2.1', 'review §3.2', 'review §5', 'style §9', 'general §8'],
    criterion: 'error-handling',
    blocker: false,
    fixable: true,
    options,
    sources: { ruff: byFacts('S110', 'S112', 'SIM105') },
    docs: {
      what:
        'A `catch` or `except`, a callback for a rejected promise or a listener for `error` events that neither uses the error, nor logs, throws or '
        + 'recovers. As information also one that only returns a fixed value. In the profile `recommended` only a handler that catches everything and is '
        + 'empty is a warning, and only if what was tried changes data (saves, commits, deletes, pays) and nothing else tells whether it '
        + 'worked. What only sends or tells something to others, or writes a file, is information there.',
      why: 'The program goes on as if nothing had happened. The problem shows up elsewhere and later, without the message that would have explained it.',
      fix: 'Handle the error, log it, or rethrow it with its cause. If it may be ignored, a comment that says why is enough.',
      limits:
        'Calls that are made to see whether they fail (parsing, looking for a file, feature detection) and clean-up are recognized by their names and not '
        + 'reported; in Python also errors whose type is an answer (`KeyError`, `FileNotFoundError`, `DoesNotExist`). It does not know what a function '
        + 'called by the handler does with the failure, nor whether a function that was tried logs it: one of the '
        + 'project\'s own (`save()`, `this.save()`) is information in the profile `recommended`.',
    },
    messages,
  },
  check(file, report, { replacements }) {
    for (const handler of file.handlers) {
      if (isBare(file, handler)) continue;
      if (handler.usesError || handler.rethrows || handler.logs || handler.keptElsewhere || handler.commented || handler.raisesLater) continue;
      if (isCleanUp(file, handler)) continue;
      if (handler.param !== null && IGNORED_ON_PURPOSE.test(handler.param)) continue;
      if (isProbe(file, handler) || answersInEitherCase(file, handler)) continue;
      if (isPython(file)) {
        judgePython(file, handler, replacements, report);
        continue;
      }
      if (!handler.recovers) report({ ...draftFor(file, handler, null), ...(isNamed(handler) ? { severity: 'info' as const } : {}) });
      else if (replacements && handler.replacement !== undefined) report({ ...draftFor(file, handler, handler.replacement), severity: 'info' });
    }
  },
});

/** In Python the type shows whether something failed or a question was answered. */
function judgePython(file: FileFacts, handler: HandlerFact, replacements: boolean, report: Report<typeof messages>): void {
  const caught = caughtBy(handler.types, handler.guards);
  if (caught === 'answer') return;
  const mild = caught === 'form' || caught === 'unknown' ? { severity: 'info' as const } : {};
  if (!handler.recovers) report({ ...draftFor(file, handler, null), ...mild });
  else if (replacements && handler.replacement !== undefined && caught !== 'form')
    report({ ...draftFor(file, handler, handler.replacement), severity: 'info' });
}

/** Inside a handler that throws, reports or uses the first error: what fails while cleaning up would only hide that. */
function isCleanUp(file: FileFacts, handler: HandlerFact): boolean {
  return file.handlers.some((outer) => outer !== handler && contains(outer.bodySpan, handler.span) && (outer.rethrows || outer.logs || outer.usesError));
}

function isProbe(file: FileFacts, handler: HandlerFact): boolean {
  if (isPython(file)) return handler.guards.filter((name) => !PYTHON_HARMLESS.test(name) && !name.includes('().')).every((name) => PYTHON_PROBES.test(name));
  const telling = handler.guards.map((name) => name.replace(GLOBAL_OBJECT, '')).filter((name) => !HARMLESS.test(name) && !name.includes('().'));
  // In a chain, the first call counts. Without a call, a property that may throw is read: feature detection.
  return handler.kind !== 'listener' && telling.every((name) => PROBES.test(name));
}

/** `.catch(noop)`: ignored on purpose, without a reason. */
function isNamed(handler: HandlerFact): boolean {
  return handler.span[1] === handler.bodySpan[1] && handler.span[0] === handler.bodySpan[0];
}

function answersInEitherCase(file: FileFacts, handler: HandlerFact): boolean {
  return handler.statements > 0 && handler.function >= 0 && ANSWERS.test(file.functions[handler.function]!.name);
}

function draftFor(file: FileFacts, handler: HandlerFact, replacement: string | null): DraftOf<typeof messages> {
  const first = handler.guards.find((name) => !(isPython(file) ? PYTHON_HARMLESS : HARMLESS).test(name)) ?? handler.guards[0];
  const what = handler.kind === 'listener' ? 'the event source' : first === undefined ? 'this' : first === 'import' ? 'the import' : `${first}()`;
  const failed = first === undefined ? null : first.split('.').at(-1)!;
  const data = { what, again: isPython(file) ? 're-raise it' : 'rethrow it' };
  const isLost =
    handler.kind !== 'listener' &&
    handler.statements === 0 &&
    handler.tells === undefined &&
    !isMigration(file) &&
    changesData(handler.guards, placeName(file, handler.function)) &&
    (!isPython(file) || caughtBy(handler.types, handler.guards) === 'everything');
  return {
    ...(replacement === null
      ? { messageId: isLost ? ('lost' as const) : ('dropped' as const), data }
      : { messageId: 'replaced' as const, data: { ...data, value: replacement } }),
    span: handler.keywordSpan,
    about: `${placeName(file, handler.function)}: ${first ?? handler.kind}`,
    fixes:
      handler.kind === 'listener'
        ? [{ id: 'log-error', title: 'Log the error', data: { failed } }]
        : [
            { id: 'log-error', title: 'Log the error', data: { failed } },
            { id: 'rethrow', title: 'Rethrow the error' },
          ],
  };
}

/** A bare `except:` of Python, which `quality/bare-except` reports. */
function isBare(file: FileFacts, handler: HandlerFact): boolean {
  return isPython(file) && handler.types.length === 0;
}
