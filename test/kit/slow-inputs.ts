/** Files that are built to be slow: one construct nested or repeated as often as asked. */

/** What a construct looks like: `open` for each level, `core` within, `close` for each level; `before` and `after` once. */
interface Shape {
  extension: string;
  before?: string;
  open: string;
  core?: string;
  close?: string;
  after?: string;
  /** Between levels, where a line break must be written in another way or changes nothing; ` ` where there can be none. */
  lineBreak?: string;
}

const TYPESCRIPT: Readonly<Record<string, Shape>> = {
  'ts brackets': { extension: 'ts', before: 'export const x = ', open: '(', core: '1', close: ')', after: ';' },
  'ts arrays': { extension: 'ts', before: 'export const x = ', open: '[', core: '1', close: ']', after: ';' },
  'ts objects': { extension: 'ts', before: 'export const x = ', open: '{a:', core: '1', close: '}', after: ';' },
  'ts calls': { extension: 'ts', before: 'export const x = ', open: 'f(', core: '1', close: ')', after: ';' },
  'ts chained calls': { extension: 'ts', before: 'export const x = f', open: '(1)', after: ';' },
  'ts chained members': { extension: 'ts', before: 'export const x = f', open: '.a', after: ';' },
  'ts chained methods': { extension: 'ts', before: 'export const x = f', open: '.map((a) => a)', after: ';' },
  'ts awaited calls': { extension: 'ts', before: 'export const x = ', open: 'await f(', core: '1', close: ')', after: ';' },
  'ts conditionals': { extension: 'ts', before: 'export const x = ', open: 'a ? 1 : ', core: '2', after: ';' },
  'ts conditionals in the middle': { extension: 'ts', before: 'export const x = ', open: 'a ? ', core: '2', close: ' : 3', after: ';' },
  'ts negations': { extension: 'ts', before: 'export const x = ', open: '!', core: 'a', after: ';' },
  'ts string concatenation': { extension: 'ts', before: 'export const x = "a"', open: ' + "b"', after: ';' },
  'ts concatenation with names': { extension: 'ts', before: 'export const x = a', open: ' + b', after: ';' },
  'ts concatenation handed over': { extension: 'ts', before: 'f(a', open: ' + b.c', after: ');' },
  'ts logic': { extension: 'ts', before: 'export const x = a', open: ' && b', after: ';' },
  'ts logic in turn': { extension: 'ts', before: 'export const x = a', open: ' && b || c', after: ';' },
  'ts assignments': { extension: 'ts', before: 'let x; x', open: ' = x', after: ';' },
  'ts powers': { extension: 'ts', before: 'export const x = a', open: ' ** b', after: ';' },
  'ts commas': { extension: 'ts', before: 'export const x = (a', open: ', b', after: ');' },
  'ts templates': { extension: 'ts', before: 'export const x = ', open: '`${', core: '1', close: '}`', after: ';' },
  'ts template parts': { extension: 'ts', before: 'export const x = `', open: '${a}', after: '`;' },
  'ts arrows': { extension: 'ts', before: 'export const x = ', open: '(a) => ', core: '1', after: ';', lineBreak: ' ' },
  'ts arrows with bodies': { extension: 'ts', before: 'export const x = ', open: '() => {', core: '1', close: '}', after: ';' },
  'ts functions': { extension: 'ts', open: 'function f() {', close: '}' },
  'ts classes': { extension: 'ts', open: 'class A { m() {', close: '}}' },
  'ts blocks': { extension: 'ts', open: '{', close: '}' },
  'ts ifs': { extension: 'ts', open: 'if (a) {', close: '}' },
  'ts else ifs': { extension: 'ts', before: 'if (a) {}', open: ' else if (a) {}' },
  'ts loops': { extension: 'ts', open: 'for (;;) {', close: '}' },
  'ts loops over lists': { extension: 'ts', open: 'for (const a of b) {', close: '}' },
  'ts tries': { extension: 'ts', open: 'try {', close: '} catch (e) {}' },
  'ts switches': { extension: 'ts', open: 'switch (a) { case 1: ', close: '}' },
  'ts cases': { extension: 'ts', before: 'switch (a) {', open: 'case 1: b(); ', after: '}' },
  'ts labels': { extension: 'ts', open: 'a: ', core: ';' },
  'ts namespaces': { extension: 'ts', open: 'namespace A {', close: '}' },
  'ts decorators': { extension: 'ts', open: '@a() ', core: 'class A {}' },
  'ts decorators within': { extension: 'ts', open: '@a(class { ', close: ' }) class A {}' },
  'ts unions': { extension: 'ts', before: 'export type X = string', open: ' | A' , after: ';' },
  'ts unions of literals': { extension: 'ts', before: 'export interface X { a: "a"', open: ' | "b"', after: '; }' },
  'ts unions within': { extension: 'ts', before: 'export type X = ', open: 'A | (', core: 'B', close: ')', after: ';' },
  'ts intersections': { extension: 'ts', before: 'export function f(a: A', open: ' & B', after: '): void {}' },
  'ts generics': { extension: 'ts', before: 'export type X = ', open: 'A<', core: 'B', close: ' >', after: ';' },
  'ts generic results': { extension: 'ts', before: 'export function f(): ', open: 'A<', core: 'B', close: ' > ', after: ' { return 1 }' },
  'ts array types': { extension: 'ts', before: 'export type X = A', open: '[]', after: ';', lineBreak: ' ' },
  'ts indexed types': { extension: 'ts', before: 'export type X = A', open: '["a"]', after: ';', lineBreak: ' ' },
  'ts conditional types': { extension: 'ts', before: 'export type X = ', open: 'A extends B ? C : ', core: 'D', after: ';' },
  'ts type operators': { extension: 'ts', before: 'export type X = ', open: 'keyof ', core: 'D', after: ';' },
  'ts object types': { extension: 'ts', before: 'export type X = ', open: '{ a: ', core: 'D', close: '}', after: ';' },
  'ts object types in a parameter': { extension: 'ts', before: 'export function f(a: ', open: '{ a: ', core: 'D', close: '}', after: '): void {}' },
  'ts function types': { extension: 'ts', before: 'export type X = ', open: '(a: A) => ', core: 'D', after: ';' },
  'ts tuples': { extension: 'ts', before: 'export type X = ', open: '[', core: 'D', close: ']', after: ';' },
  'ts qualified names': { extension: 'ts', before: 'export type X = A', open: '.A', after: ';' },
  'ts type assertions': { extension: 'ts', before: 'export const x = a', open: ' as any', after: ';' },
  'ts non-null': { extension: 'ts', before: 'export const x = a', open: '!', after: ';', lineBreak: ' ' },
  'ts patterns': { extension: 'ts', before: 'const ', open: '[', core: 'a', close: ']', after: ' = b;' },
  'ts object patterns': { extension: 'ts', before: 'function f(', open: '{a:', core: 'a', close: '}', after: ') {}' },
  'ts default values': { extension: 'ts', before: 'const x = ', open: '(a = ', core: '1', close: ') => 1', after: ';' },
  'ts parameters': { extension: 'ts', before: 'export function f(', open: 'a: string, ', after: ') {}' },
  'ts arguments': { extension: 'ts', before: 'export const x = f(', open: 'a, ', after: ');' },
  'ts elements': { extension: 'ts', before: 'export const x = [', open: '1, ', after: '];' },
  'ts declarations': { extension: 'ts', open: 'const a = 1; ' },
  'ts one-letter functions': { extension: 'ts', open: 'function f(){} ' },
  'ts exports': { extension: 'ts', before: 'const a = 1; export {', open: ' a as b,', after: '};' },
  'ts imports': { extension: 'ts', open: 'import "./a"; ' },
  'ts imported names': { extension: 'ts', before: 'import { ', open: 'a, ', after: ' } from "./b";' },
  'ts comparisons in a test': { extension: 'ts', before: "it('a', () => {", open: 'a === b; ', after: '});' },
  'ts statements that call': { extension: 'ts', open: 'f(); ' },
  'ts comments on one line': { extension: 'ts', open: '/* a */ ' },
  'ts comment lines': { extension: 'ts', open: '// a\n' },
  'ts documentation': { extension: 'ts', before: '/** ', open: '@param a ', after: '*/ export function f(a) {}' },
  'ts documentation braces': { extension: 'ts', before: '/** @type ', open: '{', core: 'a', close: '}', after: ' */ export const x = 1;' },
  'ts suppressions': { extension: 'ts', open: '// archwright-ignore quality/a: b\n' },
  'ts reassigned': { extension: 'ts', before: 'let s = f(1);\n', open: 's = f(s, s);\n' },
  'ts reassigned in branches': { extension: 'ts', before: 'let s = f(1);\n', open: 'if (a) s = s + s + s;\n' },
  'ts variables in turn': { extension: 'ts', before: 'let a = f(1), b = a;\n', open: 'a = b + a + b + a; b = a + b + a;\n' },
  'ts appended text': { extension: 'ts', before: 'let s = "";\n', open: 's += `a${s}`;\n' },
  'ts handlers': { extension: 'ts', open: 'try { a(); } catch (e) { }\n' },
  'ts loops in turn': { extension: 'ts', open: 'for (const a of b) { c(a); }\n' },
  'ts classes in turn': { extension: 'ts', open: 'class A { a = 1; }\n' },
  'ts methods': { extension: 'ts', before: 'class A {\n', open: '  f(a) { this.a = this.f(a); }\n', after: '}' },
  'ts functions that call': { extension: 'ts', open: 'export function f(a) { return f(a); }\n' },
  'ts tests': { extension: 'ts', before: 'describe("a", () => {\n', open: 'it("a", async () => { expect(await f()).toBe(1); });\n', after: '});' },
  'ts returns': { extension: 'ts', before: 'function f(a) {\n', open: '  if (a) return f(a);\n', after: '}' },
  'ts interfaces': { extension: 'ts', open: 'export interface A { a: string }\n' },
  'ts members': { extension: 'ts', before: 'export interface A {\n', open: '  a: string;\n', after: '}' },
  'ts enums': { extension: 'ts', before: 'export enum A {\n', open: '  A = "a",\n', after: '}' },
  'ts open brackets': { extension: 'ts', before: 'export const x = ', open: '(' },
  'ts closing brackets': { extension: 'ts', open: ')' },
  'ts open braces': { extension: 'ts', open: '{' },
  'ts open angles': { extension: 'ts', before: 'x = a', open: '<a' },
  'ts open templates': { extension: 'ts', before: 'x = ', open: '`${' },
  'ts quotes': { extension: 'ts', open: '"' },
  'ts slashes': { extension: 'ts', open: '/a' },
  'ts spaces': { extension: 'ts', open: ' ', core: 'a' },
  'ts tsx': { extension: 'tsx', before: 'export const x = ', open: '<a>', close: '</a>', after: ';' },
  'ts tsx attributes': { extension: 'tsx', before: 'export const x = <a', open: ' b="c"', after: '/>;' },
  'ts tsx siblings': { extension: 'tsx', before: 'export const x = <a>', open: '<b/>', after: '</a>;' },
  'ts tsx expressions': { extension: 'tsx', before: 'export const x = ', open: '<a b={', core: '1', close: '}/>', after: ';' },
  'js objects': { extension: 'js', before: 'module.exports = ', open: '{a:', core: '1', close: '}', after: ';' },
  'js requires': { extension: 'js', before: 'const x = ', open: 'require(', core: '"a"', close: ')', after: ';' },
  'js exports': { extension: 'js', open: 'exports.a = ', core: '1;' },
  'js callbacks': { extension: 'js', open: 'f(function () {', close: '})' },
  'js promises': { extension: 'js', before: 'f()', open: '.then(() => 1)' },
  'js classes within': { extension: 'js', before: 'const x = ', open: 'class extends ', core: 'A', close: ' {}' },
  'js news': { extension: 'js', before: 'const x = ', open: 'new ', core: 'A' },
  'js spreads': { extension: 'js', before: 'const x = ', open: '[...', core: 'a', close: ']' },
  'js optional': { extension: 'js', before: 'const x = a', open: '?.b' },
  'js yields': { extension: 'js', before: 'function* f() { ', open: 'yield ', core: 'a', after: '}', lineBreak: ' ' },
  'js tagged': { extension: 'js', before: 'const x = a', open: '`b`' },
  'js jsx': { extension: 'jsx', before: 'export const x = ', open: '<>', close: '</>', after: ';' },
};

