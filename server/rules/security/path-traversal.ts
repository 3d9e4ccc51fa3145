/**
 * Files that are opened under a name from a request.
 *
 * `../../etc/passwd` is a name too: it gives access to any file that the program can read, or
 * overwrites one.
 */
import type { CallFact, FileFacts, ValueFact } from '../../facts/file-facts.ts';
import { awaited, FOLLOWED, HANDED, ON_ITS_WAY } from '../kit/awaited.ts';
import { isFrom, isPartOfRequest, openOrigins, placeName, propertyOf, throughCallers } from '../kit/exposure.ts';
import { fullName, isPython, keyword, positional } from '../kit/python.ts';
import { isRoutedElsewhere } from '../kit/routes.ts';
import { MILDER_IN_SCRIPTS } from '../kit/roles.ts';
import { isPathChecked, opensPath } from '../kit/path-checks.ts';
import { isKeptUpload } from '../kit/uploads.ts';
import { isNearRequests } from '../kit/surroundings.ts';
import { defineFileRule } from '../kit/rule.ts';
import type { RuleSources } from '../../findings/rule-sources.ts';

const FILE_MODULES = /^(fs|fs\/promises|fs-extra|graceful-fs|mz\/fs|memfs|original-fs|rimraf|del|unzipper|adm-zip|send)$/;
const FILE_MEMBERS = new RegExp(
  String.raw`^(access|appendFile|chmod|chown|copy|copyFile|cp|createReadStream|createWriteStream|createFile|ensureDir|ensureFile|`
  + String.raw`exists|lstat|mkdir|mkdirp|mkdtemp|move|open|opendir|outputFile|outputJson|pathExists|readFile|readJson|readJSON|`
  + String.raw`readdir|readlink|realpath|remove|rename|rm|rmdir|stat|symlink|link|truncate|unlink|utimes|watch|writeFile|writeJson|`
  + String.raw`writeJSON|rimraf|default)(Sync)?$`,
);
const RUNTIME_CALLS = /^(Bun\.(file|write)|Deno\.(readFile|readTextFile|writeFile|writeTextFile|open|remove|readDir)(Sync)?)$/;
const PYTHON_FILES = new RegExp(
  String.raw`^((io|codecs|gzip|bz2|lzma|tarfile|zipfile)\.(open|TarFile|ZipFile|GzipFile)|open|os\.(open|remove|unlink|rename|`
  + String.raw`replace|listdir|scandir|mkdir|makedirs|rmdir|removedirs|chmod|link|symlink|truncate|walk)|shutil\.(copy|copy2|`
  + String.raw`copyfile|copytree|move|rmtree)|flask\.send_file|(fastapi|starlette)\.responses\.FileResponse|`
  + String.raw`django\.http\.FileResponse|aiofiles\.open|pandas\.read_\w+|numpy\.(load|save))$`,
);
const CLEANS = /basename|sanitiz|safe|clean|slug|within|inside|validate|check|assert|hash|uuid|digest/i;

const sources = {
  eslint: ['security/detect-non-literal-fs-filename'],
  cwe: [22, 23, 36, 73],
} as const satisfies RuleSources;

