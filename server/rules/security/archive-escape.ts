/**
 * Archives whose members choose where they are written.
 *
 * The name of a member is part of the archive: `../../.ssh/authorized_keys` leaves the folder that it is unpacked into.
 */
import type { CallFact, FileFacts, FunctionIndex, Origin, ValueFact } from '../../facts/file-facts.ts';
import type { Severity } from '../../findings/severity.ts';
import type { RuleSources } from '../../findings/rule-sources.ts';
import { enclosing } from '../kit/enclosing.ts';
import { isFrom, placeName } from '../kit/exposure.ts';
import { lintMessages, reportLint } from '../kit/lint.ts';
import { isPathChecked, opensPath } from '../kit/path-checks.ts';
import { fullName, isPython, positional } from '../kit/python.ts';
import { MILDER_IN_SCRIPTS } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { judgeArchive, isReceived } from './archive-escape/archives.ts';

/** Give the names of members as the archive has them; `yauzl`, `jszip` since 3.8 and `node-stream-zip` refuse those that climb. */
const UNPACKERS = /^(unzipper|unzip|unzip2|unzip-stream|node-unzip-2|adm-zip|tar-stream|@zip\.js\/zip\.js|node-unrar-js)(\/|$)/;
const MEMBER_NAME = /^(\w*entry|\w*header|\w*member|zip_?(file|item))\.(path|filename|fileName|name)$|^\w+\.(rawE|e)ntryName$/i;
const WRITES = new RegExp(
  String.raw`^(createWriteStream|writeFile|writeFileSync|outputFile|outputFileSync|appendFile|appendFileSync|mkdir|mkdirSync|mkdirp|ensureDir|`
  + String.raw`ensureDirSync|ensureFile|ensureFileSync|symlink|symlinkSync|move|rename)$`,
);
const FILE_MODULES = /^(fs|fs\/promises|fs-extra|graceful-fs|mz\/fs)$/;
const PYTHON_ARCHIVES = /^(zipfile|tarfile|rarfile|py7zr)$/;
const PYTHON_MEMBERS = /\.(namelist|infolist|getmembers|getnames)\(/;
const PYTHON_WRITES = /^(open|io\.open|codecs\.open|os\.(makedirs|mkdir|symlink|rename)|shutil\.move|pathlib\.Path)$/;
const WRITE_MODE = /^[wax]/;

const sources = {
  ruff: {
    S202: { by: 'linter', says: 'The archive can write files outside the folder. Pass filter="data".', severity: 'warning' },
  },
} as const satisfies RuleSources;

export const rule = defineFileRule({
  meta: {
    id: 'security/archive-escape',
    title: 'Archive that leaves its folder',
    severity: 'error',
    roles: MILDER_IN_SCRIPTS,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['general §3.2', 'review §2.3', 'review §3.1', 'blocks §9.1'],
    criterion: 'practices',
    blocker: true,
    fixable: false,
    sources,
    docs: {
      what:
        'Members of an archive that are written under the name that the archive gives them, joined to a folder without a check (`unzipper`, `adm-zip`, '
        + '`tar-stream`, `zip.js`, in Python the names of `zipfile` and `tarfile`), and `tarfile.extractall` without a filter. An error where the archive '
        + 'comes with a request or an upload, and a warning otherwise.',
      why: 'A member named `../../app/server.js` replaces a file outside the folder, so whoever made the archive can change the program that unpacks it.',
      fix:
        'Resolve the path and refuse it unless it still lies in the folder, or use a reader that does so. In Python, pass `filter="data"` to `extractall`.',
      limits:
        'Values are followed within one file only. Readers that refuse such names themselves are left alone. Python archives are found by ruff (S202); not '
        + 'reported are zip archives, whose names Python cleans, and those behind a check of the members or beside a branch that passes a filter. In the '
        + 'profile "recommended" it is a warning only for archives from a request or an upload.',
    },
    messages: {
      ...lintMessages(sources),
      member: '{callee} writes to {from}, as the archive names it, so "../" leaves the folder. Check the resolved path.',
    },
  },
  check(file, report) {
    // A notebook unpacks the archive that its author chose.
    reportLint(file, sources, (draft) => {
      const recommended = judgeArchive(file, draft.span);
      if (recommended !== 'none') report(file.language === 'notebook' ? { ...draft, severity: 'info' } : { ...draft, recommended });
    });
    const python = isPython(file);
    if (!file.imports.some(({ specifier }) => (python ? PYTHON_ARCHIVES : UNPACKERS).test(specifier))) return;
    const reported = new Set<FunctionIndex>();
    for (const call of file.calls) {
      const found = python ? pythonMember(file, call) : memberOf(call);
      // The folder of a member and the member itself are one fault.
      if (found === null || reported.has(call.function) || isPathChecked(file, call, found.value)) continue;
      reported.add(call.function);
      const severity: Severity = isUploaded(file, call.function) ? 'error' : 'warning';
      report({
        messageId: 'member', data: { callee: call.callee, from: found.origin.text }, span: found.value.span,
        about: `${placeName(file, call.function)}: ${call.name}`, severity,
      });
    }
  },
});

interface Member { value: ValueFact; origin: Origin }

function memberOf(call: CallFact): Member | null {
  if (!isFrom(call, FILE_MODULES, /./) || !WRITES.test(call.name)) return null;
  for (const value of call.args.slice(0, 2)) {
    const origin = value.origins.find(({ text }) => MEMBER_NAME.test(text));
    // What stands alone is no name below a folder; it may have been checked where it was made.
    if (origin !== undefined) return { value, origin };
  }
  return null;
}

function pythonMember(file: FileFacts, call: CallFact): Member | null {
  const name = fullName(call) || (call.ownRoot === true ? '' : call.callee);
  // `Path(member.name).suffix` only takes the name apart.
  if (!PYTHON_WRITES.test(name) || (name === 'pathlib.Path' && call.result === 'member' && !opensPath(file, call))) return null;
  const [path, mode] = positional(call);
  if (path === undefined || (/open$/.test(name) && !WRITE_MODE.test(mode?.text ?? ''))) return null;
  const origin = path.origins.find(({ text, kind }) => (kind === 'variable' || kind === 'unknown') && isMember(file, text, call.function));
  return origin === undefined ? null : { value: path, origin };
}

/** The variable of a loop over the members of an archive, or its name. */
function isMember(file: FileFacts, text: string, at: FunctionIndex): boolean {
  const [, root, part] = /^(\w+)(?:\.(filename|name|path))?$/.exec(text) ?? [];
  if (root === undefined) return false;
  const around = new Set([...enclosing(file, at), -1]);
  return file.loops.some(({ iterable, variables, function: holder }) => around.has(holder) && variables.includes(root) && PYTHON_MEMBERS.test(iterable)
    && (part !== undefined) === /infolist|getmembers/.test(iterable));
}

/** The function, or one around it, reads an upload or a request. */
function isUploaded(file: FileFacts, at: FunctionIndex): boolean {
  const around = new Set(enclosing(file, at));
  return file.calls.some((call) => around.has(call.function) && isReceived(call.args));
}
