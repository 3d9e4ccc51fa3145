/**
 * Untrusted data that is deserialized by something that can run code.
 *
 * Such formats can carry functions and types: reading the data runs it.
 */
import type { CallFact, FileFacts, ValueFact } from '../../facts/file-facts.ts';
import { compareSpans } from '../../text/spans.ts';
import { awaited, FOLLOWED, HANDED } from '../kit/awaited.ts';
import { runsUnder } from '../kit/branches.ts';
import { exposureOf, isFrom, nameOf, placeName, propertyOf } from '../kit/exposure.ts';
import type { Severity } from '../../findings/severity.ts';
import { openedPath, openingOf } from './unsafe-deserialization/openings.ts';
import { argument, fullName, isPython, keyword } from '../kit/python.ts';
import { MILDER_IN_SCRIPTS } from '../kit/roles.ts';
import type { Said } from '../kit/messages.ts';
import { defineFileRule } from '../kit/rule.ts';
import { byFacts } from '../kit/sources.ts';
import { provenanceOf, type Provenance } from './unsafe-deserialization/provenance.ts';

/** Formats that can carry code: never for untrusted data. */
const LIVE_FORMATS: readonly (readonly [modules: RegExp, members: RegExp])[] = [
  [/^node-serialize$/, /^unserialize$/],
  [/^(serialize-to-js|serialijse|funcster|cryo|jsonpickle)$/, /^(deserialize|deepDeserialize|parse|decode)$/],
  [/^(pickle|cPickle|_pickle|dill|cloudpickle|marshal)$/, /^(loads?|Unpickler)$/],
  [/^(joblib|sklearn\.externals\.joblib)$/, /^load$/],
  [/^pandas$/, /^read_pickle$/],
  [/^shelve$/, /^open$/],
];
const reads = {
  live: '{callee} can run code contained in {from}. Use a plain format such as JSON and validate it.',
  pythonYaml: '{callee} can create any object that the YAML names. Use yaml.safe_load.',
  torch: '{callee} unpickles {from}, which can run code. Pass weights_only=True.',
  yaml: '{callee} can create functions from the YAML. Use the default schema, or safeLoad in js-yaml 3.',
  binary: '{callee} is not safe for untrusted data such as {from}. Use JSON and validate it.',
} as const;
const messages = { ...reads, ...HANDED } as const;

export const rule = defineFileRule({
  meta: {
    id: 'security/unsafe-deserialization',
    title: 'Unsafe deserialization',
    severity: 'error',
    roles: MILDER_IN_SCRIPTS,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['review §2.3', 'general §3.2', 'review §3.1', 'review §5', 'blocks §9.1', 'style §9', 'general §8'],
    criterion: 'practices',
    blocker: true,
    fixable: false,
    sources: {
      ruff: byFacts('S301', 'S302', 'S506', 'S614'),
      cwe: [502],
    },
    docs: {
      what:
        'Reading data in a format that can carry code (`node-serialize`, `pickle`, `joblib`, `torch.load` without `weights_only`, `yaml.load` without a '
        + 'safe loader, js-yaml with its full schema), and `v8.deserialize` of a request. Request data is an error, other data is a warning. In the profile '
        + '`recommended`, files that the project writes or that a user names, parameters and `torch.load` are information unless the file shows that the data '
        + 'comes from elsewhere: a download, an upload, a message. For `torch.load` a download counts only where others name the repository.',
      why: 'Such a reader does what the data says: it runs functions that came with it, or makes objects of any type.',
      fix: 'Send plain data (`JSON.parse`) and validate it against a schema; pick the known fields of a request one by one.',
      limits:
        FOLLOWED
        + '`yaml.load` is safe since js-yaml 4 and is reported only where the file shows an older version or the '
        + 'full schema.',
    },
    messages,
  },
  check(file, report) {
    const oldYaml = file.calls.some((call) => isFrom(call, /^js-yaml$/, /^(safeLoad|safeDump|safeLoadAll)$/));
    for (const call of file.calls) {
      const found = isPython(file) ? judgePython(file, call) : judge(call, oldYaml);
      if (found === null) continue;
      const value = found.value ?? call.args.find((each) => each.origins.some((origin) => origin.kind === 'request')) ?? call.args[0]!;
      const exposure = exposureOf(file, value, call.function);
      const request = exposure?.from.kind === 'request';
      if (exposure === null || (found.requestOnly && !request)) continue;
      const severity: Severity = request ? found.worst : 'warning';
      // Copied through its own form, as a test whether that works.
      if (/(^|\.)dumps?\(\)$/.test(exposure.from.text)) continue;
      if (!request && isVerified(file, call)) continue;
      const provenance = request || !isPython(file) ? 'outside' : provenanceOf(file, call, value, value.origins);
      if (provenance === 'own') continue;
      const isOwnFile = provenance !== 'outside' && openingOf(file, value, call.function) !== null;
      const about = `${placeName(file, call.function)}: ${call.name}`;
      const awaits = request || found.worst !== 'error' ? null : awaited(file, call, value);
      if (awaits !== null) report({ ...said(found.messageId, call.callee, nameOf(value, exposure)), span: call.calleeSpan, about, awaits });
      // A script converts the files that whoever starts it has chosen.
      const tame = found.tame === true || file.role === 'script' || isOwnCache(file, call, value) || isReaderOfPickles(file, call)
        || isTrusted(found, provenance) || comparesDownloads(file)
        || (found.messageId === 'pythonYaml' && isOwnFile)
        || runsUnder(file, call.span, ({ condition, otherwise }) => otherwise !== true && ASKS.test(condition));
      const recommended: { recommended?: Severity } = !request && tame ? { recommended: 'info' } : {};
      const from = (request || !isPython(file) ? null : fileName(file, call, value)) ?? nameOf(value, exposure);
      report({
        ...said(found.messageId, call.callee, from),
        span: call.calleeSpan,
        about,
        severity,
        ...recommended,
      });
    }
  },
});

