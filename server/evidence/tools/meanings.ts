/** What the codes of other tools mean to us: the matching rule, or their topic. */
import type { Meaning, Topic } from '../../facts/tool-messages.ts';

/** Our rules by the codes of other tools; each rule lists its own. */
export interface RulesByCode {
  /** Codes of ruff and of flake8 with its plug-ins. */
  lint: ReadonlyMap<string, string>;
  /** Rules of ESLint and its plug-ins; the empty name stands for a parse error. */
  eslint: ReadonlyMap<string, string>;
  /** Names of pylint's messages. */
  pylint: ReadonlyMap<string, string>;
  mypy: ReadonlyMap<string, string>;
  /** CWE numbers, without leading zeros. */
  cwe: ReadonlyMap<string, string>;
  /** Parts of the names of single-purpose tools, in lower case. */
  tools: ReadonlyMap<string, string>;
  /** Rules for which other tools may quote a secret in their messages. */
  quotesSecrets: ReadonlySet<string>;
}

/** Faults that none of our rules find and that several tools report under different codes. */
const SHARED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'undefined-local': ['F822', 'F823'],
    'unknown-member': ['attr-defined', 'union-attr', 'no-member', 'E1101'],
    'wrong-arguments': [
      'call-arg',
      'no-value-for-parameter',
      'too-many-function-args',
      'unexpected-keyword-arg',
      'redundant-keyword-arg',
      'E1120',
      'E1121',
      'E1123',
      'E1124',
    ],
    'not-subscriptable': ['index', 'unsubscriptable-object', 'E1136'],
  }).flatMap(([fault, codes]) => codes.map((code): [string, string] => [code, fault])),
);

function ofRule(rule: string, { quotesSecrets }: RulesByCode): Meaning {
  return { fault: rule, rule, topic: null, secret: quotesSecrets.has(rule) };
}

function ofTopic(fault: string, topic: Topic | null): Meaning {
  return { fault, rule: null, topic, secret: false };
}

/** Modules that mypy and pylint did not find: that concerns the machine they ran on, not the code. */
const ENVIRONMENT = new Set(['import', 'import-untyped', 'import-not-found', 'import-error', 'E0401']);

/**
 * Codes of ruff and of flake8 with its plug-ins: `E722`, `S608`, `ANN401`.
 * @param code as the tool writes it
 * @param codes our rules by the codes of other tools
 * @returns our rule for it, or its topic
 */
export function meaningOfLint(code: string, codes: RulesByCode): Meaning {
  const known = codes.lint.get(code);
  if (known !== undefined) return ofRule(known, codes);
  if (SHARED.has(code)) return ofTopic(SHARED.get(code)!, 'types');
  // Tests consist of asserts, and elsewhere they are a habit rather than a vulnerability.
  if (code === 'S101') return ofTopic(code, null);
  return ofTopic(code, /^S\d{3}$/.test(code) ? 'security' : null);
}

/**
 * Codes of bandit, which ruff uses with another letter: `B602` is `S602`.
 * @param code as bandit writes it
 * @param codes our rules by the codes of other tools
 * @returns our rule for it, or its topic
 */
export function meaningOfBandit(code: string, codes: RulesByCode): Meaning {
  return meaningOfLint(code.replace(/^B(?=\d{3}$)/, 'S'), codes);
}

/**
 * Messages of pylint, which have a number and a name; ruff puts `PL` before the number.
 * @param id `C0116`; empty if the report has none
 * @param symbol `missing-function-docstring`; empty if the report has none
 * @param codes our rules by the codes of other tools
 * @returns our rule for it, or its topic
 */
export function meaningOfPylint(id: string, symbol: string, codes: RulesByCode): Meaning {
  const known = codes.pylint.get(symbol) ?? codes.lint.get(`PL${id}`);
  if (known !== undefined) return ofRule(known, codes);
  const shared = SHARED.get(symbol) ?? SHARED.get(id);
  if (shared !== undefined) return ofTopic(shared, 'types');
  if (ENVIRONMENT.has(symbol) || ENVIRONMENT.has(id)) return ofTopic('import', null);
  // pylint's errors are what a type checker finds: missing members, calls that do not match.
  const told = ofTopic(`pylint ${symbol === '' ? id : symbol}`, id.startsWith('E') ? 'types' : null);
  // Its messages quote the duplicated lines.
  return { ...told, secret: symbol === 'duplicate-code' || id === 'R0801' };
}

/**
 * Codes of mypy: `arg-type`, `no-untyped-def`.
 * @param code empty when the report shows none
 * @param codes our rules by the codes of other tools
 * @returns our rule for it, or its topic
 */
export function meaningOfMypy(code: string, codes: RulesByCode): Meaning {
  const known = codes.mypy.get(code);
  if (known !== undefined) return ofRule(known, codes);
  return ofTopic(SHARED.get(code) ?? `mypy ${code}`, ENVIRONMENT.has(code) ? null : 'types');
}

/**
 * Rules of ESLint and its plug-ins.
 * @param rule `no-eval`, `@typescript-eslint/no-explicit-any`; empty if the file could not be parsed
 * @param codes our rules by the codes of other tools
 * @returns our rule for it, or its topic
 */
export function meaningOfEslint(rule: string, codes: RulesByCode): Meaning {
  const known = codes.eslint.get(rule);
  if (known !== undefined) return ofRule(known, codes);
  if (/^@typescript-eslint\/no-unsafe-/.test(rule)) return ofTopic(`eslint ${rule}`, 'types');
  return ofTopic(`eslint ${rule}`, /^(security|no-unsanitized|@microsoft\/sdl)\//.test(rule) ? 'security' : null);
}

/**
 * A result of any tool in SARIF. Known tools are matched by their codes, others by the
 * CWE numbers of their rules.
 * @param tool name of the tool
 * @param code id of the tool's rule
 * @param weaknesses CWE numbers of the rule, without leading zeros
 * @param security whether the tool or the rule is about security
 * @param codes our rules by the codes of other tools
 * @returns our rule for it, or its topic
 */
export function meaningOfResult(tool: string, code: string, weaknesses: readonly string[], security: boolean, codes: RulesByCode): Meaning {
  const name = tool.toLowerCase();
  for (const [part, rule] of codes.tools) if (name.includes(part)) return ofRule(rule, codes);
  if (/^(ruff|flake8)$/i.test(tool)) return meaningOfLint(code, codes);
  if (/^bandit$/i.test(tool)) return meaningOfBandit(code, codes);
  if (/^mypy$/i.test(tool)) return meaningOfMypy(code, codes);
  if (/^pylint$/i.test(tool)) return /^[A-Z]\d{4}$/.test(code) ? meaningOfPylint(code, '', codes) : meaningOfPylint('', code, codes);
  if (/^eslint$/i.test(tool)) return meaningOfEslint(code, codes);
  const named = weaknesses.map((number) => codes.cwe.get(number)).find((rule) => rule !== undefined);
  if (named !== undefined) return ofRule(named, codes);
  const told = ofTopic(`${name} ${code}`, security ? 'security' : null);
  return { ...told, secret: /secret|passw|credential|token|api-?key|private-?key/i.test(code) };
}
