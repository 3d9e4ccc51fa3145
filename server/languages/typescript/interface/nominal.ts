/**
 * Two copies of a class with private members are different types to the compiler. To compare the classes of two states by
 * what they offer, what is private is taken out of the text and `protected` is opened, at equal length so that places stay.
 */
import { ts } from 'ts-morph';
import { LANGUAGE } from './library.ts';

export interface Nominal {
  /** With spaces in place of what was taken out. */
  text: string;
  /** Ends of members that are protected in truth. */
  protectedEnds: Set<number>;
  /** Ends of constructors that are private in truth. */
  privateEnds: Set<number>;
  /** Names of private members by the end of their class. */
  privates: Map<number, string[]>;
}

/** @param text declarations */
export function openNominal(path: string, text: string): Nominal {
  const found: Nominal = { text, protectedEnds: new Set(), privateEnds: new Set(), privates: new Map() };
  if (!/\b(private|protected)\b|#/.test(text)) return found;
  const file = ts.createSourceFile(path, text, LANGUAGE, false, ts.ScriptKind.TS);
  const cuts: [number, number][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node) || ts.isClassExpression(node)) readClass(node, file, found, cuts);
    ts.forEachChild(node, visit);
  };
  visit(file);
  for (const [start, end] of cuts) found.text = found.text.slice(0, start) + found.text.slice(start, end).replace(/[^\n]/g, ' ') + found.text.slice(end);
  return found;
}

function readClass(node: ts.ClassLikeDeclaration, file: ts.SourceFile, found: Nominal, cuts: [number, number][]): void {
  const names: string[] = [];
  for (const member of node.members) {
    const modifiers = ts.canHaveModifiers(member) ? ts.getModifiers(member) ?? [] : [];
    const hiding = modifiers.find(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword || kind === ts.SyntaxKind.ProtectedKeyword);
    const name = member.name;
    if (name !== undefined && ts.isPrivateIdentifier(name)) {
      names.push(name.text);
      cuts.push([member.getStart(file), member.end]);
    } else if (hiding?.kind === ts.SyntaxKind.PrivateKeyword && !ts.isConstructorDeclaration(member)) {
      const fixed = modifiers.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
      names.push(`${fixed ? 'static ' : ''}${name?.getText(file) ?? ''}`);
      cuts.push([member.getStart(file), member.end]);
    } else if (hiding !== undefined) {
      (hiding.kind === ts.SyntaxKind.PrivateKeyword ? found.privateEnds : found.protectedEnds).add(member.end);
      cuts.push([hiding.getStart(file), hiding.end]);
    }
  }
  if (names.length > 0) found.privates.set(node.end, names);
}
