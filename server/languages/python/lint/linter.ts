/** The linter ruff, compiled to WebAssembly, in this process: loaded once, run on each file. */
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import type * as Ruff from '@astral-sh/ruff-wasm-nodejs';
import type { LintCode } from '../../../facts/adapter.ts';
import type { LintFact } from '../../../facts/file-facts.ts';
import type { SyntaxProblem } from '../../../facts/module-facts.ts';
import type { Span } from '../../../facts/span.ts';
import { wasmFile } from '../wasm-file.ts';
import { DEFAULT_SETTINGS, type LintSettings } from './project-settings.ts';
import type { LintTable } from './lint-table.ts';

export interface LintResult {
  lint: LintFact[];
  syntaxProblems: SyntaxProblem[];
}

/** Their defaults are markers for the framework, created once on purpose. */
const MARKERS = ['fastapi', 'fastapi.params', 'typer'].flatMap((module) =>
  ['Depends', 'Security', 'Query', 'Path', 'Body', 'Form', 'File', 'Header', 'Cookie', 'Option', 'Argument'].map((name) => `${module}.${name}`));
/** Return something immutable, or something that is created on each read. */
const CONSTANTS = [
  ...['finfo', 'iinfo', 'dtype'].map((name) => `numpy.${name}`), ...['device', 'Size', 'finfo', 'iinfo'].map((name) => `torch.${name}`),
  ...[
    'gettext', 'gettext_lazy', 'ngettext_lazy', 'pgettext_lazy', 'npgettext_lazy',
  ].map((name) => `django.utils.translation.${name}`), ...['Q', 'F', 'Value'].map((name) => `django.db.models.${name}`),
];
/** Python's own parser gives up at 200; far beyond that, the linter's would overflow the stack. */
const DEEPEST = 400;

let ruff: typeof Ruff | null = null;
/** By codes and settings: creating one takes as long as linting several hundred kB. */
let linters = new WeakMap<LintTable, Map<string, Ruff.Workspace>>();

/** Await it before `lint`. Compiling the 10 MB takes a moment, so this happens on the first Python file. */
export function loadLinter(): Promise<void> {
  ruff ??= load();
  return Promise.resolve();
}

/** Its script finds the .wasm beside itself, in the package and in the bundle alike; a separate script can be loaded again. */
function load(): typeof Ruff {
  compileOnce();
  const script = wasmFile('@astral-sh/ruff-wasm-nodejs/ruff_wasm.js');
  const require = createRequire(script);
  delete require.cache[require.resolve(script)];
  return require(script) as typeof Ruff;
}

/**
 * Keeps WebAssembly on its baseline compiler. Optimising at run time took longer than all the work it sped up, and
 * 370 MB: without it 11 MB of Python went from 2.5 s to 0.8 s. The parser is a fifth slower. An editor's own Node may
 * have locked its flags and is left alone.
 */
function compileOnce(): void {
  if (process.versions['electron'] !== undefined) return;
  for (const flag of ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering']) setFlagsFromString(flag);
}

/**
 * @param text of a Python file; positions count in UTF-16 code units
 * @param table codes of the rules; only these are linted
 * @param settings of the project; codes that it switches off are left out
 * @returns the linter's findings. Never throws: a crash becomes a problem of the file
 */
export function lint(text: string, table: LintTable, settings: LintSettings = DEFAULT_SETTINGS): LintResult {
  if (settings.excluded) return { lint: [], syntaxProblems: [] };
  if (isTooDeep(text)) return failed('its brackets are nested too deeply');
  try {
    const diagnostics = linterFor(table, settings).check(text) as Ruff.Diagnostic[];
    return sorted(diagnostics, text.split(/\r\n|\n|\r/), new Set(settings.off), table);
  } catch (error) {
    // After a trap its memory may be inconsistent and must not be reused.
    linters = new WeakMap();
    ruff = load();
    return failed(error instanceof RangeError ? 'its expressions are nested too deeply' : error instanceof Error ? error.message : 'no reason given');
  }
}

function failed(why: string): LintResult {
  return { lint: [], syntaxProblems: [{ message: `the linter failed on this file (${why}), so its findings are missing.`, span: [1, 1, 1, 1] }] };
}

function linterFor(table: LintTable, { target, immutable }: LintSettings): Ruff.Workspace {
  if (ruff === null) throw new Error('the linter was used before it was loaded');
  const known = linters.get(table) ?? new Map<string, Ruff.Workspace>();
  linters.set(table, known);
  const key = JSON.stringify([target, immutable]);
  let found = known.get(key);
  if (found === undefined) {
    const options = {
      'target-version': target,
      lint: { select: table.asked, 'flake8-bugbear': { 'extend-immutable-calls': [...MARKERS, ...CONSTANTS, ...immutable] } },
    };
    found = new ruff.Workspace(options, ruff.PositionEncoding.Utf16);
    known.set(key, found);
  }
  return found;
}

function sorted(diagnostics: readonly Ruff.Diagnostic[], lines: readonly string[], off: ReadonlySet<string>, { byCode }: LintTable): LintResult {
  const result: LintResult = { lint: [], syntaxProblems: [] };
  for (const { code, message, start_location: start, end_location: end, fix } of diagnostics) {
    const span: Span = [start.row, start.column, end.row, end.column];
    if (code === null || code === 'invalid-syntax') result.syntaxProblems.push({ message: `${message}.`, span });
    else if (!off.has(code)) {
      const known = byCode.get(code);
      if (known !== undefined) result.lint.push({ engine: 'ruff', code, message, span, fix: fixOf(known, span, fix, lines) });
    }
  }
  return result;
}

/** The linter does not say which of its fixes are safe: the rules list those that are. */
function fixOf({ code, fix: title }: LintCode, span: Span, fix: Ruff.Diagnostic['fix'], lines: readonly string[]): LintFact['fix'] {
  if (title === undefined) return null;
  const lineAt = (line: number): string => lines[line - 1] ?? '';
  // The linter has no span for this one: use the word `except`.
  if (code === 'E722') return { title, edits: [{ span: [span[2], span[3], span[2], span[3]], text: ' Exception', line: lineAt(span[2]) }] };
  if (fix === null || fix.edits.length === 0) return null;
  return { title, edits: fix.edits.map(({ location: from, end_location: to, content }) =>
    ({ span: [from.row, from.column, to.row, to.column], text: content ?? '', line: lineAt(from.row) })) };
}

/** Strings and comments are not excluded, which can only raise the count. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const char = text.charCodeAt(index);
    if (char === 40 || char === 91 || char === 123) {
      if (++depth > DEEPEST) return true;
    } else if ((char === 41 || char === 93 || char === 125) && depth > 0) depth--;
  }
  return false;
}
