/**
 * Classes that do the work of several.
 *
 * Bad, because nearly every change ends up in them: no duty can be tested without the rest, and
 * every reader has to understand all of it.
 *
 * Size alone is no fault. A class is reported when it is large and its methods fall into groups
 * that share no field (or do many different kinds of work, judging by their verbs), and when it is
 * small but each of its duties stands alone: one class that validates, trains, saves and notifies.
 * Fields that everything uses, such as a logger, do not connect methods.
 */
import * as z from 'zod';
import type { ClassFact, FileFacts, FunctionFact } from '../../facts/file-facts.ts';
import { dutyOf } from './god-class/duties.ts';
import { firstNames } from '../../text/wording.ts';
import { groupedBy } from '../../text/order.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';

const options = z.strictObject({
  maxMethods: z.number().int().positive().default(20).describe('A class with more methods counts as large.'),
  maxLines: z.number().int().positive().default(300).describe('A class with more lines of code counts as large.'),
  maxDuties: z.number().int().positive().default(3).describe('Number of independent kinds of work that one class may do, whatever its size.'),
});

/** This many kinds of work are too many for a large class, even when they share fields. */
const MANY_DUTIES = 6;
/** A group of methods counts as a part of its own from this size on: methods, and lines of code. */
const PART = 3;
const PART_LINES = 30;
/** What a method that passes on `this` touches: everything. */
const WHOLE = '*';
/** Used everywhere and about nothing: they do not make two methods belong together. */
const EVERYWHERE =
  /^[_#]*(log(ger)?|config(uration)?|options|opts|settings|params|props|metrics|telemetry|tracer|debug|verbose|name|id|context|ctx|emit|on|off|once)$/i;

interface Method {
  name: string;
  uses: readonly string[];
  fn: FunctionFact;
}

export const rule = defineFileRule({
  meta: {
    id: 'architecture/god-class',
    title: 'Class with unrelated duties',
    severity: 'warning',
    recommended: 'info',
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['patterns §4.1', 'general §1.1', 'architecture §2.1', 'architecture §3.1', 'architecture §10', 'blocks §1', 'style §10'],
    criterion: 'cohesion',
    blocker: false,
    fixable: false,
    options,
    docs: {
      what:
        'A large class (more than 20 methods or 300 lines of code, configurable) whose methods fall into groups that share no field, or do six or more '
        + 'different kinds of work. Also a class of any size with more than three kinds of work that share nothing.',
      why: 'Nearly every change ends up in this class. No duty can be tested, reused or replaced without the others.',
      fix: 'Create one class for each group that the finding names, and a small class or function that combines them.',
      limits:
        'The kind of work is read from the verb of a method\'s name; methods belong together when they use the same fields or call each other. A method '
        + 'that passes `this` on belongs to every group. A large class whose methods share the same fields is not reported unless it does very different '
        + 'kinds of work.',
    },
    messages: {
      parts: '{name} ({methods} methods, {lines} lines) consists of {count} groups that share no field: {duties}. Split it.',
      duties: '{name} has {methods} methods and {count} unrelated duties: {duties}. Split it.',
      part: 'First method of the group: {members}.',
    },
  },
  check(file, report, limits) {
    for (const fact of file.classFacts) {
      if (fact.kind !== 'class') continue;
      const methods = methodsOf(file, fact);
      const fault = judge(fact, methods, limits);
      if (fault === null) continue;
      const data = {
        name: fact.name || 'This class',
        methods: methods.length,
        count: fault.groups.length,
        duties: fault.groups.map((group) => group.label).join('; '),
      };
      report({
        ...(fault.kind === 'parts' ? { messageId: fault.kind, data: { ...data, lines: fact.codeLines } } : { messageId: fault.kind, data }),
        span: fact.nameSpan,
        about: fact.name,
        related: fault.groups.map((group) => ({ path: file.path, span: group.first.fn.nameSpan, messageId: 'part', data: { members: group.label } })),
      });
    }
  },
});

/** Methods that do something of their own: no constructor, no accessor, nothing abstract. */
function methodsOf(file: FileFacts, fact: ClassFact): Method[] {
  return fact.methods.flatMap(({ function: index, name, uses }) => {
    const fn = file.functions[index]!;
    const overload = fn.bodySpan === null && !fn.abstract;
    return fn.kind !== 'method' || fn.abstract || overload || fn.name.startsWith('__') ? [] : [{ name, uses, fn }];
  });
}

interface Group {
  label: string;
  first: Method;
}

interface Fault {
  kind: 'parts' | 'duties';
  groups: Group[];
}

function judge(fact: ClassFact, methods: readonly Method[], limits: z.infer<typeof options>): Fault | null {
  const large = methods.length > limits.maxMethods || fact.codeLines > limits.maxLines;
  // Each kind of work is done by one method at least.
  if (!large && methods.length <= limits.maxDuties) return null;
  const groups = connected(methods);
  if (!large && groups.length <= limits.maxDuties) return null;
  const alone = dutyGroups(groups);
  if (alone.length > limits.maxDuties) return { kind: 'duties', groups: alone };
  if (!large) return null;
  const parts = groups.filter((group) => group.length >= PART && linesOf(group) >= PART_LINES && !group.some((method) => method.uses.includes(WHOLE)));
  if (parts.length > 1) return { kind: 'parts', groups: parts.map((group) => ({ label: namesOf(group), first: group[0]! })) };
  const duties = dutyGroups(methods.map((method) => [method]));
  return duties.length >= MANY_DUTIES ? { kind: 'duties', groups: duties } : null;
}

/** Kinds of work, each with the methods that do it. A group that does several kinds counts for none: it holds them together. */
function dutyGroups(groups: readonly (readonly Method[])[]): Group[] {
  const byDuty = new Map<string, Method[]>();
  for (const group of groups) {
    const duties = new Set(group.map((method) => dutyOf(method.name)).filter((duty) => duty !== null));
    if (duties.size !== 1) continue;
    const [duty] = duties;
    byDuty.set(duty!, [...(byDuty.get(duty!) ?? []), ...group]);
  }
  return [...byDuty].map(([duty, members]) => ({ label: `${duty} (${namesOf(members)})`, first: members[0]! }));
}

/** Methods that touch the same field, or call each other, belong together. */
function connected(methods: readonly Method[]): Method[][] {
  const leader = new Map<string, string>();
  const find = (key: string): string => {
    let at = key;
    while (leader.has(at)) at = leader.get(at)!;
    return at;
  };
  for (const { name, uses } of methods) {
    for (const used of uses) {
      if (EVERYWHERE.test(used)) continue;
      const [a, b] = [find(name), find(used)];
      if (a !== b) leader.set(a, b);
    }
  }
  return [...groupedBy(methods, ({ name }) => find(name)).values()];
}

function linesOf(methods: readonly Method[]): number {
  return methods.reduce((sum, method) => sum + method.fn.codeLines, 0);
}

function namesOf(methods: readonly Method[]): string {
  return firstNames([...new Set(methods.map((method) => method.name))]);
}
