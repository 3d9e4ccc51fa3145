/**
 * Loops that await each item before they start the next, although the items are independent.
 *
 * Bad, because the waiting adds up: a hundred requests of 50 ms take five seconds one after another,
 * and a fraction of that when they run together. Loops whose order matters are left alone: those that
 * end early, page, poll, retry or pause, that carry something from one iteration to the next, that run
 * statements on one connection, and those over hooks, steps or migrations.
 */
import type { AwaitFact, FileFacts } from '../../facts/file-facts.ts';
import { contains } from '../../text/spans.ts';
import { placeName } from '../kit/exposure.ts';
import { isQuery } from '../kit/queries.ts';
import { isPython } from '../kit/python.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';

/** Run one after another on purpose. */
const IN_ORDER = new RegExp(
  String.raw`(hook|plugin|middleware|interceptor|step|migration|stage|phase|task|job|command|handler|listener|subscriber|observer|`
  + String.raw`chunk|batch|page|queue|event|message|instruction|operation|action|seed|transform|rule|layer|level|patch|change|`
  + String.raw`statement|finalizer|cleanup|disposable|resource)e?s?\b|queue$|\bops\b`,
  'i',
);
/** Reads something and changes nothing, going by its name. */
const ASKS = new RegExp(
  String.raw`(^|[._])(fetch|get|load|read|find|request|stat|lstat|access|resolve|download|import|search|lookup|query|status|head|`
  + String.raw`describe|exists|count|check|fetch[A-Z]\w*|get[A-Z]\w*|load[A-Z]\w*|read[A-Z]\w*|find[A-Z]\w*|resolve[A-Z]\w*|`
  + String.raw`download[A-Z]\w*|is[A-Z]\w*|has[A-Z]\w*|(fetch|get|load|read|find|resolve|download|is|has)_\w+)\(`,
);

/** Leaves the loop by throwing. */
const ENDS = /(^|\.)(throw|fail|abort|reject)[A-Z]?\w*$/;

/** Statements that one connection or transaction runs in their order. */
const STATEMENT = new RegExp(
  String.raw`(^|\.)_?(this|self|\w*(transaction|tx|trx|runner|conn|connection|session|client|db|database|cursor|cur|entityManager|`
  + String.raw`em))\.(\$?query|\$?execute|executemany|exec|run|raw|\$?queryRaw\w*|\$?executeRaw\w*)$`,
  'i',
);
/** Whatever is not only read on these happens in its order. */
const ON_ONE = /(^|\.)_?\w*(transaction|tx|trx|queryRunner|cursor|savepoint)\.\w+$/i;
/** Starts something and does not wait for it. */
const STARTS = /(^|\.)(spawn|schedule|enqueue|submit|create_?task|start_?soon|start_?task|ensure_?future|put_?nowait|add_?task)$/i;

export const rule = defineFileRule({
  meta: {
    id: 'performance/await-in-loop',
    title: 'Await in a loop',
    severity: 'warning',
    recommended: 'info',
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['review §2.1', 'blocks §8.1', 'style §9'],
    criterion: 'performance',
    blocker: false,
    fixable: true,
    sources: { eslint: ['no-await-in-loop'] },
    docs: {
      what:
        "An `await` in a loop over items that do not need each other's results. A warning where each iteration only reads something, information " +
        'elsewhere and in the profile "recommended".',
      why: 'The items wait for each other needlessly, and the times add up.',
      fix:
        'Start all of them and await once: `await Promise.all(items.map(load))`, in Python `await asyncio.gather(*map(load, items))`. With many items, or ' +
        'a service with rate limits, do it in batches or with a pool.',
      limits:
        'Whether order matters to the called function is not known. Loops that pause, retry, page, end early or carry a value on, that run statements on ' +
        'a connection or transaction, and loops over hooks, steps, chunks and the like are assumed to need their order. Calls that only start a task are ' +
        'skipped. Database queries and reads that are the same in every iteration are left to `performance/read-in-loop`.',
    },
    messages: {
      waitsPython:
        'Every iteration awaits {call} before the next one starts. Run independent calls together with asyncio.gather, in batches if there are many.',
      waits: 'Every iteration awaits {call} before the next one starts. Run independent calls together with Promise.all, in batches if there are many.',
    },
  },
  check(file, report) {
    const seen = new Set<number>();
    for (const each of file.awaits) {
      if (each.loop < 0 || each.ordered || seen.has(each.loop)) continue;
      const loop = file.loops[each.loop]!;
      if (loop.kind === 'callback' || loop.async || IN_ORDER.test(loop.iterable) || loop.variables.some((name) => IN_ORDER.test(name))) continue;
      // A loop with an ordered part, or inside an ordered loop, cannot be taken apart.
      if (file.awaits.some((other) => other.loop === each.loop && other.ordered) || isWithinOrdered(file, each)) continue;
      // Better not done in every iteration at all, which another rule reports.
      if (file.calls.some((call) => call.loop === each.loop && contains(each.span, call.span) && (call.invariant === true || isQuery(call)))) continue;
      const callee = /^[\w$.#?!]+(?=\()/.exec(each.text)?.[0];
      if (callee !== undefined && (loop.variables.includes(callee) || ENDS.test(callee) || mustFollow(file, callee))) continue;
      const call = callee === undefined ? 'one call' : `${callee}()`;
      seen.add(each.loop);
      const [line, column] = each.span;
      report({
        messageId: isPython(file) ? 'waitsPython' : 'waits',
        data: { call },
        span: [line, column, line, column + 'await'.length],
        about: `${placeName(file, each.function)}: ${call}`,
        fixes: loop.kind === 'for-of' && isCollected(file, each) ? [{ id: 'parallel-await', title: 'Start all and await once' }] : [],
        ...(asksOnly(each, loop.variables) ? {} : { severity: 'info' as const }),
      });
    }
  },
});

/** The calls follow each other on one connection, or only start something. */
function mustFollow(file: FileFacts, callee: string): boolean {
  const plain = callee.replace(/[?!]/g, '');
  if (STATEMENT.test(plain) || STARTS.test(plain)) return true;
  if (ASKS.test(`${plain}(`)) return false;
  return (
    ON_ONE.test(plain) || (/^(this|self)\.\w+$/.test(plain) && file.calls.some((call) => /^(this|self)\./.test(call.callee) && STATEMENT.test(call.callee)))
  );
}

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
  return file.calls.some(
    (call) =>
      call.loop === each.loop &&
      call.name === 'push' &&
      call.args.length === 1 &&
      call.args[0]!.span[0] === each.span[0] &&
      call.args[0]!.span[1] === each.span[1],
  );
}
