/** The group a JavaScript or TypeScript import belongs to, judged by its specifier alone. */
import type { ImportGroup } from '../../facts/module-facts.ts';

const NODE: ReadonlySet<string> = new Set([
  'assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain events fs http http2 https inspector',
  'module net os path perf_hooks process punycode querystring readline repl stream string_decoder sys timers tls trace_events tty url util v8 vm wasi',
  'worker_threads zlib',
].join(' ').split(' '));

/** Common aliases for the project's own folders, including a package's own `#imports`. */
const ALIAS = /^(@\/|~|#|\$lib(\/|$)|\/)/;
const PLATFORM = /^(node|bun|cloudflare|deno):/;

/** @param specifier as written */
export function importGroup(specifier: string): ImportGroup {
  if (specifier.startsWith('.')) return 'relative';
  if (ALIAS.test(specifier)) return 'internal';
  return PLATFORM.test(specifier) || NODE.has(specifier.split('/')[0]!) ? 'builtin' : 'external';
}