const CONTINUED = '\\\n';

const PYTHON: Readonly<Record<string, Shape>> = {
  'py brackets': { extension: 'py', before: 'x = ', open: '(', core: '1', close: ')' },
  'py lists': { extension: 'py', before: 'x = ', open: '[', core: '1', close: ']' },
  'py dictionaries': { extension: 'py', before: 'x = ', open: '{1:', core: '1', close: '}' },
  'py calls': { extension: 'py', before: 'x = ', open: 'f(', core: '1', close: ')' },
  'py calls of a library': { extension: 'py', before: 'import pandas as pd\nx = ', open: 'pd.concat(', core: '1', close: ')' },
  'py chained calls': { extension: 'py', before: 'x = (f', open: '(1)', after: ')' },
  'py chained methods': { extension: 'py', before: 'import pandas as pd\nx = (pd.read_csv("a")', open: '.copy()', after: ')' },
  'py chained members': { extension: 'py', before: 'x = (f', open: '.a', after: ')' },
  'py subscripts': { extension: 'py', before: 'x = (f', open: '[1]', after: ')' },
  'py subscripts within': { extension: 'py', before: 'x = ', open: 'f[', core: '1', close: ']' },
  'py conditionals': { extension: 'py', before: 'x = (', open: '1 if a else ', core: '2', after: ')' },
  'py negations': { extension: 'py', before: 'x = (', open: 'not ', core: 'a', after: ')' },
  'py minus': { extension: 'py', before: 'x = (', open: '-', core: 'a', after: ')' },
  'py string concatenation': { extension: 'py', before: 'x = ("a"', open: ' + "b"', after: ')' },
  'py strings in a row': { extension: 'py', before: 'x = ("a"', open: ' "b"', after: ')' },
  'py additions': { extension: 'py', before: 'x = (a', open: ' + b', after: ')' },
  'py additions handed over': { extension: 'py', before: 'f(a', open: ' + b', after: ')' },
  'py additions of entries': { extension: 'py', before: 'x = "".join(f(a["b"]', open: ' + a["b"]', after: '))' },
  'py replacements': { extension: 'py', before: 'f(a + b', open: '.replace("x", c)', after: ')' },
  'py additions unbracketed': { extension: 'py', before: 'x = a', open: ' + b', lineBreak: CONTINUED },
  'py powers': { extension: 'py', before: 'x = (a', open: ' ** b', after: ')' },
  'py logic': { extension: 'py', before: 'x = (a', open: ' and b', after: ')' },
  'py comparisons': { extension: 'py', before: 'x = (a', open: ' < b', after: ')' },
  'py assignments': { extension: 'py', before: 'x', open: ' = x', lineBreak: CONTINUED },
  'py lambdas': { extension: 'py', before: 'x = (', open: 'lambda a: ', core: '1', after: ')' },
  'py lambda defaults': { extension: 'py', before: 'x = ', open: '(lambda a=', core: '1', close: ': 1)' },
  'py f-strings': { extension: 'py', before: 'x = ', open: 'f"{', core: '1', close: '}"', lineBreak: ' ' },
  'py f-string parts': { extension: 'py', before: 'x = f"""', open: '{a}', after: '"""' },
  'py f-string formats': { extension: 'py', before: 'x = f"""', open: '{a:', core: '1', close: '}', after: '"""' },
  'py comprehensions': { extension: 'py', before: 'x = ', open: '[', core: 'a', close: ' for a in b]' },
  'py comprehensions in the source': { extension: 'py', before: 'x = ', open: '[a for a in ', core: 'b', close: ']' },
  'py comprehension clauses': { extension: 'py', before: 'x = [a', open: ' for a in b', after: ']' },
  'py comprehension conditions': { extension: 'py', before: 'x = [a for a in b', open: ' if a', after: ']' },
  'py decorators': { extension: 'py', open: '@a\n', core: 'def f(): pass' },
  'py decorator arguments': { extension: 'py', before: '@a(', open: '(', core: '1', close: ')', after: ')\ndef f(): pass' },
  'py functions': { extension: 'py', open: 'def f(): pass\n' },
  'py statements on one line': { extension: 'py', open: 'a = 1; ', lineBreak: '\n' },
  'py calls on one line': { extension: 'py', open: 'f(); ', lineBreak: '\n' },
  'py one-line ifs': { extension: 'py', before: 'if a: pass\n', open: 'elif a: pass\n' },
  'py unions': { extension: 'py', before: 'def f(a: (A', open: ' | B', after: ')) -> None: pass' },
  'py generic types': { extension: 'py', before: 'def f(a: ', open: 'list[', core: 'B', close: ']', after: ') -> None: pass' },
  'py types in quotes': { extension: 'py', before: 'def f(a: """', open: 'list[', core: 'B', close: ']', after: '""") -> None: pass' },
  'py parameters': { extension: 'py', before: 'def f(', open: 'a=1, ', after: '): pass' },
  'py arguments': { extension: 'py', before: 'x = f(', open: 'a, ', after: ')' },
  'py keywords': { extension: 'py', before: 'x = f(', open: 'a=1, ', after: ')' },
  'py elements': { extension: 'py', before: 'x = [', open: '1, ', after: ']' },
  'py imported names': { extension: 'py', before: 'from a import (', open: 'b, ', after: ')' },
  'py imports': { extension: 'py', before: 'import a', open: ', a', lineBreak: CONTINUED },
  'py import dots': { extension: 'py', before: 'from ', open: '.', after: ' import a', lineBreak: ' ' },
  'py import path': { extension: 'py', before: 'import a', open: '.a', lineBreak: ' ' },
  'py unpacking': { extension: 'py', open: '(', core: 'a', close: ',)', after: ' = b' },
  'py starred': { extension: 'py', before: 'x = [', open: '*', core: 'a', after: ']' },
  'py awaits': { extension: 'py', before: 'async def f(): x = (', open: 'await ', core: 'a', after: ')' },
  'py walrus': { extension: 'py', before: 'x = ', open: '(a := ', core: '1', close: ')' },
  'py matches': { extension: 'py', before: 'match a:\n  case ', open: '[', core: '1', close: ']', after: ': pass' },
  'py alternatives': { extension: 'py', before: 'match a:\n  case (1', open: ' | 2', after: '): pass' },
  'py global names': { extension: 'py', before: 'def f():\n  global a', open: ', a', lineBreak: CONTINUED },
  'py dels': { extension: 'py', before: 'del a', open: ', a', lineBreak: CONTINUED },
  'py withs': { extension: 'py', before: 'with (a', open: ', a', after: '): pass' },
  'py bases': { extension: 'py', before: 'class A(', open: 'B, ', after: '): pass' },
  'py docstring': { extension: 'py', before: 'def f(a):\n  """A.\n\n  Args:\n', open: '    a: b\n', after: '  """' },
  'py comment lines': { extension: 'py', open: '# a\n' },
  'py comments of code': { extension: 'py', open: '# a = f(1)\n' },
  'py suppressions': { extension: 'py', open: '# archwright-ignore quality/a: b\n' },
  'py open brackets': { extension: 'py', before: 'x = ', open: '(' },
  'py closing brackets': { extension: 'py', open: ')' },
  'py open f-strings': { extension: 'py', before: 'x = ', open: 'f"{', lineBreak: ' ' },
  'py quotes': { extension: 'py', open: '"' , lineBreak: ' ' },
  'py triple quotes': { extension: 'py', open: '"""', lineBreak: ' ' },
  'py backslashes': { extension: 'py', open: '\\\n', core: 'a = 1' },
  'py backslashes and spaces': { extension: 'py', open: '\\\n  \n', core: 'a = 1' },
  'py appended text': { extension: 'py', before: 's = ""\n', open: 's += "a" + s\n' },
  'py reassigned': { extension: 'py', before: 's = f(1)\n', open: 's = f(s, s)\n' },
  'py reassigned in branches': { extension: 'py', before: 's = f(1)\n', open: 'if a:\n  s = s + s + s\n' },
  'py variables in turn': { extension: 'py', before: 'a = f(1)\nb = a\n', open: 'a = b + a + b + a\nb = a + b + a\n' },
  'py blank lines': { extension: 'py', open: '\n', core: 'a = 1' },
  'py blank lines after an error': { extension: 'py', before: 'a = = 1', open: '\n' },
  'py formatted in turn': { extension: 'py', before: 's = "a"\n', open: 's = f"{s}{s}" % s\n' },
  'py loops': { extension: 'py', open: 'for a in b: c(a)\n' },
  'py handlers': { extension: 'py', open: 'try: a()\nexcept B: pass\n' },
  'py handlers of one try': { extension: 'py', before: 'try: a()\n', open: 'except B: pass\n' },
  'py classes': { extension: 'py', open: 'class A: pass\n' },
  'py methods': { extension: 'py', before: 'class A:\n', open: '  def f(self): self.a = self.f()\n' },
  'py functions that call': { extension: 'py', open: 'def f(a): return f(a)\n' },
  'py tests': { extension: 'py', open: 'def test_a(): assert f() == 1\n' },
  'py returns': { extension: 'py', before: 'def f(a):\n', open: '  if a: return f(a)\n' },
  'py unknown': { extension: 'py', open: '? ' },
  'py at signs': { extension: 'py', open: '@' },
  'py reads of a table': { extension: 'py', before: 'import pandas as pd\ndf = pd.read_csv("a")\n', open: 'df = df.copy()\n' },
  'py joined tables': { extension: 'py', before: 'import pandas as pd\ndf = pd.read_csv("a")\n', open: 'df = pd.concat([df, df])\n' },
  'py models': {
    extension: 'py',
    before: 'from sklearn.linear_model import Ridge\nfrom sklearn.model_selection import train_test_split\nimport pandas as pd\ndf = pd.read_csv("a")\n',
    open: 'a, b = train_test_split(df)\nRidge().fit(a, a)\n',
  },
};

