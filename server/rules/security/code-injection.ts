/**
 * Text that is built from data and then run as code.
 *
 * Whoever controls the text controls the program, whether `eval`, a module that is loaded or a template runs it.
 */
import type { AssignmentFact, CallFact, FileFacts, ValueFact } from '../../facts/file-facts.ts';
import { awaited, FOLLOWED, HANDED } from '../kit/awaited.ts';
import { runsUnder } from '../kit/branches.ts';
import { exposureOf, isFrom, isPartOfRequest, judgeGiven, nameOf, placeName, type Exposure } from '../kit/exposure.ts';
import type { Severity } from '../../findings/severity.ts';
import type { DraftOf } from '../kit/messages.ts';
import { onceEach } from '../kit/once-each.ts';
import { fullName, isPython, keyword } from '../kit/python.ts';
import { MILDER_IN_SCRIPTS } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { isCopiedLibrary } from '../kit/surroundings.ts';
import type { RuleSources } from '../../findings/rule-sources.ts';
import { byFacts } from '../kit/sources.ts';

const EVAL = /^((globalThis|window|self|global)\.)?eval$|^0, eval$/;
const FUNCTION = /^((globalThis|window|self|global)\.)?Function$/;
const TIMERS = /^((globalThis|window|self|global)\.)?(setTimeout|setInterval|setImmediate|execScript)$/;
const VM_MEMBERS = /^(runInContext|runInNewContext|runInThisContext|compileFunction|Script|SourceTextModule)$/;
const TEMPLATES: readonly (readonly [modules: RegExp, members: RegExp])[] = [
  [
    /^(handlebars|pug|jade|ejs|dot|doT|eta|mustache|underscore|lodash|hogan\.js|nunjucks|swig|jsrender|art-template)$/,
    /^(compile|render|template|renderString|compileFile|default)$/,
  ],
  [/^lodash[./]template$/, /./],
];
const PYTHON_TEMPLATES = new RegExp(
  String.raw`^(jinja2\.(Template|sandbox\.\w+)|flask\.render_template_string|mako\.template\.Template|`
  + String.raw`django\.template\.(base\.)?Template|tornado\.template\.Template|string\.Template)$`,
);
/** A program whose purpose is to run what its user types. */
const IS_CONSOLE = /(^|\/)(shell|console|repl|interactive\w*|i?python_(ext|magics?)|\w*_magics?|debugger|interpreter|kernel|sandbox)(\/|\.py$|_)/;
/** The text is digits only, or a name only. */
const HARMLESS_TEXT = /\.(isnumeric|isdigit|isdecimal|isidentifier)\(\)/;
/** A file of the program itself, run in place of an import. */
const OWN_FILE = /^open\(\s*f?['"][^'"{}]+\.py['"]/;
/** Functions of the glue that Emscripten writes around compiled code. */
const GLUE = /^(_*embind_\w+|makeLegalFunctionName|___cxa_\w+|_emscripten_\w+|craftInvokerFunction)$/;

const sources = {
  ruff: byFacts('S102', 'S307'),
  eslint: [
    'no-eval', 'no-implied-eval', 'no-new-func', '@typescript-eslint/no-implied-eval',
    'security/detect-eval-with-expression', 'sonarjs/code-eval',
  ],
  pylint: ['eval-used', 'exec-used'],
  cwe: [94, 95, 96, 1336],
} as const satisfies RuleSources;

const messages = {
  again: 'Also here.',
  ...HANDED,
  code: '{callee} runs {from} as code. Parse the data or look the function up in a table.',
  where: '$where runs {from} as JavaScript in the database. Compare fields instead.',
  generated: '{callee} compiles text that contains {from}. Use a closure, or make sure the text is never user input.',
  timer: '{callee} runs text that contains {from} as code. Pass a function.',
  module: '{callee} loads any module that {from} names. Choose from a fixed list of modules.',
  template: '{callee} compiles {from} as a template, which can run code. Pass the data as template values.',
  remote: '{callee} runs code that comes with the model {from}. Pass a fixed revision, or leave trust_remote_code off.',
} as const;

type Found = DraftOf<typeof messages>;

export const rule = defineFileRule({
  meta: {
    id: 'security/code-injection',
    title: 'Code injection',
    severity: 'error',
    roles: MILDER_IN_SCRIPTS,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['review §2.3', 'general §3.2', 'review §3.1', 'review §5', 'blocks §9.1', 'style §9', 'general §8'],
    criterion: 'practices',
    blocker: true,
    fixable: false,
    sources,
    docs: {
      what:
        'Text that is built from data and run as code (`eval`, `new Function`, `vm.runIn…`, a timer with text, `exec` in Python, MongoDB\'s `$where`), '
        + 'loaded as a module named by a request, or compiled as a template from a request; in Python also `trust_remote_code=True` for a model that a '
        + 'variable names, at no fixed revision (information in the profile `recommended`). Request data, and parameters of public functions passed to '
        + '`eval`, are errors; other values are warnings. In the profile `recommended`, only request data blocks; an argument of a public function that is '
        + 'run as it is passed is an error, and all else information.',
      why: 'Whoever controls the text controls the program: they can read its secrets, query its database, or stop it.',
      fix: 'Parse data with a parser (`JSON.parse`), or look functions up in a table by name.',
      limits:
        FOLLOWED
        + 'Code that a program generates from its own data is reported as a warning, because the file does not '
        + 'show where the data comes from; suppress it with that reason.',
    },
    messages,
  },
  check(file, report) {
    const generated = isCopiedLibrary(file) || file.functions.some(({ name }) => GLUE.test(name));
    const placesOf = onceEach(file.path);
    for (const call of file.calls) {
      const draft = judgeCall(file, call);
      if (draft === null) continue;
      // One function that runs text mostly does so in one way; what comes from outside is said each time.
      const { awaits, ...shown } = draft;
      const { span, about } = draft;
      if (awaits !== undefined && !generated) report({ messageId: draft.messageId, data: draft.data, span, about, awaits } as Found);
      if (awaits !== undefined && OF_REQUESTS.test(draft.messageId)) continue;
      const related = draft.messageId === 'code' && draft.recommended !== undefined ? placesOf(`${about} ${draft.recommended}`, span) : [];
      if (related === null) continue;
      report({ ...shown, related, ...(generated ? { severity: 'info' } : {}) });
    }
    for (const assignment of file.assignments) {
      const draft = assignment.name === '$where' ? judgeWhere(file, assignment) : null;
      if (draft !== null) report(generated ? { ...draft, severity: 'info' } : draft);
    }
  },
});

/** By name alone, because arguments are computed only on demand. */
function mayRunText(call: CallFact): boolean {
  return (
    EVAL.test(call.callee) ||
    FUNCTION.test(call.callee) ||
    TIMERS.test(call.callee) ||
    /^(import|require)$/.test(call.callee) ||
    (call.module !== null && (isFrom(call, /^vm$/, VM_MEMBERS) || TEMPLATES.some(([modules, members]) => isFrom(call, modules, members))))
  );
}

function judgeCall(file: FileFacts, call: CallFact): Found | null {
  const python = isPython(file);
  if (!python && !mayRunText(call)) return null;
  const [first] = call.args;
  if (first === undefined) return null;
  if (python) return judgePython(file, call, first);
  if (EVAL.test(call.callee)) return draftFor(file, call, first, 'code');
  if (FUNCTION.test(call.callee)) return draftFor(file, call, call.args.findLast((argument) => !argument.constant) ?? first, 'generated', 'warning');
  if (isFrom(call, /^vm$/, VM_MEMBERS)) return draftFor(file, call, first, 'generated', 'warning');
  if (TIMERS.test(call.callee) && (first.kind === 'template' || first.origins.some((origin) => origin.kind === 'request')) && first.kind !== 'call')
    return draftFor(file, call, first, 'timer');
  if (call.callee === 'import' || call.callee === 'require') return ofRequest(file, call, first, 'module');
  return TEMPLATES.some(([modules, members]) => isFrom(call, modules, members)) && !/^(renderFile|compileFile)$/.test(call.name)
    ? ofRequest(file, call, first, 'template')
    : null;
}

/** What loads modules and templates by name does so on purpose, unless a request gives the name. */
function ofRequest(file: FileFacts, call: CallFact, first: ValueFact, messageId: 'module' | 'template'): Found | null {
  const draft = draftFor(file, call, first, messageId);
  if (draft === null || first.origins.some(isPartOfRequest)) return draft;
  return draft.awaits === undefined ? null : draft;
}

/** Said of requests alone. */
const OF_REQUESTS = /^(module|template)$/;

/** `eval` and `exec` run text; templates and modules are loaded by a name from a request. */
function judgePython(file: FileFacts, call: CallFact, first: ValueFact): Found | null {
  if (keyword(call, 'trust_remote_code')?.text === 'true') return judgeRemote(file, call, first);
  if (call.ownRoot === true) return null;
  // Compiled from the program's own file, it is code already; a console runs what is typed on purpose.
  if (/^(builtins\.)?(eval|exec)$/.test(call.callee))
    return (first.kind === 'call' && /^compile\(/.test(first.text)) || IS_CONSOLE.test(file.path) ? null : draftFor(file, call, first, 'code');
  const name = fullName(call);
  if (/^(importlib\.(import_module|__import__)|runpy\.run_(path|module))$|^$/.test(name) && (name !== '' || call.callee === '__import__'))
    return ofRequest(file, call, first, 'module');
  return PYTHON_TEMPLATES.test(name) ? ofRequest(file, call, first, 'template') : null;
}

/** Code of a model that the file names, or at a revision that it names, has been looked at once; any other may change it tomorrow. */
function judgeRemote(file: FileFacts, call: CallFact, model: ValueFact): Found | null {
  if (model.constant || model.keywords === true || keyword(call, 'revision') !== null || keyword(call, 'code_revision') !== null) return null;
  const from = model.text.length > 40 ? `${model.text.slice(0, 39)}…` : model.text;
  return {
    messageId: 'remote', data: { callee: call.callee, from }, span: call.calleeSpan, about: `${placeName(file, call.function)}: ${call.name}`,
    severity: model.origins.some(({ kind }) => kind === 'request') ? 'error' : 'warning', recommended: 'info', blocks: false,
  };
}

function draftFor(
  file: FileFacts,
  call: CallFact,
  value: ValueFact,
  messageId: 'code' | 'generated' | 'timer' | 'module' | 'template',
  mild?: Severity,
): Found | null {
  const exposure = exposureOf(file, value, call.function);
  if (exposure === null) return null;
  const callee = call.new ? `new ${call.callee}` : call.callee.replace(/^0, /, '');
  const harmless =
    OWN_FILE.test(value.text) ||
    runsUnder(
      file,
      call.span,
      ({ condition, otherwise }) => otherwise === undefined && HARMLESS_TEXT.test(condition) && condition.startsWith(`${value.text}.`),
    );
  const awaits = harmless || exposure.outside || isMatched(file, call, exposure.from.text) ? null : awaited(file, call, value);
  return {
    messageId,
    data: { callee, from: nameOf(value, exposure) },
    span: value.span,
    about: `${placeName(file, call.function)}: ${call.callee}`,
    severity: harmless ? 'info' : mild !== undefined && exposure.from.kind !== 'request' ? mild : exposure.severity,
    // Whoever compiles text, starts a context or runs text of the program's own does so on purpose.
    ...(messageId === 'generated' && !exposure.outside ? { recommended: 'info' } : judgeGiven(file, call, exposure, leftOf(file, call, value, exposure))),
    ...(awaits === null ? {} : { awaits }),
  };
}

/** Fetched from another machine. */
const FETCHED = /(urlopen|requests\.\w+|fetch|urlretrieve|axios(\.\w+)?)\(\)/;

/** What is left of a finding whose text does not come with a request: callers who pass all of it are an error. */
function leftOf(file: FileFacts, call: CallFact, value: ValueFact, { from }: Exposure): { ofCallers: Severity; otherwise: Severity } {
  // Whoever calls a function of such a name means to run code.
  const isExec = /(^|[._])(exec|eval|interpret|run_?(js|code|script|python|source))/i.test(placeName(file, call.function));
  // So does who gives it a namespace of its own.
  const isScoped = isPython(file) && call.args.length > 1;
  // A function inside another one of a program that is started by hand gets what stands on its command line.
  const isOfProgram = isPython(file) && file.entry !== undefined && file.functions[call.function]?.public !== true;
  const isPassed = value.text === from.text && !isExec && !isScoped && !isOfProgram && !isMatched(file, call, from.text);
  return { ofCallers: isPassed ? 'error' : 'info', otherwise: FETCHED.test(from.text) ? 'warning' : 'info' };
}

/** `if not match(r'^[0-9,() ]*$', text): raise`: a fixed pattern says what the text may hold. */
function isMatched(file: FileFacts, call: CallFact, text: string): boolean {
  return file.calls.some((other) => other.function === call.function && other.span[0] <= call.span[0] && /^(full)?match$|^test$/.test(other.name)
    && other.args.some((each) => each.text === text));
}

/** MongoDB runs the text of `$where` for every document. */
function judgeWhere(file: FileFacts, { value, function: at }: AssignmentFact): Found | null {
  const exposure = exposureOf(file, value, at);
  return exposure === null
    ? null
    : { messageId: 'where', data: { from: nameOf(value, exposure) }, span: value.span, about: `${placeName(file, at)}: $where`, severity: exposure.severity };
}