export const rule = defineFileRule({
  meta: {
    id: 'security/path-traversal',
    title: 'Path traversal',
    severity: 'error',
    roles: MILDER_IN_SCRIPTS,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['general §3.2', 'review §2.3', 'review §3.1', 'review §5', 'blocks §9.1', 'style §9', 'general §8'],
    criterion: 'practices',
    blocker: true,
    fixable: false,
    sources,
    docs: {
      what:
        'A call that reads, writes, sends or removes a file (`fs`, `fs-extra`, `sendFile`, `download`, `Bun.file`) under a path that contains request '
        + 'data, also after `path.join` or `path.resolve`, which do not stop `..`; in Python `open`, `os`, `shutil`, `Path` and `send_file`. As '
        + 'information, also a public function that appends an unchecked parameter to a fixed folder (`f"/models/{name}"`).',
      why: 'A name such as `../../etc/passwd` leaves the folder, so the sender can read or replace any file that the program can reach.',
      fix:
        'Resolve the path and reject it unless it still starts with the folder, take `path.basename` of the name, or look the file up by an id. For '
        + '`sendFile`, set the option `root`.',
      limits:
        FOLLOWED
        + 'A call of `startsWith`, `relative` or a function with such a purpose in its name, in the same '
        + 'function or one around it, counts as the check. A request that is handed on as a whole is not followed. In the profile `recommended` a part of '
        + 'a route (`req.params`) is a warning where the routes stand in another file, which may check it, and what another file passes on is information.',
    },
    messages: {
      parameter: '{from} is used unchecked in the path {start}…, so "../" can leave the folder. Check it or take its basename.',
      open: '{from} decides which file {callee} opens, so "../" can leave the folder. Check the resolved path or take its basename.',
      ...HANDED,
    },
  },
  check(file, report) {
    for (const call of file.calls) {
      const paths = isPython(file) ? pythonPathsOf(file, call) : pathsOf(call);
      const path = paths
        .map((value) => ({ value, origin: requestedName(file, call, value) }))
        .find((each) => each.origin !== null);
      const named = path === undefined ? namedByParameter(file, call) : null;
      if (named !== null)
        report({
          messageId: 'parameter',
          data: { from: named.from, start: named.start },
          span: named.value.span,
          about: `${placeName(file, call.function)}: ${call.name} ${named.from}`,
          severity: 'info',
        });
      const given = path === undefined ? pathFromOutside(file, call, paths) : null;
      if (given !== null) report(given);
      if (path === undefined || isPathChecked(file, call, path.value) || isCheckedParameter(file, path.origin!)) continue;
      report({
        messageId: 'open',
        data: { from: path.origin!, callee: call.callee },
        span: path.value.span,
        about: `${placeName(file, call.function)}: ${call.name}`,
        ...(PROBES.test(call.name) ? { recommended: 'info' as const } : isRoutedElsewhere(file, call.function, path.origin!) ? ROUTED_ELSEWHERE : {}),
      });
    }
  },
});

/** A path that is given to the function: nothing to report, unless another file hands a part of a request to it. */
function pathFromOutside(file: FileFacts, call: CallFact, paths: readonly ValueFact[]) {
  for (const value of paths) {
    const awaits = awaited(file, call, value, { cleans: CLEANS });
    if (awaits === null || isCalledUpload(value) || PROBES.test(call.name) || isPathChecked(file, call, value)) continue;
    return {
      messageId: 'open' as const, data: { from: value.text, callee: call.callee }, span: value.span,
      about: `${placeName(file, call.function)}: ${call.name}`, ...ON_ITS_WAY, awaits,
    };
  }
  return null;
}

/** The arguments that are paths of files. */
function pathsOf(call: CallFact): ValueFact[] {
  const file = isFrom(call, FILE_MODULES, FILE_MEMBERS);
  const answers = /^(res|response|reply|ctx|c)(\.\w+\(\))?\.(sendFile|sendfile|download)$/.test(call.callee);
  if (!file && !answers && !RUNTIME_CALLS.test(call.callee)) return [];
  const [first, second] = call.args;
  if (first === undefined) return [];
  if (file) return second !== undefined && /^(copy|cp|move|rename|link|symlink)/.test(call.name) ? [first, second] : [first];
  if (!answers) return [first];
  return !call.args.slice(1).some((argument) => propertyOf(argument, 'root') !== null) ? [first] : [];
}

/** Opens, reads, sends or removes the file that the first argument names; a second path counts too. */
function pythonPathsOf(file: FileFacts, call: CallFact): ValueFact[] {
  const [first, second] = positional(call);
  const whole = fullName(call) || (call.ownRoot === true ? '' : call.callee);
  // A path object alone opens nothing; a method called on it does.
  if (whole === 'pathlib.Path') return call.result === 'member' && opensPath(file, call) ? [...positional(call)] : [];
  if (first !== undefined && PYTHON_FILES.test(whole))
    return second !== undefined && /copy|move|rename|replace|link$/.test(whole) ? [first, second] : [first];
  // `upload.save(path)` writes to the path it is given; `record.file.save(name, content)` of Django takes the base of the name.
  const isSaved = call.name === 'save' && second === undefined && keyword(call, 'save') === null;
  if (first !== undefined && isSaved && /path|join|dir|folder|file/i.test(first.text)) return [first];
  return [];
}