const OTHERS: Readonly<Record<string, Shape>> = {
  'json arrays': { extension: 'json', open: '[', core: '1', close: ']' },
  'json objects': { extension: 'json', open: '{"a":', core: '1', close: '}' },
  'json members': { extension: 'json', before: '{"z":1', open: ',"a":1', after: '}' },
  'json open': { extension: 'json', open: '[' },
  'json settings': { extension: 'jsonc', before: '{"blocks":', open: '{"a":', core: '1', close: '}', after: '}' },
  'yaml flow': { extension: 'yaml', before: 'a: ', open: '[', core: '1', close: ']' },
  'yaml flow maps': { extension: 'yaml', before: 'a: ', open: '{a: ', core: '1', close: '}' },
  'yaml open': { extension: 'yaml', before: 'a: ', open: '[' },
  'yaml list': { extension: 'yaml', open: '- ', core: 'a', lineBreak: ' ' },
  'yaml keys': { extension: 'yaml', open: 'a: 1\n' },
  'yaml anchors': { extension: 'yaml', before: 'a: &a [1]\nb: [', open: '*a, ', after: ']' },
  'compose flow': { extension: 'compose', before: 'services:\n  a:\n    image: a\n    environment: ', open: '[', core: '1', close: ']' },
  'compose services': { extension: 'compose', before: 'services:\n', open: '  a: { image: a }\n' },
  'dockerfile runs': { extension: 'dockerfile', before: 'FROM a\n', open: 'RUN a\n' },
  'dockerfile continued': { extension: 'dockerfile', before: 'FROM a\nRUN a', open: ' && a', lineBreak: CONTINUED },
  'dockerfile backslashes': { extension: 'dockerfile', before: 'FROM a\nRUN a ', open: '\\\n', core: 'b' },
  'dockerfile stages': { extension: 'dockerfile', open: 'FROM a AS b\n' },
  'dockerfile variables': { extension: 'dockerfile', before: 'FROM a\nENV', open: ' a=b', lineBreak: CONTINUED },
  'dockerfile quotes': { extension: 'dockerfile', before: 'FROM a\nRUN ', open: '"', lineBreak: CONTINUED },
  'dockerfile braces': { extension: 'dockerfile', before: 'FROM ', open: '${a:-', close: '}', lineBreak: '' },
  'env names': { extension: 'env', open: 'A=b\n' },
  'toml arrays': { extension: 'toml', before: 'a = ', open: '[', core: '1', close: ']' },
};

