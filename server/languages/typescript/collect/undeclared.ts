/** Names that a function reads and nothing in sight declares; and the names that a file makes known to all others. */
import type { FunctionFact } from '../../../facts/file-facts.ts';
import type { ModuleFacts } from '../../../facts/module-facts.ts';
import { declaredNames } from '../declared-names.ts';
import { isKnownGlobal } from '../environments.ts';
import { useOf } from '../reads.ts';
import { ts, type Source } from '../syntax.ts';
import type { Collector, Place } from '../walk.ts';
import { announcedNames, globalNames } from './global-names.ts';

export interface UndeclaredCollector extends Collector {
  finish(): Pick<ModuleFacts, 'undeclared' | 'globalNames'>;
}

/** Files that make names while they run, or that something else gives names to. */
const NAMED_ELSEWHERE = new RegExp([
  String.raw`==UserScript==|\beval\(|\bwith \(|new Function\(|Function\.(?:prototype\.)?toString|shelljs/global|\bdeclare global\b|@flow\b|@jsx\b|\bmeteor/`,
  String.raw`unplugin-auto-import|#imports|\/\*\s*(?:eslint-env|jshint|jslint)\b|eslint-disable (?:no-undef|\*\/)|eslint-disable[^\n]*\bno-undef\b`,
  String.raw`__webpack_require__|sourceMappingURL=`,
].join('|'));
/** What keeps the compiler from telling of a name in TypeScript. */
const UNCHECKED = /@ts-(?:nocheck|ignore|expect-error)/;
/** Methods that run a function elsewhere: in a page, in another process. */
const ELSEWHERE = /^(evaluate\w*|\$\$?eval|execute\w*|addInitScript|waitForFunction|runInContext|run|exposeFunction|remote|injectScript|toString|mapReduce)$/;
/** Uses of one name that are looked at. */
const MOST = 50;
/** A file that lacks more names is a part of something that has them. */
const MOST_FORGOTTEN = 4;

/** @param source a file @param around the functions of the file, filled during the walk */
export function undeclaredCollector(source: Source, around: readonly FunctionFact[]): UndeclaredCollector {
  const declared = declaredNames();
  const reads = new Map<string, { node: ts.Identifier; place: string }[]>();
  const silent = new Set<string>();
  const writes: ts.Identifier[] = [];
  let isModule = ts.isExternalModule(source.file);
  if (source.typescript && isModule && !UNCHECKED.test(source.text)) return { finish: () => withGlobals(globalNames(source, isModule)) };
  return {
    each: (node) => declared.note(node),
    on: {
      [ts.SyntaxKind.Identifier]: (node: ts.Identifier, at: Place) => {
        const { text } = node;
        if (text === 'require' || text === 'exports' || text === 'module') isModule ||= isOfCommonJs(node);
        if (isKnownGlobal(text)) return;
        const use = useOf(node);
        if (use === 'tested') silent.add(text);
        else if (use === 'write') writes.push(node);
        else if (use === 'read' && at.function !== -1) {
          const known = reads.get(text) ?? [];
          if (known.length < MOST) reads.set(text, [...known, { node, place: around[at.function]?.name ?? '' }]);
        }
      },
    },
    finish() {
      // Written without a declaration, a name becomes a global one, or fails there already.
      const written = new Set(writes.filter((node) => !declared.holds(node.text, node.getStart(source.file))).map(({ text }) => text));
      return { ...undeclared(written), ...withGlobals([...globalNames(source, isModule), ...written]) };
    },
  };

  function undeclared(written: ReadonlySet<string>): Pick<ModuleFacts, 'undeclared'> {
    if (!isModule || source.file.isDeclarationFile || NAMED_ELSEWHERE.test(source.text)) return {};
    const announced = announcedNames(source.text);
    const found: NonNullable<ModuleFacts['undeclared']> = [];
    for (const [name, uses] of reads) {
      if (silent.has(name) || announced.has(name) || written.has(name)) continue;
      const first = uses.find(({ node }) => !declared.holds(name, node.getStart(source.file)) && isJudged(node));
      if (first === undefined) continue;
      const isElsewhere = declared.has(name);
      found.push({
        name, place: first.place, span: source.span(first.node), ...(isElsewhere ? { elsewhere: true as const } : {}),
        ...(!isElsewhere && (isNamespace(name, uses) || (source.typescript && /^[A-Z]/.test(name))) ? { namespace: true as const } : {}),
      });
    }
    return found.length === 0 || found.length > MOST_FORGOTTEN ? {} : { undeclared: found };
  }

  function isJudged(node: ts.Identifier): boolean {
    if (source.typescript && !isUnchecked(node)) return false;
    for (let inner: ts.Node = node; inner.parent !== undefined; inner = inner.parent) {
      const { parent } = inner;
      if (ts.isCallExpression(parent) && parent.expression !== inner && ts.isPropertyAccessExpression(parent.expression)
        && ELSEWHERE.test(parent.expression.name.text) && (ts.isArrowFunction(inner) || ts.isFunctionExpression(inner))) return false;
    }
    return true;
  }

  /** The compiler says nothing of the file or of the line. */
  function isUnchecked(node: ts.Node): boolean {
    if (/^[^\S\n]*\/\/\s*@ts-nocheck/m.test(source.text.slice(0, 2000))) return true;
    const line = source.lineAt(node.getStart(source.file));
    if (line === 0) return false;
    const above = source.text.slice(source.lineStarts[line - 1], source.lineStarts[line]);
    return /^\s*(?:\/\/|\/\*)\s*@ts-(?:ignore|expect-error)/.test(above);
  }
}

function withGlobals(names: Iterable<string>): Pick<ModuleFacts, 'globalNames'> {
  const made = [...new Set(names)];
  return made.length === 0 ? {} : { globalNames: made.sort().join(' ') };
}

/** `Charts.draw(…)`, as a library is used that a page loads by itself. */
function isNamespace(name: string, uses: readonly { node: ts.Identifier }[]): boolean {
  return /^[A-Z]/.test(name) && uses.every(({ node: { parent } }) => ts.isPropertyAccessExpression(parent));
}

/** `require(…)`, `module.exports`, `exports.name =`. */
function isOfCommonJs({ text, parent }: ts.Identifier): boolean {
  if (text === 'require') {
    return ts.isCallExpression(parent) && parent.expression.getText() === 'require' && parent.arguments[0] !== undefined
      && ts.isStringLiteralLike(parent.arguments[0]);
  }
  if (!ts.isPropertyAccessExpression(parent)) return false;
  return text === 'exports' ? parent.expression.getText() === 'exports' : parent.name.text === 'exports';
}
