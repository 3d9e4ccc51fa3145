/**
 * Shell commands that are built from values.
 *
 * A shell parses the whole text, so a value that contains `;`, `$( )` or a quote runs as a command
 * of its own. Values passed as a list of arguments never go through a shell.
 */
import type { CallFact, FileFacts, Origin, ValueFact } from '../../facts/file-facts.ts';
import type { Severity } from '../../findings/severity.ts';
import { awaited, FOLLOWED, HANDED } from '../kit/awaited.ts';
import { exposureOf, holderOf, isFrom, judgeGiven, nameOf, passedParams, placeName, propertyOf, type Exposure } from '../kit/exposure.ts';
import { MILDER_IN_SCRIPTS } from '../kit/roles.ts';
import { argument, fullName, isPython, keyword } from '../kit/python.ts';
import { isRunByHand } from '../kit/occasions.ts';
import { onceEach } from '../kit/once-each.ts';
import { defineFileRule } from '../kit/rule.ts';
import { byFacts } from '../kit/sources.ts';

const PROCESS = /^(child_process|child-process-promise|cross-spawn|execa)$/;
const SHELL_COMMANDS: readonly (readonly [modules: RegExp, members: RegExp])[] = [
  [/^child_process$|^child-process-promise$/, /^(exec|execSync)$/],
  [/^execa$/, /^(execaCommand|execaCommandSync|command|commandSync)$/],
  [/^shelljs$/, /^(default\.)?exec$/],
  [/^(sudo-prompt|@vscode\/sudo-prompt)$/, /^exec$/],
  [/^os$/, /^(system|popen)$/],
  [/^subprocess$/, /^(getoutput|getstatusoutput)$/],
  [/^asyncio$/, /^(subprocess\.)?create_subprocess_shell$/],
  [/^(commands|popen2)$/, /^(getoutput|getstatusoutput|popen\d?)$/],
];
const SHELLS = /(^|[\\/])(sh|bash|zsh|dash|ksh|cmd|cmd\.exe|powershell|powershell\.exe|pwsh)$/i;
const SHELL_FLAG = /['"`](-\w*c|\/c|-Command|-EncodedCommand)['"`]/i;
/** Starts programs in Python: through a shell when asked to, or when the program is one. */
const PYTHON_PROCESS = /^subprocess\.(run|call|check_call|check_output|Popen)$/;
const QUOTES = /(^|[.])(shell)?_?(quote|escape)\w*\(\)$|shellescape|shlex|quoteArg|escapeArg|list2cmdline/i;

export const rule = defineFileRule({
  meta: {
    id: 'security/command-injection',
    title: 'Shell command injection',
    severity: 'error',
    roles: MILDER_IN_SCRIPTS,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['general §3.2', 'review §2.3', 'review §3.1', 'review §5', 'blocks §9.1', 'style §9', 'general §8'],
    criterion: 'practices',
    blocker: true,
    fixable: true,
    sources: {
      ruff: byFacts('S602', 'S604', 'S605', 'S609'),
      eslint: ['security/detect-child-process', 'sonarjs/os-command'],
      cwe: [77, 78, 88],
    },
    docs: {
      what:
        'A shell command (`exec`, `execSync`, `spawn` with `shell: true`, `sh -c`, in Python `os.system` and `subprocess` with `shell=True`) that '
        + 'contains a variable value. Request data and parameters of public functions are errors, other values are warnings. In the profile `recommended`, '
        + 'only request data blocks; an argument of a public function that is inserted into a fixed command without quotes is an '
        + 'error where its name says that it is text of others (a name, an address, a query), and all else information.',
      why: 'The shell parses the value as part of the command: a file name such as `a; rm -rf ~` or `$(curl …)` runs as a command of its own.',
      fix:
        'Start the program without a shell and pass the values as a list: `execFile(\'git\', [\'log\', ref])`, `subprocess.run(["git", "log", ref])`. Put '
        + '`--` before values that may begin with a dash.',
      limits:
        FOLLOWED
        + 'Environment variables, the program\'s own arguments, dates, constants of other modules and quoted '
        + 'values are trusted.',
    },
    messages: {
      shell: '{from} is part of a shell command in {callee}. Run the program without a shell and pass a list of arguments.',
      whole: '{callee} runs {from} as a shell command. Start a fixed program and pass a list of arguments.',
      option: '{callee} uses a shell and is given {from}. Run the program without a shell.',
      again: 'Also here.',
      ...HANDED,
    },
  },
  check(file, report) {
    const placesOf = onceEach(file.path);
    for (const call of file.calls) {
      const sink = shellText(call) ?? (isPython(file) ? pythonShell(call) : shellArguments(call));
      if (sink === null) continue;
      const found = sink.values.map((value) => ({ value, exposure: exposureOf(file, value, call.function, { cleans: QUOTES }) }));
      const exposure = worst(found.map((each) => each.exposure));
      if (exposure === null) continue;
      const { value } = found.find((each) => each.exposure === exposure)!;
      const whole = !sink.list && !exposure.assembled;
      const messageId = sink.list ? 'option' : whole ? 'whole' : 'shell';
      const from = nameOf(value, exposure);
      const { span } = sink.values.find((each) => !each.constant) ?? sink.values[0]!;
      // A function that runs the command it is given only passes its callers' command on.
      const severity = whole && exposure.from.kind !== 'request' ? 'warning' : exposure.severity;
      // Windows needs a shell to start what is no program, and who asks for one there names a program and a list.
      const given = judgeGiven(file, call, exposure, sink.list && value.kind !== 'array' ? OF_NO_CONCERN : leftOf(file, call, value, exposure));
      const about = `${placeName(file, call.function)}: ${call.name}`;
      const awaits = exposure.outside ? null : awaited(file, call, value, { cleans: QUOTES });
      if (awaits !== null) report({ messageId, data: { from, callee: call.callee }, span, about, awaits });
      // What callers pass is one decision, however many commands it goes into.
      const related = exposure.outside ? [] : placesOf(`${messageId} ${call.callee} ${from} ${severity} ${given.recommended}`, span);
      if (related === null) continue;
      report({
        messageId, data: { from, callee: call.callee }, span, related, about, severity, ...given,
        fixes: fixesFor(file, call, exposure),
      });
    }
  },
});

/** The argument that a shell reads as a whole. */
function shellText(call: CallFact): { values: ValueFact[]; list: boolean } | null {
  if (!SHELL_COMMANDS.some(([modules, members]) => isFrom(call, modules, members))) return null;
  const [text] = call.args;
  return text === undefined ? null : { values: [text], list: false };
}

/** `run(text, shell=True)` and `run(['sh', '-c', text])`. */
function pythonShell(call: CallFact): { values: ValueFact[]; list: boolean } | null {
  const program = argument(call, 0, 'args');
  if (program === null || !PYTHON_PROCESS.test(fullName(call))) return null;
  if (keyword(call, 'shell')?.text === 'true') return { values: [program], list: false };
  return program.kind === 'array' && /^[[(]\s*['"]([\w/]*\/)?(sh|bash|zsh|dash|cmd|powershell|pwsh)['"],\s*['"](-\w*c|\/c|-Command)['"]/i.test(program.text)
    ? { values: [program], list: true }
    : null;
}

/** `spawn(x, y, { shell: true })` and `spawn('sh', ['-c', x])`. */
function shellArguments(call: CallFact): { values: ValueFact[]; list: boolean } | null {
  if (!isFrom(call, PROCESS, /^(spawn|spawnSync|execFile|execFileSync|sync|execa|execaSync|default)?$/)) return null;
  const [program, list] = call.args;
  if (program === undefined) return null;
  const shell = call.args.map((argument) => propertyOf(argument, 'shell')).find((value) => value !== null);
  if (shell && shell.text !== 'false' && (shell.text === 'true' || shell.kind === 'string')) {
    return { values: call.args.filter((argument) => argument.kind !== 'object' && argument.kind !== 'function'), list: true };
  }
  if (program.kind === 'string' && SHELLS.test(program.text) && list?.kind === 'array' && SHELL_FLAG.test(list.text)) return { values: [list], list: true };
  return null;
}

/** Text is put together in a list of arguments: `['sh', '-c', 'cat ' + name]`. */
const ASSEMBLES = /['"`]\s*[+%]|[+]\s*['"`]|`[^`]*\$\{|\bf['"]|\.format\(/;
/** Part of something that names suggest others have sent. */
const SENT = /^(params|query|form|body|input|payload)[.[]/i;

/** Names text that may come from others; not a program, a folder, a version or a number of this machine's own. */
const OF_OTHERS = new RegExp(
  String.raw`[a-z]Name$|(^|_|[^\w$])((file_?)?name|title|text|query|search|term|input|url|uri|link|user\w*|owner|ref|branch|e?mail|message|subject|`
  + String.raw`content|body|domain|host(name)?)$`,
);

const OF_NO_CONCERN = { ofCallers: 'info', otherwise: 'info' } as const;

/**
 * What is left of a finding whose value does not come from outside. A value inserted into a command of the program's own
 * is likely wrong. Whoever runs a command by hand could run any other.
 */
function leftOf(file: FileFacts, call: CallFact, value: ValueFact, { from, assembled }: Exposure): { ofCallers: Severity; otherwise: Severity } {
  const isWritten = assembled || (value.kind === 'array' && ASSEMBLES.test(value.text));
  if (!isWritten || isRunByHand(file) || isInQuotes(value.text, from.text)) return { ofCallers: 'info', otherwise: 'info' };
  // Callers have found folders, programs, versions and devices themselves.
  const given = value.origins.filter(({ kind }) => kind === 'parameter');
  const isFixed = given.length > 0 && given.every((origin) => isAlwaysFixed(file, call, origin));
  const ofCallers = !OF_OTHERS.test(from.text) || isFixed ? 'info' : 'error';
  return { ofCallers, otherwise: SENT.test(from.text) && file.role !== 'script' ? 'warning' : 'info' };
}

/** The file calls the function itself, each time with a text that is written out. */
function isAlwaysFixed(file: FileFacts, { function: at }: CallFact, { text }: Origin): boolean {
  const holder = file.functions[holderOf(file, text, at)];
  if (holder === undefined || holder.name === '') return false;
  const place = passedParams(holder).findIndex(({ name }) => name === text);
  const callers = file.calls.filter(({ name }) => name === holder.name);
  return place >= 0 && callers.length > 0 && callers.every((caller) => argument(caller, place, text)?.constant === true);
}

/** `chown ${owner} "${path}"`: whoever wrote it thought of spaces in a path of the program's own, and not of attackers. */
function isInQuotes(command: string, name: string): boolean {
  return ['"', "'"].some((quote) => command.includes(`${quote}\${${name}}${quote}`) || command.includes(`${quote}{${name}}${quote}`));
}

function worst(found: (Exposure | null)[]): Exposure | null {
  return found.find((each) => each?.severity === 'error') ?? found.find((each) => each !== null) ?? null;
}

/** Offered only for the synchronous form, whose result is the same without a shell. */
function fixesFor(file: FileFacts, call: CallFact, exposure: Exposure) {
  if (file.language !== 'typescript' && file.language !== 'javascript') return [];
  if (call.module !== 'child_process' || call.name !== 'execSync' || !exposure.assembled) return [];
  return [{ id: 'exec-file', title: 'Run the program without a shell' }];
}
