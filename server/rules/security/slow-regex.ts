/**
 * Regular expressions that some text keeps busy for hours.
 *
 * Where a loop can read the same text in two ways, an engine tries them all before it gives up: each further character doubles its work, and thirty
 * of them stop the program.
 */
import type { CallFact, FileFacts, Origin, PatternFact, ValueFact } from '../../facts/file-facts.ts';
import { exposureOf, placeName } from '../kit/exposure.ts';
import { fullName, importsAny, isPython, positional } from '../kit/python.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { sentOrigin } from '../kit/sent.ts';
import { isCopiedLibrary } from '../kit/surroundings.ts';
import { isExponential } from '../../text/patterns/ambiguity.ts';

const PYTHON_PATTERN = /^re\.(compile|match|search|fullmatch|sub|subn|findall|finditer|split)$/;
const USES = /^(test|exec|match|search|fullmatch|findall|finditer|split)$/;
/** A longer text was cut. */
const LONGEST = 399;
/** Written by whoever wrote the program, or by whoever runs it. */
const OWN_TEXT =
  /(line|path|file|folder|dir|version|stdout|stderr|output|css|selector|platform|env|cwd|source|code|config|module|identity|url_?pattern)[\w.]*$/i;

export const rule = defineFileRule({
  meta: {
    id: 'security/slow-regex',
    title: 'Regular expression that takes exponential time',
    severity: 'error',
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript', 'python'],
    guidelines: ['review §2.3', 'blocks §9.1'],
    criterion: 'practices',
    blocker: false,
    fixable: false,
    sources: { eslint: ['security/detect-unsafe-regex', 'regexp/no-super-linear-backtracking', 'sonarjs/slow-regex'], cwe: [1333] },
    docs: {
      what:
        'A regular expression with a loop in which the same text can be read in two ways, as `(a+)+` or `(\\w+\\s?)*`, so that its time doubles with each '
        + 'character of an unfitting text. An error where the text comes from a request, and a warning otherwise; in the profile `recommended`, information '
        + 'where the text is not given to a public function.',
      why: 'Thirty characters are enough to keep the program busy for hours, and while it is, JavaScript answers nobody else.',
      fix: 'Leave one of the two ways: `(a+)+` is `a+`, `(\\w+\\s?)*` is `[\\w\\s]*`. Or limit the length of the text before.',
      limits:
        'Loops whose time grows with the square or the cube of the text are not reported. Neither are loops behind look-arounds and word boundaries, '
        + 'references to groups, and patterns that are put together from values.',
    },
    messages: {
      request: '{from} can keep this pattern busy for hours: a loop in it reads the same text in two ways.',
      given: 'Some text keeps this pattern busy for hours: a loop in it reads the same text in two ways.',
    },
  },
  check(file, report) {
    if (isCopiedLibrary(file) || (isPython(file) && !importsAny(file, /^re$/))) return;
    for (const pattern of isPython(file) ? pythonPatterns(file) : [...(file.patterns ?? []), ...builtPatterns(file)]) {
      if (pattern.source.length > LONGEST || /[uv]/.test(pattern.flags) || !isExponential(pattern.source)) continue;
      const subjects = subjectsOf(file, pattern);
      const place = { span: pattern.span, about: `${placeName(file, pattern.function)}: ${pattern.name}` };
      const sent = subjects.map(({ value, at }) => sentOrigin(file, value, at)).find((origin): origin is Origin => origin !== null);
      if (sent !== undefined) {
        report({ ...place, messageId: 'request', data: { from: sent.text } });
        continue;
      }
      if (subjects.length > 0 && subjects.every(({ value }) => value.constant)) continue;
      const isGiven = subjects.some(({ value, at }) => {
        const exposure = exposureOf(file, value, at);
        return exposure?.from.kind === 'parameter' && exposure.severity === 'error' && !OWN_TEXT.test(exposure.from.text);
      });
      report({ ...place, messageId: 'given', severity: 'warning', ...(isGiven ? {} : { recommended: 'info' as const }) });
    }
  },
});

/** `new RegExp('(a+)+')` */
function builtPatterns(file: FileFacts): PatternFact[] {
  return file.calls.filter((call) => call.callee === 'RegExp' && call.firstString !== null).map((call) => ({
    source: call.firstString!, flags: call.args[1]?.text ?? '', span: call.args[0]!.span, function: call.function, name: call.target ?? '', subject: null,
  }));
}

function pythonPatterns(file: FileFacts): PatternFact[] {
  return file.calls.flatMap((call) => {
    const [pattern] = positional(call);
    if (pattern?.kind !== 'string' || !PYTHON_PATTERN.test(fullName(call))) return [];
    const subject = positional(call)[/^subn?$/.test(call.name) ? 2 : 1] ?? null;
    return [{
      // Names of groups are written in another way.
      source: pattern.text.replaceAll('(?P<', '(?<'), flags: '', span: pattern.span, function: call.function,
      name: call.name === 'compile' ? call.target ?? '' : '', subject: call.name === 'compile' ? null : subject,
    }];
  });
}

/** What the pattern is held against, in place or under its name. */
function subjectsOf(file: FileFacts, { name, subject }: PatternFact): { value: ValueFact; at: number }[] {
  if (subject !== null) return [{ value: subject, at: file.calls.find(({ args }) => args.includes(subject))?.function ?? functionAt(file, subject) }];
  if (name === '') return [];
  const uses = (call: CallFact): boolean => call.callee === `${name}.${call.name}` && USES.test(call.name);
  return file.calls.filter(uses).flatMap((call) => (call.args[0] === undefined ? [] : [{ value: call.args[0], at: call.function }]));
}

function functionAt(file: FileFacts, { span }: ValueFact): number {
  return file.functions.findLastIndex((each) => each.span[0] <= span[0] && each.span[2] >= span[2]);
}
