/** Which of our rules the codes of other tools stand for. The codes of ruff, which flake8 and bandit share, are in `lint-codes.ts`. */
import { lintCode } from './lint-codes.ts';
import { ESLINT_RULES } from './eslint-codes.ts';
import { PYLINT_SYMBOLS } from './pylint-codes.ts';
import type { Meaning, Topic } from './tool-messages.ts';

const SECRET_RULE = 'security/hardcoded-secret';

/** Faults that no rule of ours finds and that several tools tell of, each by codes of its own. */
const SHARED: ReadonlyMap<string, string> = new Map(Object.entries({
  'undefined-name': ['F821', 'F822', 'F823', 'name-defined', 'undefined-variable', 'E0602'],
  'unknown-member': ['attr-defined', 'union-attr', 'no-member', 'E1101'],
  'wrong-arguments': ['call-arg', 'no-value-for-parameter', 'too-many-function-args', 'unexpected-keyword-arg', 'redundant-keyword-arg', 'E1120', 'E1121', 'E1123', 'E1124'],
  'not-subscriptable': ['index', 'unsubscriptable-object', 'E1136'],
}).flatMap(([fault, codes]) => codes.map((code): [string, string] => [code, fault])));

function ofRule(rule: string): Meaning {
  return { fault: rule, rule, topic: null, secret: rule === SECRET_RULE };
}

function ofTopic(fault: string, topic: Topic | null): Meaning {
  return { fault, rule: null, topic, secret: false };
}

/** Modules that mypy and pylint did not find where they ran: it says something of that machine, not of the code. */
const ENVIRONMENT = new Set(['import', 'import-untyped', 'import-not-found', 'import-error', 'E0401']);

/**
 * Codes of ruff and of flake8 with its plug-ins: `E722`, `S608`, `ANN401`.
 * @param code as the tool writes it
 * @returns our rule for it, or what it is about
 */
export function meaningOfLint(code: string): Meaning {
  const known = lintCode(code);
  if (known !== undefined) return ofRule(known.rule);
  if (SHARED.has(code)) return ofTopic(SHARED.get(code)!, 'types');
  if (code === 'E999' || code === 'invalid-syntax') return ofRule('source/syntax-error');
  // Asserts are what tests are made of; elsewhere they are a habit rather than a hole.
  if (code === 'S101') return ofTopic(code, null);
  return ofTopic(code, /^S\d{3}$/.test(code) ? 'security' : null);
}

/**
 * Codes of bandit, which ruff took over with another letter: `B602` is `S602`.
 * @param code as bandit writes it
 * @returns our rule for it, or what it is about
 */
export function meaningOfBandit(code: string): Meaning {
  return meaningOfLint(code.replace(/^B(?=\d{3}$)/, 'S'));
}

/**
 * Messages of pylint, which have a number and a name; ruff puts `PL` before the number.
 * @param id `C0116`; empty when the report has none
 * @param symbol `missing-function-docstring`; empty when the report has none
 * @returns our rule for it, or what it is about
 */
export function meaningOfPylint(id: string, symbol: string): Meaning {
  const known = PYLINT_SYMBOLS.get(symbol) ?? lintCode(`PL${id}`)?.rule;
  if (known !== undefined) return ofRule(known);
  const shared = SHARED.get(symbol) ?? SHARED.get(id);
  if (shared !== undefined) return ofTopic(shared, 'types');
  if (ENVIRONMENT.has(symbol) || ENVIRONMENT.has(id)) return ofTopic('import', null);
  // What pylint calls an error is what a type checker finds: members that are not there, calls that do not fit.
  const told = ofTopic(`pylint ${symbol === '' ? id : symbol}`, id.startsWith('E') ? 'types' : null);
  // Duplicates are quoted line by line.
  return { ...told, secret: symbol === 'duplicate-code' || id === 'R0801' };
}

/**
 * Codes of mypy: `arg-type`, `no-untyped-def`.
 * @param code empty when the report shows none
 * @returns our rule for it, or what it is about
 */
export function meaningOfMypy(code: string): Meaning {
  if (/^no-untyped-(def|call)$/.test(code)) return ofRule('quality/missing-type');
  if (code === 'explicit-any') return ofRule('quality/explicit-any');
  if (code === 'syntax') return ofRule('source/syntax-error');
  return ofTopic(SHARED.get(code) ?? `mypy ${code}`, ENVIRONMENT.has(code) ? null : 'types');
}

/**
 * Rules of ESLint and its plug-ins.
 * @param rule `no-eval`, `@typescript-eslint/no-explicit-any`; null where the file could not be parsed
 * @returns our rule for it, or what it is about
 */
export function meaningOfEslint(rule: string | null): Meaning {
  if (rule === null) return ofRule('source/syntax-error');
  const known = ESLINT_RULES.get(rule);
  if (known !== undefined) return ofRule(known);
  if (/^@typescript-eslint\/no-unsafe-/.test(rule)) return ofTopic(`eslint ${rule}`, 'types');
  return ofTopic(`eslint ${rule}`, /^(security|no-unsanitized|@microsoft\/sdl)\//.test(rule) ? 'security' : null);
}

/** Weaknesses by their number in the Common Weakness Enumeration, as scanners for security name them. */
const WEAKNESSES: ReadonlyMap<string, string> = new Map(([
  ['security/command-injection', '77', '78', '88'],
  ['security/sql-injection', '89', '564'],
  ['security/code-injection', '94', '95', '96', '1336'],
  ['security/path-traversal', '22', '23', '36', '73'],
  ['security/unsafe-deserialization', '502'],
  ['security/weak-crypto', '326', '327', '328', '330', '338', '916'],
  ['security/insecure-transport', '295', '297', '319'],
  [SECRET_RULE, '259', '312', '321', '798'],
  ['privacy/personal-data-in-log', '359', '532'],
] as const).flatMap(([rule, ...numbers]) => numbers.map((number): [string, string] => [number, rule])));

const SECRET_SCANNER = /gitleaks|trufflehog|detect-secrets|secret/i;

/**
 * A result of any tool in SARIF. Tools that are known by name are taken at their codes, others at the
 * weaknesses that their rules name.
 * @param tool name of the tool
 * @param code id of the tool's rule
 * @param weaknesses numbers that the rule names, without leading noughts
 * @param security the tool or the rule is about security
 * @returns our rule for it, or what it is about
 */
export function meaningOfResult(tool: string, code: string, weaknesses: readonly string[], security: boolean): Meaning {
  if (SECRET_SCANNER.test(tool)) return ofRule(SECRET_RULE);
  if (/^(ruff|flake8)$/i.test(tool)) return meaningOfLint(code);
  if (/^bandit$/i.test(tool)) return meaningOfBandit(code);
  if (/^mypy$/i.test(tool)) return meaningOfMypy(code);
  if (/^pylint$/i.test(tool)) return /^[A-Z]\d{4}$/.test(code) ? meaningOfPylint(code, '') : meaningOfPylint('', code);
  if (/^eslint$/i.test(tool)) return meaningOfEslint(code === '' ? null : code);
  const named = weaknesses.map((number) => WEAKNESSES.get(number)).find((rule) => rule !== undefined);
  if (named !== undefined) return ofRule(named);
  const told = ofTopic(`${tool.toLowerCase()} ${code}`, security ? 'security' : null);
  return { ...told, secret: /secret|passw|credential|token|api-?key|private-?key/i.test(code) };
}
