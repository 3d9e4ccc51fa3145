/**
 * Imports whose groups are mixed: the platform, packages, and the project's own files.
 *
 * Bad, because the head of a file tells at a glance what it stands on, and mixed groups hide it;
 * with a known order, two people who add an import also do not collide. The order within a group is
 * nobody's business here. Imports for their effects keep their places, and what stands before them
 * is not compared with what stands behind.
 */
import * as z from 'zod';
import { groupedBy } from '../../text/grouped-by.ts';
import type { ImportFact, ImportGroup } from '../../facts/module-facts.ts';
import { compareSpans } from '../../text/spans.ts';
import { lintFixes } from '../kit/lint.ts';
import { GENTLE_OUTSIDE } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import type { RuleSources } from '../../findings/rule-sources.ts';
import { byFactsWithFix } from '../kit/sources.ts';

const IMPORT_GROUPS = ['builtin', 'external', 'internal', 'relative'] as const satisfies readonly ImportGroup[];

const options = z.strictObject({
  order: z.array(z.enum(IMPORT_GROUPS)).default([...IMPORT_GROUPS]).describe('Groups in the order that is wanted. Groups left out may stand anywhere.'),
  internal: z.array(z.string()).default([]).describe('Beginnings of specifiers that mean the project itself, besides `@/`, `~/` and `#`: `@acme/`.'),
});

const NAMES: Readonly<Record<ImportGroup, string>> = { builtin: 'the platform', external: 'a package', internal: 'the project', relative: 'a file nearby' };

const sources = {
  ruff: byFactsWithFix('Sort the imports', 'I001'),
  eslint: ['sort-imports', 'import/order', 'import-x/order', 'simple-import-sort/imports'],
  pylint: ['wrong-import-order', 'wrong-import-position', 'ungrouped-imports'],
} as const satisfies RuleSources;

export const rule = defineFileRule({
  meta: {
    id: 'quality/import-order',
    title: 'Import groups mixed',
    severity: 'info',
    roles: GENTLE_OUTSIDE,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['general §2.2', 'architecture §4.1', 'review §1.1', 'style §9', 'general §8'],
    criterion: null,
    blocker: false,
    fixable: true,
    options,
    sources,
    docs: {
      what: 'Imports out of the order of groups: modules of the platform, packages, the project by an alias, files by a relative path (configurable). Each file gets one finding, at the first import that is out of place.',
      why: 'The head of a file tells what it stands on. Mixed groups hide that, and every addition lands in another place.',
      fix: 'Sort the imports by group; the quick fix does so and leaves the order within the groups alone.',
      limits: 'The order within a group is not judged. Imports of types may stand in a section of their own, before or after the others. Imports for their effects, and other code, keep their places and separate what is compared. Packages of the same workspace count as packages, unless `internal` names them.',
    },
    messages: { order: '{specifier} is {group} and stands after {after}, which is {afterGroup}. Sort the imports: {order}.' },
  },
  check(file, report, { order: configured, internal }) {
    const isInternal = ({ group, specifier }: ImportFact): boolean => group !== 'relative' && internal.some((start) => specifier.startsWith(start));
    const groupOf = (each: ImportFact): ImportGroup => (isInternal(each) ? 'internal' : each.group);
    for (const run of runsOf(file.imports, (each) => configured.includes(groupOf(each)))) {
      const order = inHabit(configured, run.map(groupOf));
      const groups = (each: ImportFact): number => order.indexOf(groupOf(each));
      const misplaced = firstMisplaced(run, groups);
      if (misplaced === null) continue;
      const [after, found] = misplaced;
      report({
        messageId: 'order',
        data: {
          specifier: found.specifier, group: NAMES[order[groups(found)]!], after: after.specifier, afterGroup: NAMES[order[groups(after)]!],
          order: order.map((each) => NAMES[each]).join(', ').replace(/, ([^,]*)$/, ', then $1'),
        },
        span: found.specifierSpan,
        about: 'order of imports',
        fixes: [{ id: 'sort-imports', title: 'Sort the imports by group', data: { order, internal }, safe: true }, ...lintFixes(file, sources, found.specifierSpan)],
      });
      return;
    }
  },
});

/** Own files by a path and by an alias stand in either order, as long as they are kept apart and nobody configured it. */
function inHabit(order: readonly ImportGroup[], run: readonly ImportGroup[]): readonly ImportGroup[] {
  const own = run.filter((each) => each === 'internal' || each === 'relative');
  const turns = own.filter((each, index) => index > 0 && each !== own[index - 1]).length;
  const usual = order.length === IMPORT_GROUPS.length && order.every((each, index) => each === IMPORT_GROUPS[index]);
  return usual && turns === 1 && own[0] === 'relative' ? ['builtin', 'external', 'relative', 'internal'] : order;
}

/** Imports that may change places, in order, by the stretches in which they may. */
function runsOf(imports: readonly ImportFact[], isJudged: (each: ImportFact) => boolean): ImportFact[][] {
  const movable = imports.filter((each) => each.run !== undefined && isJudged(each)).sort((a, b) => compareSpans(a.span, b.span));
  return [...groupedBy(movable, ({ run }) => run).values()];
}

/** The first import that stands after one of a later group, with that one; null when all is in order. */
function firstMisplaced(run: readonly ImportFact[], groups: (each: ImportFact) => number): [after: ImportFact, found: ImportFact] | null {
  const [all, types, values] = [run, run.filter((each) => each.typeOnly), run.filter((each) => !each.typeOnly)].map((each) => disorder(each, groups));
  if (all === null || all === undefined) return null;
  const apart = types === null && values === null && isApart(run);
  return apart ? null : all;
}

function disorder(run: readonly ImportFact[], groups: (each: ImportFact) => number): [ImportFact, ImportFact] | null {
  for (let index = 1; index < run.length; index++) {
    if (groups(run[index]!) < groups(run[index - 1]!)) return [run[index - 1]!, run[index]!];
  }
  return null;
}

/** Imports of types stand together, before or after all others. */
function isApart(run: readonly ImportFact[]): boolean {
  const changes = run.slice(1).filter((each, index) => each.typeOnly !== run[index]!.typeOnly);
  return changes.length === 1;
}
