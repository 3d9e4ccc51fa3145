/** Conventions of JavaScript and its frameworks: faces of folders, methods whose signature is known, groups of imports. */
import type { ModuleFacts, ImportGroup } from '../../facts/module-facts.ts';
import type { SignatureHabits } from '../kit/signatures.ts';

/** @returns whether it is its folder's index; one that exports nothing, such as a program's entry, does not count */
export function isFace({ path, exports }: Pick<ModuleFacts, 'path' | 'exports'>): boolean {
  return exports.length > 0 && /(^|\/)index\.[cm]?[jt]sx?$/.test(path);
}

/** Methods that a framework or the language itself calls. */
export const SIGNATURE_HABITS: SignatureHabits = {
  knownMethods: new RegExp([
    '^(toString|toJSON|valueOf|\\[Symbol\\.\\w+\\]|render|connectedCallback|disconnectedCallback|componentDid(Mount|Update|Catch)|componentWillUnmount',
    '|ng(OnInit|OnDestroy|OnChanges|AfterViewInit)|visit_\\w+|__\\w+__)$',
  ].join('')),
};

const NODE: ReadonlySet<string> = new Set([
  'assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain events fs http http2 https inspector',
  'module net os path perf_hooks process punycode querystring readline repl stream string_decoder sys timers tls trace_events tty url util v8 vm wasi',
  'worker_threads zlib',
].join(' ').split(' '));

/** Common aliases for the project's own folders, including a package's own `#imports`. */
const ALIAS = /^(@\/|~|#|\$lib(\/|$)|\/)/;
const PLATFORM = /^(node|bun|cloudflare|deno):/;

/** The group an import belongs to, judged by its specifier alone. @param specifier as written */
export function importGroup(specifier: string): ImportGroup {
  if (specifier.startsWith('.')) return 'relative';
  if (ALIAS.test(specifier)) return 'internal';
  return PLATFORM.test(specifier) || NODE.has(specifier.split('/')[0]!) ? 'builtin' : 'external';
}