/** Source of one Python file or cell becomes a notebook. */
const NOTEBOOKS = [
  'py brackets', 'py calls', 'py chained methods', 'py string concatenation', 'py additions', 'py f-strings', 'py comprehensions', 'py conditionals',
  'py statements on one line', 'py functions', 'py open brackets', 'py reads of a table',
];

const SHAPES: Readonly<Record<string, Shape>> = { ...TYPESCRIPT, ...PYTHON, ...OTHERS };

/** How many levels stand on one line. A file with longer lines counts as minified and is not read. */
const A_LINE = 12;

function written({ before = '', open, core = '', close = '', after = '', lineBreak = '\n' }: Shape, levels: number): string {
  const many = (piece: string): string => {
    const line = piece.repeat(A_LINE) + (piece.endsWith('\n') ? '' : lineBreak);
    return line.repeat(Math.floor(levels / A_LINE)) + piece.repeat(levels % A_LINE);
  };
  return `${before}${many(open)}${core}${close === '' ? '' : many(close)}${after}\n`;
}

/** Everything on one line, and enough empty lines that it does not count as minified. */
function onOneLine(shape: Shape, levels: number): string {
  const line = written({ ...shape, lineBreak: '' }, levels);
  return line + '\n'.repeat(Math.ceil(line.length / 300));
}

