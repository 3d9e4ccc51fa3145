/** Calls that were made for what they do outside of the program: when they fail unnoticed, data is lost, or something asked for was not done. */

const DOES = new RegExp(
  '^_*(save|insert|upsert|commit|upload|publish|send|post|put|patch|persist|charge|refund|transfer|pay|submit|enqueue|deliver|bulk_?[cC]reate|bulk_?[uU]pdate|'
  + 'executemany|dump|to_(csv|json|sql|parquet|excel)|(write|append)File(Sync)?|write_(text|bytes))(?=[A-Z_]|$)',
);
/** Done to something that keeps data or hands it on. */
const DOES_THERE = /^_*(write|update|create|remove|delete|destroy|execute|push|add|save|mutate|enqueue)(?=[A-Z_]|$)/;
const THERE = new RegExp(
  '(^|[._])(db|database|prisma|repo|\\w*repository|\\w*Repo|collection|table|session|cursor|conn|connection|client|api|http|axios|queue|storage|bucket|'
  + 's3|ledger|store|tx|trx|transaction|em|manager|entityManager|knex|supabase|objects|file|fp)([._]|$)', 'i',
);
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

/**
 * @param guards what the guarded part calls
 * @param holder name of the function around it
 */
export function actsOutside(guards: readonly string[], holder: string): boolean {
  return !TAKES_DOWN.test(holder) && guards.some((guard) => {
    const at = guard.lastIndexOf('.');
    const [receiver, name] = [at < 0 ? '' : guard.slice(0, at), guard.slice(at + 1)];
    if (NOT_KEPT.test(name) || BY_THE_WAY.test(receiver)) return false;
    return DOES.test(name) || (DOES_THERE.test(name) && THERE.test(receiver));
  });
}
