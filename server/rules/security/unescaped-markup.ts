/**
 * Text that becomes HTML as it is.
 *
 * A script in it runs in the browser of whoever looks at the page, with all that he may do there.
 */
import type { AssignmentFact, CallFact, FileFacts, ValueFact } from '../../facts/file-facts.ts';
import { OWN_ADDRESS } from '../kit/addresses.ts';
import { isForDevelopment } from '../kit/branches.ts';
import { exposureOf, nameOf, openOrigins, placeName } from '../kit/exposure.ts';
import { lintMessages, reportLint } from '../kit/lint.ts';
import type { DraftOf } from '../kit/messages.ts';
import { fullName, importsAny, isPython } from '../kit/python.ts';
import { MILDER_IN_SCRIPTS } from '../kit/roles.ts';
import { isForPrograms } from '../kit/routes.ts';
import { defineFileRule } from '../kit/rule.ts';
import { sentOrigin } from '../kit/sent.ts';
import { isCopiedLibrary, isImitation } from '../kit/surroundings.ts';
import { contains } from '../../text/spans.ts';
import type { RuleSources } from '../../findings/rule-sources.ts';
import { answeredText } from './unescaped-markup/answers.ts';
import { isDrawn, isRuntime, shownState } from './unescaped-markup/markup.ts';

const PAGE_WRITERS = /(^|\.)document\.write(ln)?$|\.insertAdjacentHTML$|\.createContextualFragment$|^(\$|jQuery)\(\)\.(html|append|prepend|after|before)$/;
const ANGULAR_TRUSTS = /\.bypassSecurityTrust(Html|Script)$/;
const PYTHON_PAGES = /^(markupsafe|flask|jinja2|aiohttp_jinja2|django|fastapi|starlette|sanic|quart)(\.|$)/;
/** Sets up the templates of a web application, which are pages. */
const OF_PAGES = /^(aiohttp_jinja2|starlette\.templating|fastapi\.templating|flask|quart)$/;
/** Treats text as safe HTML. */
const PYTHON_MARKUP = /^(markupsafe|flask|jinja2)\.Markup$|^django\.utils\.(safestring\.(mark_safe|SafeString|SafeText)|html\.format_html)$/;
const MARKUP = /^(innerHTML|outerHTML|srcdoc|dangerouslySetInnerHTML|v-html)$/;
/** Sanitized, or already rendered HTML. */
const CLEAN_MARKUP = new RegExp(
  'sanitiz|purif|escape|encode|trustedHTML|createHTML|DOMPurify|xss|nonce|renderToStaticMarkup|renderToString|bleach|nh3|strip_?tags|escHtml', 'i',
);

const sources = {
  ruff: {
    S701: { by: 'linter', says: 'Templates of this environment do not escape HTML. Pass autoescape=True.', severity: 'warning' },
    S702: { by: 'linter', says: 'Mako templates do not escape HTML by default. Pass default_filters=["h"].', severity: 'warning' },
  },
  eslint: ['react/no-danger', 'no-unsanitized/property', 'no-unsanitized/method'],
  cwe: [79, 80],
} as const satisfies RuleSources;

const messages = {
  ...lintMessages(sources),
  trusted: '{callee} treats {from} as safe HTML, so scripts in it run. Escape it or render it in a template.',
  inserted: '{callee} inserts {from} as HTML, so scripts in it run. Use textContent or sanitize it.',
  unescaped: 'Templates of these pages do not escape HTML, so scripts in what they show run. Leave autoescape on.',
  answered: '{callee} sends {from} back as HTML, so scripts in it run. Escape it, render a template or send JSON.',
} as const;

type Found = DraftOf<typeof messages>;