function notebook(code: string, cells: number): string {
  const cell = { cell_type: 'code', execution_count: null, metadata: {}, outputs: [], source: code.split(/(?<=\n)/) };
  return JSON.stringify({ cells: Array.from({ length: cells }, () => cell), metadata: {}, nbformat: 4, nbformat_minor: 5 });
}

function deepNotebook(levels: number): string {
  return notebook('x = 1\n', 1).replace('"metadata":{}', `"metadata":{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`);
}

const NAMES: Readonly<Record<string, string>> = { dockerfile: 'Dockerfile', compose: 'docker-compose.yml', env: '.env' };

function fileOf({ extension }: Shape): string {
  return NAMES[extension] ?? `slow.${extension}`;
}

export interface SlowInput {
  /** The construct, in words. */
  name: string;
  /** Name of the file. */
  file: string;
  text: string;
}

/** @returns every construct, `levels` deep or often, over many lines */
export function slowInputs(levels: number): SlowInput[] {
  const plain = Object.entries(SHAPES).map(([name, shape]) => ({ name, file: fileOf(shape), text: written(shape, levels) }));
  const books = NOTEBOOKS.map((name) => ({ name: name.replace('py', 'notebook'), file: 'slow.ipynb', text: notebook(written(PYTHON[name]!, levels), 1) }));
  return [
    ...plain, ...books,
    { name: 'notebook cells', file: 'slow.ipynb', text: notebook('x = 1\n', levels) },
    { name: 'notebook data', file: 'slow.ipynb', text: deepNotebook(levels) },
  ];
}

/** @returns every construct, `levels` deep or often, on one line */
export function slowLines(levels: number): SlowInput[] {
  return Object.entries(SHAPES).filter(([, { open }]) => !open.includes('\n')).map(([name, shape]) =>
    ({ name: `${name}, one line`, file: fileOf(shape), text: onOneLine(shape, levels) }));
}
