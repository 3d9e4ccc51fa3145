/**
 * Calls that were made to change data: when they fail unnoticed, it is lost. What only tells others, over the network or in a queue, is left out: it is
 * mostly meant to be tried and forgotten, and so are functions of one's own which may say themselves that they failed; and files that are written
 * whole, such as caches, marks and notes for the next start, which are there again the next time.
 */

const CHANGES =
  /^_*(save|insert|upsert|commit|persist|charge|refund|transfer|pay|bulk_?[cC]reate|bulk_?[uU]pdate|executemany|to_(sql|parquet|excel))(?=[A-Z_]|$)/;
const REMOVES = /^_*(remove|delete|destroy)(?=[A-Z_]|$)/;
/** Done to something that keeps data. */
const CHANGES_THERE = /^_*(write|update|create|remove|delete|destroy|add|put|mutate)(?=[A-Z_]|$)/;
const THERE = new RegExp(
  '(^|[._])(db|database|prisma|repo|\\w*repository|\\w*Repo|collection|table|session|conn|connection|bucket|s3|ledger|tx|trx|transaction|em|manager|'
  + 'entityManager|knex|supabase|objects|file|fp)([._]|$)', 'i',
);
/** Keeps a state for drawing, or a picture of something: no data. */
const DRAWS = /(^|[._])(ctx|\w*context|\w*canvas|painter|im|img|image|plot|plt|fig|figure|pdf|driver|page|browser)$/i;
/** Telling others is a favour there, or a failure is seen on the other side; or nothing is kept. */
const BY_THE_WAY = new RegExp(
  '(^|[._])\\w*(clipboard|analytics|telemetry|metrics?|stats|statsd|sentry|logg?(er)?|socket|sock|ws|stdout|stderr|process|port|worker|parent|child|navigator|'
  + 'window|localStorage|sessionStorage|cache|tracker|tracking|res|response|reply|stream|writer|channel|bus|emitter|mock|gen|generator)([._]|$)', 'i',
);
const NOT_KEPT = new RegExp(
  String.raw`^(postMessage|send(Beacon|Metrics?|Event|Analytics|Telemetry|Heartbeat|Ping)|write(Text|Head|ln)|save(Scroll|`
  + String.raw`Draft)?Position|put_?[bB]ack|add(EventListener|Class|Listener))$`,
);
/** A function that takes something down: what fails there cannot be done better. */
const TAKES_DOWN = /(close|dispose|clean|destroy|tear|shut|unmount|rollback|stop|exit|abort|cancel|__del__|reset)/i;

/** Done to what nobody needs any longer, and done again the next time. */
const TIDIES = /(delete|remove|prune|purge|evict|expire)\w*(stale|expired|old|orphan|unused|temp|tmp|outdated)|(prune|purge|evict|sweep|vacuum)/i;

/** When somebody was last there, or how often: nobody misses one of many. */
const COUNTS = /(last_?(active|seen|used|login|access|visit)|heartbeat|touch(?![a-z])|track_?(activity|usage|event|view))/i;

/**
 * @param guards what the guarded part calls
 * @param holder name of the function around it
 */
export function changesData(guards: readonly string[], holder: string): boolean {
  return !TAKES_DOWN.test(holder) && !COUNTS.test(holder) && !guards.some((guard) => TIDIES.test(guard) || COUNTS.test(guard)) && guards.some((guard) => {
    const at = guard.lastIndexOf('.');
    const [receiver, name] = [at < 0 ? '' : guard.slice(0, at), guard.slice(at + 1)];
    if (/^(this|self|cls)?$/.test(receiver) || NOT_KEPT.test(name) || BY_THE_WAY.test(receiver) || DRAWS.test(receiver)) return false;
    // A file that stays where it was is no loss.
    if (REMOVES.test(name) && /(^|[._])files?$/i.test(receiver)) return false;
    return CHANGES.test(name) || (CHANGES_THERE.test(name) && THERE.test(receiver));
  });
}