export const rule = defineFileRule({
  meta: {
    id: 'security/unescaped-markup',
    title: 'Unescaped markup',
    severity: 'error',
    // Many templates make no HTML, and the linter does not see what they make.
    recommendedFor: { S701: 'info', S702: 'info' },
    roles: MILDER_IN_SCRIPTS,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['general §3.2', 'review §2.3', 'review §3.1', 'review §5', 'blocks §9.1', 'style §9'],
    criterion: 'practices',
    blocker: true,
    fixable: false,
    sources,
    docs: {
      what:
        'Text from a request that is sent back as HTML (`res.send`, `HttpResponse`, `make_response`), or marked as safe (`Markup`, `mark_safe`), and values '
        + 'that are inserted into a page as HTML (`innerHTML`, `dangerouslySetInnerHTML`, `document.write`). Request data is an error, other values are '
        + 'warnings, and information in the profile `recommended`.',
      why: 'Scripts in the text run in the browser of whoever looks at the page: they read what he sees and act in his name.',
      fix: 'Set `textContent`, render the values in a template that escapes them, send JSON, or sanitize HTML before showing it.',
      limits:
        'Values are followed within one file only. Templates are not read: `|safe` and the like are not seen. Python environments without escaping '
        + 'are found by ruff (S701, S702), and those of pages by the call that sets them up. Text without any markup that is sent back '
        + 'is a warning (with an error status, in the profile `recommended`, information), and left alone where the function sets the type '
        + 'of its answer, or answers to PUT, PATCH or DELETE, which no link sends. '
        + 'What stands in a folder that imitates a service (`emulator/`, `mock-server/`) or runs in development and tests only is '
        + 'information in the profile `recommended`.',
    },
    messages,
  },
  check(file, report) {
    reportLint(file, sources, report);
    const copied = isCopiedLibrary(file);
    const add = (draft: Found | null): void => {
      if (draft === null) return;
      const isTrusting = isImitation(file) || isForDevelopment(file, draft.span);
      report(copied ? { ...draft, severity: 'info' } : isTrusting ? { ...draft, recommended: 'info' } : draft);
    };
    if (isPython(file) && !importsAny(file, PYTHON_PAGES)) return;
    const judge = isPython(file) ? judgePython : judgeInserted;
    for (const call of file.calls) add(judge(file, call) ?? judgeAnswer(file, call));
    for (const assignment of file.assignments) add(judgeEscaping(file, assignment) ?? judgeAssigned(file, assignment));
  },
});

function judgeInserted(file: FileFacts, call: CallFact): Found | null {
  const writes = PAGE_WRITERS.test(call.callee);
  if (!writes && !ANGULAR_TRUSTS.test(call.callee)) return null;
  const value = call.args.at(-1);
  return value === undefined ? null : markupDraft(file, value, { callee: call.callee, at: call.function, name: call.name }, writes ? 'inserted' : 'trusted');
}

function judgePython(file: FileFacts, call: CallFact): Found | null {
  const name = fullName(call);
  if (call.ownRoot === true || !PYTHON_MARKUP.test(name)) return null;
  const [first] = call.args;
  // What is inserted into the text before it is passed is not escaped; further arguments are.
  if (first === undefined || first.keywords === true || CLEAN_MARKUP.test(first.text)) return null;
  const isFromRequest = first.origins.some((origin) => origin.kind === 'request' && !OWN_ADDRESS.test(origin.text));
  // `Markup(text).unescape()` gives plain text.
  const isUndone = file.calls.some((other) => /^(unescape|striptags)$/.test(other.name) && contains(other.calleeSpan, call.span));
  return isFromRequest && !isUndone ? markupDraft(file, first, { callee: call.callee, at: call.function, name: call.name }, 'trusted') : null;
}

