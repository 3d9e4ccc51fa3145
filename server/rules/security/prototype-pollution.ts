/**
 * Data that chooses which object is written to, down to the prototype that all objects share.
 *
 * `{"__proto__": {"isAdmin": true}}` merged into any object makes every object of the program an administrator.
 */
import type { CallFact, DeepWriteFact, FileFacts, Origin, ValueFact } from '../../facts/file-facts.ts';
import { isCallable, isFrom, placeName } from '../kit/exposure.ts';
import type { DraftOf } from '../kit/messages.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { sentOrigin } from '../kit/sent.ts';
import { isCopiedLibrary } from '../kit/surroundings.ts';

const COPIERS = /lodash|underscore|merge|extend|defaults-deep|object-path|dot-prop|set-value|dset/;
/** Copy every key of the data, in old versions including `__proto__` and `constructor`. */
const DEEP_MERGES: readonly (readonly [modules: RegExp, members: RegExp])[] = [
  [/^(lodash|lodash-es|underscore)$/, /^(merge|mergeWith|defaultsDeep)$/],
  [/^lodash[./](merge|mergeWith|defaultsDeep)$/, /./],
  [
    /^(deepmerge|merge-deep|deep-extend|extend|merge|just-extend|node\.extend|defaults-deep)$/,
    /^(default|merge|recursive|all)$/,
  ],
];
/** Write one value to a path, which may lead to a prototype; the path is the second argument. */
const DEEP_SETS: readonly (readonly [modules: RegExp, members: RegExp])[] = [
  [/^(lodash|lodash-es|underscore)$/, /^(set|setWith|update|updateWith)$/],
  [/^lodash[./](set|setWith|update|updateWith)$/, /./],
  [/^(object-path|dot-prop|set-value|dset)$/, /^(default|set|setProperty|dset)$/],
];

const messages = {
  keys: '{from} chooses the object that {target} writes to; "__proto__" changes every object. Allow known keys only.',
  path: '{callee} writes to the path {from}, which may lead to "__proto__". Allow known paths only.',
  merge: '{callee} copies every key of {from}, including "__proto__". Validate it or copy known fields only.',
  oldPath: '{callee} writes to the path {from}, which in old versions leads to "__proto__" as well. Allow known paths only.',
  oldMerge: '{callee} copies every key of {from}, in old versions also "__proto__". Validate it or copy known fields only.',
  openMerge: '{name} copies every key of {from}, so "__proto__" in it changes every object. Skip that key.',
  openPath: '{name} follows any key of {from}, so "__proto__" in it changes every object. Refuse that key.',
} as const;

export const rule = defineFileRule({
  meta: {
    id: 'security/prototype-pollution',
    title: 'Prototype pollution',
    severity: 'error',
    // Whether foreign data ever gets there, the file does not show; current versions of the libraries refuse the key.
    recommendedFor: { openMerge: 'info', openPath: 'info', oldMerge: 'info', oldPath: 'info' },
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript'],
    guidelines: ['review §2.3', 'general §3.2', 'review §3.1', 'blocks §9.1'],
    criterion: 'practices',
    blocker: true,
    fixable: false,
    sources: { eslint: ['security/detect-object-injection'], cwe: [1321, 915] },
    docs: {
      what:
        'Keys of a request that lead into an object within an object: a recursive merge of a request, `_.set` and the like with a path from a request, '
        + '`target[a][b] = …` with both keys from one. Also functions of a public interface that merge recursively or follow a path without refusing '
        + '`__proto__`, and what old versions of lodash and others allow: warnings, and information in the profile `recommended`.',
      why:
        'The key `__proto__` leads to the prototype that all objects share. What is written there appears in every object of the program: as a right that '
        + 'nobody was given, a setting, or a crash.',
      fix: 'Refuse `__proto__`, `constructor` and `prototype`, copy known fields one by one, or use a `Map` or `Object.create(null)`.',
      limits:
        'Values are followed within one file only. Merges that make new objects instead of changing the ones they are given, and functions that name one of '
        + 'the keys or check for own properties of their target, are left alone. That a key is copied does not show that data with it can arrive.',
    },
    messages,
  },
  check(file, report) {
    for (const call of file.calls) {
      const draft = call.module !== null && COPIERS.test(call.module) ? judgeCall(file, call) : null;
      if (draft !== null) report(draft);
    }
    if (isCopiedLibrary(file)) return;
    for (const fact of file.deepWrites ?? []) {
      const draft = judgeWrite(file, fact);
      if (draft !== null) report(draft);
    }
  },
});

type Found = DraftOf<typeof messages>;

function judgeCall(file: FileFacts, call: CallFact): Found | null {
  // A framework has checked what it hands to a parameter.
  const sent = (value: ValueFact | undefined): Origin | null => {
    const origin = value === undefined ? null : sentOf(file, value, call.function);
    return origin?.kind === 'request' ? origin : null;
  };
  const at = { span: call.calleeSpan, about: `${placeName(file, call.function)}: ${call.name}`, severity: 'warning' as const };
  if (DEEP_SETS.some(([modules, members]) => isFrom(call, modules, members))) {
    const origin = sent(call.args[1]);
    return origin === null ? null : { ...at, messageId: 'oldPath', data: { callee: call.callee, from: origin.text } };
  }
  if (!DEEP_MERGES.some(([modules, members]) => isFrom(call, modules, members))) return null;
  // `_.merge(request, own)` changes the request alone.
  const copied = /^lodash|^underscore$/.test(call.module!) ? call.args.slice(1) : call.args;
  const origin = copied.map(sent).find((each) => each !== null) ?? null;
  return origin === null ? null : { ...at, messageId: 'oldMerge', data: { callee: call.callee, from: origin.text } };
}

function judgeWrite(file: FileFacts, fact: DeepWriteFact): Found | null {
  const { kind, name, given, key, span } = fact;
  const about = `${placeName(file, fact.function)}: ${kind}`;
  if (kind === 'keys') {
    const origin = key === null ? null : sentOf(file, key, fact.function);
    return origin === null ? null : { messageId: 'keys', data: { from: origin.text, target: name }, span, about };
  }
  const messageId = kind === 'merge' ? 'openMerge' : 'openPath';
  // The call from outside says more than the one by which it calls itself.
  const calls = file.calls.filter((call) => call.name === name).sort((a, b) => Number(a.function === fact.function) - Number(b.function === fact.function));
  const requested = calls
    .flatMap((call) => call.args.map((value) => ({ call, origin: sentOf(file, value, call.function) })))
    .find(({ origin }) => origin !== null);
  if (requested?.origin)
    return {
      messageId: kind === 'merge' ? 'merge' : 'path', data: { callee: requested.call.callee, from: requested.origin.text },
      span: requested.call.calleeSpan, about,
    };
  return isCallable(file, fact.function) ? { messageId, data: { name, from: given }, span, about, severity: 'warning', blocks: false } : null;
}

/** Numbers and text are no keys; what stands in an address arrives as an object too. */
function sentOf(file: FileFacts, value: ValueFact, at: number): Origin | null {
  const origin = sentOrigin(file, value, at);
  return origin !== null && /\b(body|query|params|cookies?|json|searchParams|args|data|form|payload|headers)\b/i.test(origin.text) ? origin : null;
}