/** A part of the route, and the routes stand in another file: there the framework can refuse the name before this code runs. */
const ROUTED_ELSEWHERE = { recommended: 'warning', blocks: false } as const;

/** `app.param('id', check)`: nothing goes on to a route before the check. */
function isCheckedParameter(file: FileFacts, origin: string): boolean {
  const name = /\bparams(?:\.|\[['"])(\w+)/.exec(origin)?.[1];
  return name !== undefined && file.calls.some((call) => call.name === 'param' && call.firstString === name && call.args.length > 1);
}

/** Where an upload is stored was chosen by the server, by the name that it has there. */
function isCalledUpload({ kind, text }: ValueFact): boolean {
  return kind === 'member' && /files?\b.*\.(path|filepath|tempFilePath|destination)$/i.test(text);
}

function requestedName(file: FileFacts, call: CallFact, value: ValueFact): string | null {
  if (isCalledUpload(value) || (isPython(file) && isUploadItself(value))) return null;
  const origin = throughCallers(file, openOrigins(value, { cleans: CLEANS }), call.function, { cleans: CLEANS })
    // Handed on as a whole, as to find a folder, a request shows nothing that its sender wrote.
    .find(isPartOfRequest);
  if (origin === undefined || (isPython(file) && /^req\b/.test(origin.text) && !isNearRequests(file))) return null;
  return isKeptUpload(origin.text) ? null : origin.text;
}

/** `read_csv(request.files["file"])`: the upload is read as it arrives, and has no path. */
function isUploadItself({ kind, text, origins }: ValueFact): boolean {
  const isWhole = kind === 'identifier' || /^(request|req)\.(files|FILES)[[.]/.test(text);
  return isWhole && origins.length > 0 && origins.every((origin) => UPLOAD.test(origin.text) && !origin.text.endsWith('.filename'));
}

const UPLOAD = /\b(files|FILES)(\.get\([^()]*\)|\[[^\]]*\]|\.\w+)$/;

/** Opens the file at a path: `open`, `load_model`, `readFileSync`. */
const OPENS = /^(open|load|read|create_?read|send_?file|unlink|remove|rmtree|rm)/i;

/** `f"/models/{name}"`, where a public function takes the name as text and never checks it. */
function namedByParameter(file: FileFacts, call: CallFact): { from: string; start: string; value: ValueFact } | null {
  const at = file.functions[call.function];
  if (at === undefined || !at.public || !OPENS.test(call.name)) return null;
  const [value] = call.args;
  const [start, varying] = value?.kind === 'template' ? value.pieces ?? [] : [];
  const [origin, ...others] = value?.origins ?? [];
  if (
    value === undefined ||
    typeof start !== 'string' ||
    !/^\/(?!proc\/|sys\/|dev\/|api\/)[\w./-]+\/$/.test(start) ||
    varying !== null ||
    origin?.kind !== 'parameter' ||
    origin.bounded === true ||
    others.length > 0
  )
    return null;
  const parameter = at.params.find(({ name }) => name === origin.text);
  if (parameter === undefined || (parameter.type !== null && !/^(str|string|any|Any)$/.test(parameter.type))) return null;
  // A check may be a comparison, a raised error, or a call that takes the name.
  const looksAtIt =
    at.complexity > 1 ||
    at.throws.length > 0 ||
    isPathChecked(file, call) ||
    file.calls.some((other) => other !== call && other.function === call.function && other.args.some((each) => each.text === origin.text));
  return looksAtIt ? null : { from: origin.text, start, value };
}

/** Only looks whether a file is there; the call that opens it is judged itself. */
const PROBES = /^(exists|existsSync|pathExists(Sync)?|access(Sync)?|l?stat(Sync)?|isfile|isdir|is_file|is_dir)$/;