/** Sent back in the answer to the request that it came with. */
function judgeAnswer(file: FileFacts, call: CallFact): Found | null {
  const answer = answeredText(file, call);
  const value = answer?.value;
  if (answer === null || value === undefined || CLEAN_MARKUP.test(value.text)) return null;
  const origin = sentOrigin(file, value, call.function, { cleans: CLEAN_MARKUP });
  // Browsers encode what they ask for.
  if (origin === null || OWN_ADDRESS.test(origin.text) || !answer.isText(origin) || isForPrograms(file, call.function)) return null;
  return {
    messageId: 'answered', data: { callee: call.callee, from: origin.text }, span: value.span, about: `${placeName(file, call.function)}: ${call.name}`,
    ...(answer.isMarkup ? {} : { severity: 'warning' as const }),
    // What went wrong, in words, is mostly told to programs and developers.
    ...(!answer.isMarkup && tellsFailure(file, call) ? { recommended: 'info' as const } : {}),
  };
}

/** `res.status(404).send(…)`. */
function tellsFailure(file: FileFacts, { span }: CallFact): boolean {
  return file.calls.some(({ name, args, span: inner }) => /^(status|code)$/.test(name) && FAILED.test(args[0]?.text ?? '') && contains(span, inner));
}

const FAILED = /^[45]\d\d$|(BAD_REQUEST|NOT_FOUND|FORBIDDEN|UNAUTHORIZED|CONFLICT|INTERNAL_SERVER_ERROR)$/i;

/** `aiohttp_jinja2.setup(app, autoescape=False)`, `app.jinja_env.autoescape = False`. */
function judgeEscaping(file: FileFacts, { name, target, value, span, function: at }: AssignmentFact): Found | null {
  if (name !== 'autoescape' || value.text !== 'false' || !isPython(file)) return null;
  const isOfPages = /\bjinja_(env|options)\b/.test(target) || file.calls.some((call) => OF_PAGES.test(call.module ?? '') && contains(call.span, span));
  return isOfPages ? { messageId: 'unescaped', span, about: `${placeName(file, at)}: ${target}`, severity: 'warning' } : null;
}

function judgeAssigned(file: FileFacts, { name, target, value, function: at }: AssignmentFact): Found | null {
  // The content of a style element is not HTML, and who implements `dangerouslySetInnerHTML` does what it says.
  if (isRuntime(value)) return null;
  if (!MARKUP.test(name) || /style\w*\.innerHTML$/i.test(target)) return null;
  const markup = value.properties?.find((property) => property.name === '__html')?.value ?? value;
  // A state of the component holds what its setter was given.
  const states = shownState(file, markup);
  const into = { callee: target, at, name };
  return states === null
    ? markupDraft(file, markup, into, 'inserted')
    : states
        .map((state) => markupDraft(file, state, into, 'inserted'))
        .reduce((worst, each) => (each !== null && (worst === null || worst.severity === 'info') ? { ...each, span: markup.span } : worst), null);
}

function markupDraft(
  file: FileFacts, value: ValueFact, { callee, at, name }: { callee: string; at: number; name: string }, messageId: 'inserted' | 'trusted',
): Found | null {
  const exposure = exposureOf(file, value, at, { cleans: CLEAN_MARKUP });
  if (exposure === null || CLEAN_MARKUP.test(value.text)) return null;
  // A link to the page itself, with its parameters put together anew.
  if (messageId === 'trusted' && OWN_ADDRESS.test(exposure.from.text)) return null;
  // HTML moved within a page adds nothing new; a reference to an element or node is not text.
  const open = openOrigins(value, { cleans: CLEAN_MARKUP });
  if (open.every((origin) => /\b(innerHTML|outerHTML)$/.test(origin.text))) return null;
  if (value.kind === 'identifier' && /(el|elt|elem|element|node|fragment|child|div|span)$/i.test(value.text) && name !== 'innerHTML') return null;
  const severity = exposure.from.kind === 'request' ? 'error' : isDrawn(open) ? 'info' : 'warning';
  // Most pages insert markup that the program made itself, where text would be wrong.
  return {
    messageId,
    data: { from: nameOf(value, exposure), callee },
    span: value.span,
    about: `${placeName(file, at)}: ${name}`,
    severity,
    ...(exposure.outside ? {} : { recommended: 'info' }),
  };
}
