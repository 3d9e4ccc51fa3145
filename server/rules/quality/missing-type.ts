/**
 * Functions whose signatures lack types.
 *
 * Bad, because a reader must read the body to learn what goes in and what comes out, and callers are
 * not checked. Private functions may leave their return type to inference; public ones state it, so
 * that a change of the body cannot change the interface unnoticed. JavaScript is judged only if it
 * asks to be checked (`// @ts-check`).
 */
import type { Language } from '../../facts/module-facts.ts';
import type { FileFacts, FunctionFact } from '../../facts/file-facts.ts';
import type { FixOffer } from '../../findings/finding.ts';
import { lintFixes } from '../kit/lint.ts';
import { isPython } from '../kit/python.ts';
import { defineFileRule } from '../kit/rule.ts';
import type { RuleSources } from '../../findings/rule-sources.ts';
import { byFacts, byFactsWithFix } from '../kit/sources.ts';

/** Languages whose compiler infers return types, so that callers are checked anyway. */
const INFERS: ReadonlySet<Language> = new Set(['typescript', 'javascript']);

/** Calls whose result has one type, whatever the arguments. */
const TELLING = /^(len|int|float|str|repr|format|chr|bytes|bool|isinstance|issubclass|hasattr|callable|any|all|sorted|list|dict|set|tuple|frozenset)$/;

const sources = {
  ruff: {
    ...byFacts('ANN001', 'ANN002', 'ANN003'),
    ...byFactsWithFix('Add the return type that the code shows', 'ANN201', 'ANN202', 'ANN204', 'ANN205', 'ANN206'),
  },
  eslint: [
    '@typescript-eslint/explicit-function-return-type', '@typescript-eslint/explicit-module-boundary-types', '@typescript-eslint/typedef',
  ],
  mypy: ['no-untyped-def', 'no-untyped-call'],
} as const satisfies RuleSources;

export const rule = defineFileRule({
  meta: {
    id: 'quality/missing-type',
    title: 'Function signature without types',
    severity: 'error',
    recommended: 'info',
    convention: { per: 'public-items' },
    roles: { test: 'off', fixture: 'off', example: 'info', docs: 'off', script: 'info', config: 'off', declaration: 'off' },
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: [
      'style §4.1',
      'review §2.1',
      'review §3.1',
      'review §3.2',
      'architecture §4.2',
      'style §10',
      'style §9',
      'architecture §10',
      'blocks §1',
      'review §5',
      'general §8',
      'patterns §5',
    ],
    criterion: 'types-and-docs',
    blocker: true,
    fixable: true,
    sources,
    docs: {
      what:
        'A function with parameters that have neither a type nor a default, or a public function without a return type. An untyped parameter of a public ' +
        'function is an error, elsewhere a warning; an inferred return type is information.',
      why: 'Callers rely on the signature. Without types, they learn of a mistake only when the program runs.',
      fix: 'Add the types. The quick fix adds those that the compiler infers; in Python those that documentation, defaults and returns show.',
      limits:
        'Not reported: callbacks typed by their context, and JavaScript without `// @ts-check`. Neither are files with `@ts-nocheck`. In Python, `*args` ' +
        'with `**kwargs` and the results of methods such as `__eq__` need no types.',
    },
    messages: {
      params: '{name} has no type for {params}.',
      returnsUntyped: '{name} is public and has no return type.',
      returns: 'The return type of {name} is inferred. State it to keep the public interface stable.',
      both: '{name} has no type for {params} and no return type.',
    },
  },
  check(file, report) {
    if (!file.typesExpected) return;
    for (const [index, fn] of file.functions.entries()) {
      const missing = fn.missingTypes;
      if (missing === undefined) continue;
      const params = missing.params.join(', ');
      const place = {
        span: fn.nameSpan,
        about: `${ownerOf(file.classFacts, fn)}${fn.name}`,
        fixes: [inferred(fn), ...pythonOffers(file, index, missing)],
      };
      const name = nameOf(fn);
      if (missing.params.length > 0) {
        report({
          messageId: missing.returns ? 'both' : 'params',
          data: { name, params },
          severity: fn.public && !isOperator(fn) ? 'error' : 'warning',
          ...place,
        });
      } else if (INFERS.has(file.language)) report({ messageId: 'returns', data: { name }, severity: 'info', ...place });
      else report({ messageId: 'returnsUntyped', data: { name }, severity: 'warning', ...place });
    }
  },
});

/** That nothing is returned needs no compiler; what else it infers, from uses in other files too, is known only once it was asked. */
function inferred({ missingTypes, returnsValue, generator }: FunctionFact): FixOffer {
  const isCertain = missingTypes!.params.length === 0 && !returnsValue && !generator;
  return { id: 'infer-type', title: 'Add the inferred types', ...(isCertain ? {} : { unsure: true }) };
}

/** The linter knows some return types; documentation and defaults show types of parameters. */
function pythonOffers(file: FileFacts, index: number, { params, returns }: NonNullable<FunctionFact['missingTypes']>): FixOffer[] {
  if (!isPython(file)) return [];
  const fn = file.functions[index]!;
  const linted = lintFixes(file, sources, fn.nameSpan);
  const builtIn = returns && file.calls.some((call) => call.function === index && call.result === 'returned' && TELLING.test(call.callee));
  const tells = builtIn || fn.doc?.typed === true;
  const more = fn.params.some((param) => param.type === null && param.default !== null && param.default.kind !== 'null' && param.default.constant);
  if (!tells && !(more && linted.length > 0)) return linted;
  return [{ id: 'write-types', title: 'Add the types that the code shows', data: { params, returns, ...linted[0]?.data } }, ...linted];
}

/** Special methods such as `__eq__` are called by an operator, not by name. */
function isOperator(fn: FunctionFact): boolean {
  return /^__\w+__$/.test(fn.name) && fn.kind !== 'constructor' && fn.name !== '__call__';
}

function nameOf(fn: FunctionFact): string {
  if (fn.kind === 'constructor') return 'The constructor';
  return fn.name === '' ? 'This function' : fn.name;
}

function ownerOf(classes: readonly { name: string }[], fn: FunctionFact): string {
  const owner = classes[fn.owner];
  return owner === undefined ? '' : `${owner.name}.`;
}