/** Somebody has asked for it: `if (options.unsafeLoad)`. */
const ASKS = /^[\w.]*unsafe\w*$/i;

/** `the file args.model` for a handle or an `open()`; null where nothing is opened. */
function fileName(file: FileFacts, call: CallFact, value: ValueFact): string | null {
  const opening = openingOf(file, value, call.function);
  if (opening === null || /\breadl|\.read\(/.test(value.text)) return null;
  const path = openedPath(opening).replace(/\.open$/, '');
  return `the file ${path.length > 40 ? `${path.slice(0, 39)}…` : path}`;
}

function said(messageId: keyof typeof reads, callee: string, from: string): Said<typeof reads> {
  if (messageId === 'pythonYaml' || messageId === 'yaml') return { messageId, data: { callee } };
  return { messageId, data: { callee, from } };
}

interface Found {
  messageId: keyof typeof reads;
  worst: Severity;
  requestOnly: boolean;
  /** The argument that decides; absent where any may. */
  value?: ValueFact;
  /** Creates no objects with side effects any more in current versions. */
  tame?: true;
  /** Its name says what it does. */
  asked?: true;
}

/**
 * Pickles are mostly files that the project itself has written, or that whoever runs it names; `torch.load` reads only weights unless told
 * otherwise, and who tells it has chosen.
 */
function isTrusted({ messageId, asked }: Found, provenance: Provenance): boolean {
  return (messageId === 'live' || messageId === 'torch' || asked === true) && provenance !== 'outside';
}

/** Compares a signature or a digest of the data with the expected one. */
const VERIFIES = new RegExp(
  String.raw`^_*(compare_digest|timingSafeEqual|unsign|verify\w*|check_?(signature|hmac|digest|hash|sum)\w*|validate_?(signature|`
  + String.raw`hmac)\w*)$|(hmac|signature|_sig)_?(ok|valid|matches)?$`,
  'i',
);

/** The file computes digests of what it downloads, which is therefore known. */
function comparesDownloads({ calls }: FileFacts): boolean {
  return calls.some(({ module, name }) => module === 'hashlib' && /^(sha256|sha512|md5|file_digest)$/.test(name))
    && calls.some(({ module }) => /^(urllib(\.request)?|requests|httpx|wget)$/.test(module ?? ''));
}

/** The same function has verified the data before it reads it. */
function isVerified(file: FileFacts, call: CallFact): boolean {
  return file.calls.some((other) => other.function === call.function && other !== call && VERIFIES.test(other.name) && compareSpans(other.span, call.span) < 0);
}

/** A reader of pickles by its name: whoever calls it has chosen the format and the file. */
const READER = /(^|[._])(load|read|un)\w*_?(pickle|pkl)s?$|(^|[._])(pickle|pkl)_?(load|read)\w*$/i;

function isReaderOfPickles(file: FileFacts, call: CallFact): boolean {
  return [placeName(file, call.function), file.path.replace(/^.*\/|\.\w+$/g, '')].some((name) => READER.test(name));
}

/** A cache that the same file also writes: its names say so, and so does a call of the other direction. */
function isOwnCache(file: FileFacts, call: CallFact, value: ValueFact): boolean {
  const names = [value.text, placeName(file, call.function), call.flowsTo ?? '', file.path.slice(file.path.lastIndexOf('/') + 1)];
  if (!names.some((name) => /cache/i.test(name))) return false;
  return file.calls.some(
    (other) => /^(dumps?|save|savez\w*|to_pickle|Pickler|serialize)$/.test(other.name) && (other.module === call.module || other.module === null),
  );
}

/** A loader that makes plain values only, by its name or by the class that it extends in the same file. */
function isSafeLoader(file: FileFacts, name: string): boolean {
  return /Safe|Base/.test(name) || file.classFacts.some((each) => each.name === name && each.extends.some((base) => /Safe|Base/.test(base)));
}

/** Python readers that run code in the data unless told not to. */
function judgePython(file: FileFacts, call: CallFact): Found | null {
  if (call.args.length === 0) return null;
  const live: Found = { messageId: 'live', worst: 'error', requestOnly: false };
  switch (fullName(call)) {
    case 'yaml.load': case 'yaml.load_all': {
      const loader = argument(call, 1, 'Loader');
      if (loader !== null && isSafeLoader(file, loader.text)) return null;
      // A wrapper hands on the loader that its callers chose.
      if (loader === null && keyword(call, '**') !== null) return { ...live, messageId: 'pythonYaml', tame: true };
      return { ...live, messageId: 'pythonYaml', ...loaderSays(loader) };
    }
    case 'yaml.unsafe_load': case 'yaml.unsafe_load_all': return { ...live, messageId: 'pythonYaml', asked: true };
    case 'yaml.full_load': case 'yaml.full_load_all': return { ...live, messageId: 'pythonYaml', tame: true };
    case 'torch.load': {
      // A wrapper hands on what its callers chose, and `**options` may hold the choice.
      if (keyword(call, '**') !== null) return null;
      const choice = keyword(call, 'weights_only');
      return choice !== null && choice.text !== 'false' ? null : { ...live, messageId: 'torch' };
    }
    case 'numpy.load': return keyword(call, 'allow_pickle')?.text === 'true' ? live : null;
    case 'jsonpickle.decode': return live;
    default: return LIVE_FORMATS.some(([modules, members]) => isFrom(call, modules, members)) ? live : null;
  }
}

/** A loader that makes few objects by now, or one that is named by whoever wants all of them. */
function loaderSays(loader: ValueFact | null): Pick<Found, 'tame' | 'asked'> {
  if (loader === null) return {};
  if (/(^|\.)C?(Unsafe)?Loader$/.test(loader.text)) return { asked: true };
  // `FullLoader` creates few kinds of object; one of the project's own, or one that is handed over, creates what it was made for.
  return { tame: true };
}

function judge(call: CallFact, oldYaml: boolean): Found | null {
  if (call.module === null) return null;
  if (LIVE_FORMATS.some(([modules, members]) => isFrom(call, modules, members)))
    return call.args.length === 0 ? null : { messageId: 'live', worst: 'error', requestOnly: false };
  if (isFrom(call, /^js-yaml$/, /^(load|loadAll)$/)) {
    const schema = propertyOf(call.args[1], 'schema') ?? propertyOf(call.args[2], 'schema');
    const full = schema !== null && /FULL_SCHEMA/.test(schema.text);
    return call.args.length > 0 && (full || (oldYaml && schema === null)) ? { messageId: 'yaml', worst: 'error', requestOnly: false } : null;
  }
  if (isFrom(call, /^v8$/, /^deserialize$/) && call.args.length > 0) return { messageId: 'binary', worst: 'warning', requestOnly: true };
  return null;
}
