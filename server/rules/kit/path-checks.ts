/** Whether code opens a path, and looks at it before; shared by the rules about paths and archives. */
import type { CallFact, FileFacts, ValueFact } from '../../facts/file-facts.ts';
import { compareSpans } from '../../text/spans.ts';
import { enclosing } from './enclosing.ts';
import { callersOf } from './tested.ts';

/** Calls in the same function that show the path is checked. */
const CHECKS = new RegExp(
  String.raw`^(startsWith|isPathInside|isInside|isSubPath|isWithin|relative|basename|sanitizeFilename|sanitizePath|safeJoin|`
  + String.raw`safePath|validatePath|assertInside|resolveWithin|ensureInside|startswith|is_relative_to|relative_to|commonpath|`
  + String.raw`commonprefix|secure_filename|safe_join|get_valid_filename|validate_filename|validate_file_name|resolve_within|`
  + String.raw`is_safe_path|_?is_?(within|inside|in|sub|under)_?(cur(rent)?|work(ing)?|own|allowed|media|upload\w*)?_?(dir|folder|path|root|base|target)\w*|`
  + String.raw`_?(is_?[vV]alid|validate|check|assert|ensure|verify)\w*([pP]ath|[fF]ile_?[nN]ame|[fF]older|[dD]irectory))$`,
);

/** `path.normalize(name).replace(/^(\.\.[\/])+/, '')`: what is left cannot climb. */
function cutsClimbing(call: CallFact): boolean {
  return call.name === 'replace' && /^\/\^\(.*\\\.\\\./.test(call.args[0]?.text ?? '') && /normalize|resolve/.test(call.callee);
}

/** `files.includes(name)`, `known.has(`${folder}/${name}`)`, `NAME.test(name)`: only names that are listed, or of one form, get through. */
function isListed(other: CallFact, path: ValueFact): boolean {
  // `providers.find((each) => each.id === name)`: without an entry there is nothing to open.
  if (/^(find|findIndex|some|every)$/.test(other.name)) return other.args[0]?.kind === 'function' && /===? *\w+\s*\)?$|\w+ ===? /.test(other.args[0].text);
  if (!/^(includes|has|indexOf|test)$/.test(other.name)) return false;
  const [asked] = other.args;
  return asked !== undefined && path.origins.some((origin) => origin.kind === 'request' && asked.origins.some((each) => each.text === origin.text));
}

/** `name.includes('..')`, `name.includes('/')`. */
function refusesSeparators(call: CallFact): boolean {
  return /^(includes|indexOf|contains)$/.test(call.name) && /^(\.\.[\\/]?|[\\/])$/.test(call.firstString ?? '');
}

/** A path that is only made, and an archive whose members are looked at once it is open. */
const LOOKED_AT_LATER = /^(Path|ZipFile|TarFile)$/;

/**
 * Whether the code looks at a path before it opens it: the check stands in the same function, in one that calls it, or in one around it, which has made
 * it when the callback runs.
 * @param file with the call
 * @param call that opens the path
 * @param path it opens; absent where only a call that checks paths by its name counts
 */
export function isPathChecked(file: FileFacts, call: CallFact, path?: ValueFact): boolean {
  const around = new Set([call.function, ...enclosing(file, call.function)]);
  const callers = callersOf(file, call.function);
  return file.calls.some(
    (other) =>
      (around.has(other.function) || callers.has(other.function)) &&
      other !== call &&
      (CHECKS.test(other.name) || refusesSeparators(other) || cutsClimbing(other) || (path !== undefined && isListed(other, path))) &&
      (other.span[0] <= call.span[0] || callers.has(other.function) || LOOKED_AT_LATER.test(call.name)),
  );
}

/** Methods of a path object that reach the disk; `suffix`, `stem` and the like only take the name apart. */
const PATH_OPENS = /^(open|read_\w+|write_\w+|unlink|rename|replace|mkdir|rmdir|touch|iterdir|glob|rglob|walk|symlink_to|hardlink_to|chmod)$/;

/** `Path(name).read_text()`, also behind `parent` or `resolve()`. */
export function opensPath(file: FileFacts, { span }: CallFact): boolean {
  return file.calls.some(
    (outer) => outer.span[0] === span[0] && outer.span[1] === span[1] && compareSpans(outer.span, span) > 0 && PATH_OPENS.test(outer.name),
  );
}
