/** What the types of a file are made of: whoever compares interfaces may rely on equal surfaces having equal types. */
import assert from 'node:assert/strict';
import { isAmbient, typedSurface } from '../../../server/languages/typescript/collect/typed-surface.ts';
import { parse } from '../../../server/languages/typescript/syntax.ts';
import type { TypedSurface } from '../../../server/facts/module-facts.ts';
import { readPairs } from './fixture.ts';

const surfaceOf = (text: string, path = 'a.ts'): TypedSurface | null => typedSurface(parse(path, text));
const digestOf = (text: string): string => surfaceOf(text)!.digest;

/** Each is left out of the file that stands before it. */
const SAYS_NOTHING: readonly (readonly [what: string, one: string, other: string])[] = [
  ['the body of a function', 'export function f(a: number): number { return a; }', 'export function f(a: number): number { return helper(a); }'],
  ['the body of a method', 'export class A { f(): void {} }', 'export class A { f(): void { this.f(); } }'],
  ['the body of a constructor', 'export class A { a: number; constructor() { this.a = 1; } }', 'export class A { a: number; constructor() { this.a = 2; } }'],
  ['the body of a function in a value', 'export const f = (a: number): number => a;', 'export const f = (a: number): number => a + 1;'],
  ['the value of a constant with a type', 'export const a: number = 1;', 'export const a: number = 2;'],
  ['a default value', 'export function f(a: number = 1): void {}', 'export function f(a: number = 2): void {}'],
  ['what a private field holds', 'export class A { private a = 1; }', "export class A { private a = ''; }"],
  ['what a private method takes', 'export class A { private f(a: number) { return a; } }', "export class A { private f() { return ''; } }"],
  ['what a hidden field holds', 'export class A { #a = 1; }', "export class A { #a = ''; }"],
  ['what is not exported and not mentioned', 'export const a = 1; const b = 2;', 'export const a = 1; function c() {}'],
  ['a comment before a declaration', 'export const a = 1;', '/** About it. */\nexport const a = 1;'],
  ['an import for a body', 'export function f(): void {}', "import { x } from './x';\nexport function f(): void { x(); }"],
  ['an argument of a decorator', 'export class A { a: number }', "import { x } from './x';\nexport class A { a: number }"],
];

const SAYS_SOMETHING: readonly (readonly [what: string, one: string, other: string])[] = [
  ['the body of a function without a type', 'export function f() { return 1; }', "export function f() { return ''; }"],
  ['the value of a constant without a type', 'export const a = 1;', 'export const a = 2;'],
  ['a private field of a class with type parameters', 'export class A<T> { private a: T; }', 'export class A<T> { private a: () => T; }'],
  ['that there is a private field', 'export class A {}', 'export class A { private a = 1; }'],
  ['the constructor that gives a field its type', 'export class A { a; constructor() { this.a = 1; } }',
    "export class A { a; constructor() { this.a = ''; } }"],
  ['a type that is mentioned', 'type T = 1; export const a: T = null!;', 'type T = 2; export const a: T = null!;'],
  ['what is mentioned by what is mentioned', 'type T = 1; type U = T[]; export const a: U = null!;', 'type T = 2; type U = T[]; export const a: U = null!;'],
  ['where a name comes from', "import { T } from './x';\nexport const a: T = 1;", "import { T } from './y';\nexport const a: T = 1;"],
  ['which name it is', "import { T } from './x';\nexport const a: T = 1;", "import { U as T } from './x';\nexport const a: T = 1;"],
  ['a property that is added to a function', 'function f(): void {} export { f };', 'function f(): void {} f.a = 1; export { f };'],
  ['what excludes a type', 'const a: 1 | null = g(); export const b = a;', 'const a: 1 | null = g(); if (a === null) throw 0; export const b = a;'],
  ['what a constant was given that is asked for its type', 'const a: 1 | 2 = 1; export type T = typeof a;', 'const a: 1 | 2 = 2; export type T = typeof a;'],
  ['that it is deprecated', 'export const a = 1;', '/** @deprecated */\nexport const a = 1;'],
  ['a file that is imported for what it does', 'export const a = 1;', "import './x';\nexport const a = 1;"],
];

describe('what the types of a TypeScript file are made of', () => {
  for (const [what, one, other] of SAYS_NOTHING) it(`leaves out ${what}`, () => assert.equal(digestOf(other), digestOf(one)));
  for (const [what, one, other] of SAYS_SOMETHING) it(`holds ${what}`, () => assert.notEqual(digestOf(other), digestOf(one)));

  it('names the imports that types come through, and no others', () => {
    const text = "import { A } from './a';\nimport type { B } from './b';\nimport { c } from './c';\nimport d from './d';\nimport './e';\n"
      + "export * from './f';\nlet other: import('./g').G;\n"
      + "export class X extends A { private d = d; b(): B { return c(other); } h(): import('./h').H { return c(); } }\n";
    assert.deepEqual(surfaceOf(text)!.specifiers, ['./a', './b', './e', './f', './h']);
  });

  it('is the whole text of JavaScript, of what is broken and of what names other files', () => {
    assert.equal(surfaceOf('export const a = 1;', 'a.js'), null);
    for (const text of ['export const =', '/// <reference types="node" />\nexport const a = 1;']) assert.equal(surfaceOf(text), null);
  });

  it('knows what holds in other files', () => {
    const ambient = (text: string): boolean => isAmbient(parse('a.ts', text));
    for (const text of ['declare global { var a: 1; }\nexport {};', 'declare const a: 1;', "declare module 'a' {}\nexport {};"]) assert.ok(ambient(text), text);
    for (const text of ['export const a = 1;', 'run();']) assert.ok(!ambient(text), text);
  });

  it('differs wherever an interface changed', () => {
    for (const { title, before, after, changes } of readPairs().flatMap(({ pairs }) => pairs)) {
      if (changes.length === 0) continue;
      const ofFile = (path: string, text: string): string => (/\.[cm]?tsx?$/.test(path) ? surfaceOf(text, path)?.digest : null) ?? text;
      const all = (files: ReadonlyMap<string, string>): string[] => [...files].map((file) => ofFile(...file)).sort();
      assert.notDeepEqual(all(after), all(before), title);
    }
  });
});
