/**
 * Blocks that no test imports.
 *
 * Bad, because a block is the unit that is built, reviewed and rolled back, and without a test
 * nobody knows whether it still works after a change. An import counts directly or through a face
 * that re-exports names; where a block is only such a face, so does an import of what it
 * re-exports. A block that tests reach only through another block is information, and so is one
 * that was inferred from folders. One that the coverage report shows to run is not reported.
 */
import { originOf } from '../../graph/exports.ts';
import type { Block, ModuleEdge, ModuleNode, WorkspaceModel } from '../../graph/model.ts';
import type { Evidence } from '../../findings/evidence.ts';
import { defineGraphRule } from '../kit/rule.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';

export const rule = defineGraphRule({
  meta: {
    id: 'testing/untested-block',
    title: 'Block without a test',
    severity: 'warning',
    recommended: 'info',
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['blocks §3.1', 'review §2.4', 'review §3.1', 'architecture §10', 'architecture §11', 'architecture §7.2', 'style §10'],
    criterion: 'coverage-and-quality',
    blocker: true,
    fixable: false,
    docs: {
      what:
        'A block with functions or classes that no test file imports, directly or through a file that re-exports its names. As information: a block that '
        + 'tests reach only through another block, and a block that was inferred from folders.',
      why: 'After a change nobody can tell whether the block still works.',
      fix:
        'Write a test that imports the block through its face and checks its behaviour. With the severity `error`, a block without tests also stops '
        + 'approval.',
      limits:
        'It sees imports. A test that starts the built program counts only through a coverage report. Blocks of types only need no test. A block that is '
        + 'only a face counts as tested when a test imports what it re-exports.',
    },
    messages: {
      untested: 'No test imports block "{block}" ({files}). Test its public interface.',
      indirect: 'Tests reach block "{block}" ({files}) only through other blocks. Test it directly.',
    },
  },
  check({ model, evidence }, report) {
    const tested = testedFiles(model);
    const reached = reachedFrom(model, tested);
    for (const block of model.blocks.values()) {
      const logic = filesWithLogic(model, block);
      if (logic.length === 0 || block.state === 'pending' || block.state === 'deprecated') continue;
      if (block.files.some((path) => tested.has(path)) || passesOnTested(model, logic, block, tested) || runs(evidence, block)) continue;
      const indirect = block.files.some((path) => reached.has(path));
      report(placeOf(block, logic), {
        messageId: indirect ? 'indirect' : 'untested',
        data: { block: block.id, files: logic.length === 1 ? '1 file' : `${logic.length} files` },
        span: [1, 1, 1, 1],
        about: block.id,
        ...(indirect || block.inferred ? { severity: 'info' as const } : {}),
      });
    }
  },
});

function filesWithLogic(model: WorkspaceModel, block: Block): ModuleNode[] {
  return block.files.map((path) => model.modules.get(path)!).filter(({ facts }) => {
    const { functions, publicItems, classes } = facts.metrics;
    return facts.role === 'source' && functions + publicItems + classes > 0;
  });
}

/** The face where it has code of its own, else the first file that has. */
function placeOf(block: Block, logic: readonly ModuleNode[]): string {
  return (logic.find((module) => block.face?.includes(module.path)) ?? logic[0]!).path;
}

function runs({ coverage }: Evidence, block: Block): boolean {
  return block.files.some((path) => (coverage?.files.get(path)?.covered ?? 0) > 0);
}

/** Files that a test imports, and files that the imported names come from. */
function testedFiles(model: WorkspaceModel): Set<string> {
  const tested = new Set<string>();
  for (const module of model.modules.values()) {
    if (module.facts.role !== 'test' && module.facts.role !== 'fixture') continue;
    for (const edge of model.edgesFrom.get(module.path) ?? []) {
      if (edge.typeOnly) continue;
      tested.add(edge.to);
      for (const origin of originsOf(model, edge)) tested.add(origin);
    }
  }
  return tested;
}

function originsOf(model: WorkspaceModel, edge: ModuleEdge): string[] {
  const names = edge.imports.flatMap((fact) => (fact.typeOnly ? [] : fact.names.filter((name) => !name.typeOnly).map((name) => name.imported)));
  const whole = names.includes('*') || names.length === 0;
  const wanted = whole ? (model.modules.get(edge.to)?.facts.exports ?? []).map((each) => each.name) : names;
  const direct = wanted.flatMap((name) => (name === '*' ? [] : originOf(model, edge.to, name)?.path ?? []));
  return whole ? [...direct, ...passedOn(model, edge.to, new Set())] : direct;
}

/** All of the block's code stands in its face, and what the face passes on is tested where it is declared. */
function passesOnTested(model: WorkspaceModel, logic: readonly ModuleNode[], block: Block, tested: ReadonlySet<string>): boolean {
  // A block of one file is its own face, whatever the file is called.
  const faces = block.face ?? (block.files.length === 1 ? block.files : []);
  return logic.every(({ path }) => faces.includes(path)) && faces.some((path) => {
    const named = (model.modules.get(path)?.facts.exports ?? []).flatMap(({ name }) => (name === '*' ? [] : originOf(model, path, name)?.path ?? []));
    return [...named, ...passedOn(model, path, new Set())].some((part) => part !== path && tested.has(part));
  });
}

/** Files that a face passes on as a whole, however far. */
function passedOn(model: WorkspaceModel, face: string, seen: Set<string>): string[] {
  if (seen.has(face)) return [];
  seen.add(face);
  const onward = (model.edgesFrom.get(face) ?? []).filter((edge) => edge.imports.some((fact) => fact.kind === 're-export' && !fact.typeOnly));
  return onward.flatMap((edge) => [edge.to, ...passedOn(model, edge.to, seen)]);
}

function reachedFrom(model: WorkspaceModel, starts: ReadonlySet<string>): Set<string> {
  const reached = new Set(starts);
  const open = [...starts];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    for (const edge of model.edgesFrom.get(path) ?? []) {
      if (edge.typeOnly || reached.has(edge.to)) continue;
      reached.add(edge.to);
      open.push(edge.to);
    }
  }
  return reached;
}
