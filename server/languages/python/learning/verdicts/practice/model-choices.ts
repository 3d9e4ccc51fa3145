/** Choices that code makes for a model: its settings written into a call as numbers, and the model itself picked by its name. */
import type { FactoryFact, HardcodedFact } from '../../../../../facts/learning-facts.ts';
import { MODEL_CLASS, TUNABLE, TUNED } from '../../knowledge/habits.ts';
import { LIBRARIES } from '../../knowledge/libraries.ts';
import type { Light } from '../../syntax/light-tree.ts';
import { isNumber, type Habits } from './walk.ts';

/** Calls that make or train a model with numbers of their own. */
export function hardcodedIn({ calls }: Habits): HardcodedFact[] {
  return calls.flatMap((call) => {
    const names = [...call.named].filter(([name, value]) => TUNED.test(name) && isNumber(value)).map(([name]) => name);
    if (names.length === 0 || !(TUNABLE.test(call.name) || /\.(fit|train|fit_generator|compile)$/.test(call.name))) return [];
    return [{ span: call.node.span, call: call.last, names }];
  });
}

/** Functions with two or more branches on one word, each of which creates a model. */
export function factoriesIn({ functions, text }: Habits): FactoryFact[] {
  return functions.flatMap((fn) => {
    const nameOf = (each: Light): string => (each.type === 'identifier' ? each.token : each.fields['name']?.token ?? each.children[0]?.token ?? '');
    const parameters = new Set((fn.fields['parameters']?.children ?? []).map(nameOf));
    const classes: string[] = [];
    const visit = (node: Light): void => {
      if (node.type === 'function_definition' && node !== fn) return;
      const condition = node.type === 'if_statement' || node.type === 'elif_clause' ? node.fields['condition'] : undefined;
      if (condition !== undefined && comparesWord(condition, parameters, text)) classes.push(...madeIn(node.fields['consequence'], text));
      const isCase = node.type === 'case_clause' && node.children[0] !== undefined && /^\s*case\s+['"]/.test(text.slice(node.start, node.end));
      if (isCase) classes.push(...madeIn(node.fields['consequence'], text));
      for (const child of node.children) visit(child);
    };
    visit(fn);
    const made = [...new Set(classes)];
    const name = fn.fields['name'];
    return made.length < 2 || name === undefined ? [] : [{ span: name.span, name: name.token, classes: made }];
  });
}

/** `kind == 'svm'`, `self.kind in ('svm', 'svc')`. */
function comparesWord(condition: Light, parameters: ReadonlySet<string>, text: string): boolean {
  const [left, right] = condition.type === 'comparison_operator' ? condition.children : [];
  if (left === undefined || right === undefined || !/^(==|in)$/.test(condition.fields['operators']?.token ?? '')) return false;
  const subject = text.slice(left.start, left.end);
  const isWord = right.type === 'string' || (/^(tuple|list|set)$/.test(right.type) && right.children.every((each) => each.type === 'string'));
  return isWord && parameters.has(/^\w+/.exec(subject)?.[0] ?? '');
}

/** Models that a branch creates itself: returned or assigned, not created in functions it calls. */
function madeIn(block: Light | undefined, text: string): string[] {
  return (block?.children ?? []).flatMap((statement) => {
    const value = statement.type === 'return_statement' ? statement.children[0] : statement.children[0]?.fields['right'];
    const callee = value?.type === 'call' ? value.fields['function'] : undefined;
    const name = callee === undefined ? '' : text.slice(callee.start, callee.end).split('.').at(-1) ?? '';
    return /^[A-Z]/.test(name) && (LIBRARIES.roleOf(name) === 'model' || MODEL_CLASS.test(name)) ? [name] : [];
  });
}
