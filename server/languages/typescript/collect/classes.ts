/** Classes and interfaces: members, what each method uses, what they extend. */
import type { ClassFact, FieldFact, FunctionFact } from '../../../facts/file-facts.ts';
import { touchedMembers } from '../../kit/touched-members.ts';
import { ts, decoratorNames, hasModifier, nameText, type Source } from '../syntax.ts';
import type { Values } from '../values.ts';
import type { Collector, Place } from '../walk.ts';
import { documentationOf, toDocFact } from './docs.ts';
import type { Exported } from './exports.ts';
import { visibilityOf } from './functions.ts';
import type { CodeLines } from './lines.ts';

type ClassNode = ts.ClassLikeDeclaration | ts.InterfaceDeclaration;

export interface ClassCollector extends Collector {
  facts: ClassFact[];
  enter(node: ClassNode, at: Place): number;
  /** Fills in methods once all functions are known. */
  finish(functions: readonly FunctionFact[]): void;
}

/** Describes classes and interfaces. */
export function classCollector(source: Source, values: Values, exported: Exported, lines: CodeLines): ClassCollector {
  const facts: ClassFact[] = [];
  /** Through `this`. */
  const touched = touchedMembers();

  return {
    facts,
    enter(node, at) {
      facts.push(describe(node, at));
      return facts.length - 1;
    },
    on: {
      [ts.SyntaxKind.ThisKeyword]: (node: ts.Node, at: Place) => {
        if (at.class === -1 || at.function === -1) return;
        const parent = node.parent;
        if (ts.isPropertyAccessExpression(parent) && parent.expression === node) touched.note(at, parent.name.text);
        else if (ts.isVariableDeclaration(parent) && ts.isObjectBindingPattern(parent.name)) {
          for (const element of parent.name.elements) touched.note(at, nameText(source, element.propertyName ?? element.name));
        } else if (!ts.isReturnStatement(parent)) touched.note(at, '*');
      },
    },
    finish: (functions) => touched.finish(facts, functions),
  };

  function describe(node: ClassNode, at: Place): ClassFact {
    const name = node.name?.text ?? (ts.isVariableDeclaration(node.parent) ? nameText(source, node.parent.name) : '');
    const isInterface = ts.isInterfaceDeclaration(node);
    const heritage = (token: ts.SyntaxKind): string[] => (node.heritageClauses ?? [])
      .filter((clause) => clause.token === token)
      .flatMap((clause) => clause.types.map((type) => source.shorten(type.expression, 80)));
    return {
      name,
      kind: isInterface ? 'interface' : 'class',
      span: source.span(node),
      nameSpan: source.span(node.name ?? node.getFirstToken(source.file) ?? node),
      public: at.function === -1 && (hasModifier(node, ts.SyntaxKind.ExportKeyword) || exported.locals.has(name)),
      abstract: hasModifier(node, ts.SyntaxKind.AbstractKeyword),
      extends: heritage(ts.SyntaxKind.ExtendsKeyword),
      implements: heritage(ts.SyntaxKind.ImplementsKeyword),
      decorators: decoratorNames(source, node),
      doc: toDocFact(documentationOf(source, ts.isClassExpression(node) && ts.isVariableDeclaration(node.parent) ? node.parent.parent.parent : node)),
      fields: isInterface ? [] : (node as ts.ClassLikeDeclaration).members.flatMap(fieldsOf),
      methods: [],
      codeLines: lines.between(node.getStart(source.file), node.end),
    };
  }

  function fieldsOf(member: ts.ClassElement): FieldFact[] {
    if (ts.isPropertyDeclaration(member)) {
      return [{
        name: nameText(source, member.name),
        span: source.span(member.name),
        type: member.type ? source.shorten(member.type) : null,
        visibility: visibilityOf(member),
        readonly: hasModifier(member, ts.SyntaxKind.ReadonlyKeyword),
        static: hasModifier(member, ts.SyntaxKind.StaticKeyword),
        value: member.initializer ? values.describe(member.initializer, 0) : null,
      }];
    }
    if (!ts.isConstructorDeclaration(member)) return [];
    return member.parameters.filter((each) => ts.isParameterPropertyDeclaration(each, member)).map((each) => ({
      name: nameText(source, each.name),
      span: source.span(each.name),
      type: each.type ? source.shorten(each.type) : null,
      visibility: visibilityOf(each),
      readonly: hasModifier(each, ts.SyntaxKind.ReadonlyKeyword),
      static: false,
      value: null,
    }));
  }
}
