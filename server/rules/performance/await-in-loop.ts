/**
 * Loops that wait for each item before they start the next, although the items do not need each other.
 *
 * Bad, because the waiting adds up: a hundred requests of 50 ms take five seconds, where at the same
 * time they take little more than one. Loops whose order matters are left alone: those that end
 * early, page, poll, retry or pause, that carry something from turn to turn, and those that run
 * hooks, steps or migrations in order.
 */
import type { AwaitFact, FileFacts } from '../../facts/file-facts.ts';
import { contains } from '../../text/spans.ts';
import { placeName } from '../kit/exposure.ts';
import { isQuery } from '../kit/queries.ts';
import { isPython } from '../kit/python.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';

/** Run one after another by intention. */
const IN_ORDER = /(hook|plugin|middleware|interceptor|step|migration|stage|phase|task|job|command|handler|listener|subscriber|observer|chunk|batch|page|queue|event|message|instruction|operation|action|seed|transform|rule|layer|level|patch|change|statement|finalizer|cleanup|disposable|resource)e?s?\b|queue$|\bops\b/i;
/** Asks for something and changes nothing, as far as its name says. */
const ASKS = /(^|[._])(fetch|get|load|read|find|request|stat|lstat|access|resolve|download|import|search|lookup|query|head|describe|exists|count|check|fetch[A-Z]\w*|get[A-Z]\w*|load[A-Z]\w*|read[A-Z]\w*|find[A-Z]\w*|resolve[A-Z]\w*|download[A-Z]\w*|is[A-Z]\w*|has[A-Z]\w*|(fetch|get|load|read|find|resolve|download|is|has)_\w+)\(/;

/** Leaves the loop by throwing. */
const ENDS = /(^|\.)(throw|fail|abort|reject)[A-Z]?\w*$/;

export const rule = defineFileRule({
  meta: {
    id: 'performance/await-in-loop',
    title: 'Waiting in a loop',
    severity: 'warning',
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['review §2.1', 'blocks §8.1', 'style §9'],
    criterion: 'performance',
    blocker: false,
    fixable: true,
    sources: { eslint: ['no-await-in-loop'] },
    docs: {
      what: 'An `await` in a loop over items that do not need each other\'s results. A warning where each turn only asks for something, information elsewhere.',
      why: 'The items wait for each other for nothing, and the times add up.',
      fix: 'Start all of them and wait once: `await Promise.all(items.map(load))`, in Python `await asyncio.gather(*map(load, items))`. With many items, or a service that limits its callers, do so in batches or with a pool.',
      limits: 'Whether the order matters to what is called cannot be seen. Loops that pause, retry, page, end early or carry a value on, and loops over hooks, steps, chunks and the like are taken for ordered. Queries to a database and reads that are the same in every turn are left to `performance/read-in-loop`.',
    },
    messages: {
      waitsPython: 'Each turn waits for the one before, though {call} does not need its result. Start all and wait once with asyncio.gather, in batches where there are many.',
      waits: 'Each turn waits for the one before, though {call} does not need its result. Start all and wait once with Promise.all, in batches where there are many.',
    },
  },
  check(file, report) {
    const seen = new Set<number>();
    for (const each of file.awaits) {
      if (each.loop < 0 || each.ordered || seen.has(each.loop)) continue;
      const loop = file.loops[each.loop]!;
      if (loop.kind === 'callback' || loop.async || IN_ORDER.test(loop.iterable) || loop.variables.some((name) => IN_ORDER.test(name))) continue;
      // A loop of which any part must be in order, or that is a part of one, cannot be taken apart.
      if (file.awaits.some((other) => other.loop === each.loop && other.ordered) || isWithinOrdered(file, each)) continue;
      // Better not done in each turn at all, which another rule says.
      if (file.calls.some((call) => call.loop === each.loop && contains(each.span, call.span) && (call.invariant === true || isQuery(call)))) continue;
      const callee = /^[\w$.#?!]+(?=\()/.exec(each.text)?.[0];
      if (callee !== undefined && (loop.variables.includes(callee) || ENDS.test(callee))) continue;
      const call = callee === undefined ? 'this' : `${callee}()`;
      seen.add(each.loop);
      const [line, column] = each.span;
      report({
        messageId: isPython(file) ? 'waitsPython' : 'waits', data: { call }, span: [line, column, line, column + 'await'.length], about: `${placeName(file, each.function)}: ${call}`,
        fixes: loop.kind === 'for-of' && isCollected(file, each) ? [{ id: 'parallel-await', title: 'Start all and wait once' }] : [],
        ...(asksOnly(each, loop.variables) ? {} : { severity: 'info' as const }),
      });
    }
  },
});

function isWithinOrdered(file: FileFacts, { loop }: AwaitFact): boolean {
  for (let outer = file.loops[loop]!.parent; outer >= 0; outer = file.loops[outer]!.parent) {
    if (file.loops[outer]!.kind !== 'callback' && file.awaits.some((each) => each.loop === outer && each.ordered)) return true;
  }
  return false;
}

function asksOnly(each: AwaitFact, variables: readonly string[]): boolean {
  const given = each.text.slice(each.text.indexOf('(') + 1);
  return ASKS.test(each.text) && variables.some((name) => new RegExp(`(^|[^\\w$.])${name.replaceAll('$', '\\$')}($|[^\\w$])`).test(given));
}

/** `list.push(await …)`. */
function isCollected(file: FileFacts, each: AwaitFact): boolean {
  return file.calls.some((call) => call.loop === each.loop && call.name === 'push' && call.args.length === 1 && call.args[0]!.span[0] === each.span[0] && call.args[0]!.span[1] === each.span[1]);
}
