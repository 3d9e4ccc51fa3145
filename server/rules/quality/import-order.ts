/**
 * Imports whose groups are mixed: built-in modules, packages, and the project's own files.
 *
 * Bad, because the head of a file shows at a glance what it depends on, and mixed groups hide that.
 * The order within a group is not judged. Side-effect imports keep their places, and what precedes
 * them is not compared with what follows.
 */
import * as z from 'zod';
import { groupedBy } from '../../text/order.ts';
import type { ImportFact, ImportGroup } from '../../facts/module-facts.ts';
import { compareSpans } from '../../text/spans.ts';
import { lintFixes } from '../kit/lint.ts';
import { isPython } from '../kit/python.ts';
import { GENTLE_OUTSIDE } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import type { RuleSources } from '../../findings/rule-sources.ts';
import { byFactsWithFix } from '../kit/sources.ts';

const IMPORT_GROUPS = ['builtin', 'external', 'internal', 'relative'] as const satisfies readonly ImportGroup[];

const options = z.strictObject({
  order: z.array(z.enum(IMPORT_GROUPS)).default([...IMPORT_GROUPS]).describe('Groups in the expected order. Groups that are left out may appear anywhere.'),
  internal: z.array(z.string()).default([]).describe('Prefixes of specifiers that belong to the project, besides `@/`, `~/` and `#`: `@acme/`.'),
});

type Names = Readonly<Record<ImportGroup, string>>;

const NAMES: Names = { builtin: 'built-in', external: 'external', internal: 'internal', relative: 'relative' };
const PYTHON_NAMES: Names = { builtin: 'standard library', external: 'third-party', internal: 'first-party', relative: 'relative' };

const sources = {
  ruff: byFactsWithFix('Sort the imports', 'I001'),
  eslint: ['sort-imports', 'import/order', 'import-x/order', 'simple-import-sort/imports'],
  pylint: ['wrong-import-order', 'wrong-import-position', 'ungrouped-imports'],
} as const satisfies RuleSources;

export const rule = defineFileRule({
  meta: {
    id: 'quality/import-order',
    title: 'Imports out of order',
    severity: 'info',
    convention: { per: 'files' },
    roles: GENTLE_OUTSIDE,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['general §2.2', 'architecture §4.1', 'review §1.1', 'style §9', 'general §8'],
    criterion: null,
    blocker: false,
    fixable: true,
    options,
    sources,
    docs: {
      what:
        'Imports that are not grouped: built-in modules, packages, project files by an alias, files by a relative path (configurable). One finding per '
        + 'file, at the first misplaced import.',
      why: 'The head of a file shows what it depends on. Mixed groups hide that, and every new import lands somewhere else.',
      fix: 'Sort the imports by group; the quick fix does this and keeps the order within the groups.',
      limits:
        'The order within a group is not judged. Type imports may form their own section, before or after the others. Side-effect imports and other code '
        + 'separate what is compared. Packages of the same workspace count as packages unless `internal` names them.',
    },
    messages: { order: '{specifier} ({group}) is imported after {after} ({afterGroup}). Expected order: {order}.' },
  },
  check(file, report, { order: configured, internal }) {
    const isInternal = ({ group, specifier }: ImportFact): boolean => group !== 'relative' && internal.some((start) => specifier.startsWith(start));
    const groupOf = (each: ImportFact): ImportGroup => (isInternal(each) ? 'internal' : each.group);
    const names = isPython(file) ? PYTHON_NAMES : NAMES;
    for (const run of runsOf(file.imports, (each) => configured.includes(groupOf(each)))) {
      const order = inHabit(configured, run.map(groupOf));
      const groups = (each: ImportFact): number => order.indexOf(groupOf(each));
      const misplaced = firstMisplaced(run, groups);
      if (misplaced === null) continue;
      const [after, found] = misplaced;
      report({
        messageId: 'order',
        data: {
          specifier: found.specifier,
          group: names[order[groups(found)]!],
          after: after.specifier,
          afterGroup: names[order[groups(after)]!],
          order: order.map((each) => names[each]).join(', '),
        },
        span: found.specifierSpan,
        about: 'order of imports',
        fixes: [
          { id: 'sort-imports', title: 'Sort the imports by group', data: { order, internal }, safe: true },
          ...lintFixes(file, sources, found.specifierSpan),
        ],
      });
      return;
    }
  },
});

/** Project files by path and by alias may come in either order if they are not mixed and no order is configured. */
function inHabit(order: readonly ImportGroup[], run: readonly ImportGroup[]): readonly ImportGroup[] {
  const own = run.filter((each) => each === 'internal' || each === 'relative');
  const turns = own.filter((each, index) => index > 0 && each !== own[index - 1]).length;
  const usual = order.length === IMPORT_GROUPS.length && order.every((each, index) => each === IMPORT_GROUPS[index]);
  return usual && turns === 1 && own[0] === 'relative' ? ['builtin', 'external', 'relative', 'internal'] : order;
}

/** Imports that may be reordered, grouped by the section they may move in. */
function runsOf(imports: readonly ImportFact[], isJudged: (each: ImportFact) => boolean): ImportFact[][] {
  const movable = imports.filter((each) => each.run !== undefined && isJudged(each)).sort((a, b) => compareSpans(a.span, b.span));
  return [...groupedBy(movable, ({ run }) => run).values()];
}

/** The first import that follows one of a later group, with that one; null if all is in order. */
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

/** Type imports stand together, before or after all others. */
function isApart(run: readonly ImportFact[]): boolean {
  const changes = run.slice(1).filter((each, index) => each.typeOnly !== run[index]!.typeOnly);
  return changes.length === 1;
}
