/** What parts of requests reach over the calls of a workspace, held against a plain walk over all of them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { HandFact } from '../../server/facts/module-facts.ts';
import { buildModel } from '../../server/graph/build.ts';
import type { WorkspaceModel } from '../../server/graph/model.ts';
import { isReached, reachedFunctions } from '../../server/graph/reached.ts';
import { allSteps } from '../../server/text/steps.ts';
import { asWritten, moduleFacts } from './modules.ts';

const FILES = 8;
const pathOf = (file: number): string => `f${file}.ts`;

/** A call in a file: from a request, or from the parameter of a function `run` of that file, to `run` of another. */
interface Handed {
  file: number;
  to: number;
  request: boolean;
  /** The property that is read, and the one that holds the value. */
  of: string | null;
  part: string | null;
}

function handFact({ file, to, request, of, part }: Handed, line: number): HandFact {
  return {
    request: request ? `req.query.q${line}` : null, ...(request ? {} : { given: { function: 'run', param: 0, name: 'given', part: of } }),
    to: { specifier: file === to ? null : pathOf(to), through: null, owner: null, name: 'run' }, argument: 0, part, span: [line, 1, line, 9],
  };
}

function modelOf(handed: readonly Handed[], order: readonly number[]): WorkspaceModel {
  const others = Array.from({ length: FILES }, (_, file) => pathOf(file));
  return allSteps(buildModel({
    modules: order.map((file) => moduleFacts(pathOf(file), others.filter((path) => path !== pathOf(file)), {
      hands: handed.flatMap((each, index) => (each.file === file ? [handFact(each, index + 1)] : [])),
    })),
    resolver: asWritten, layers: [], blocks: [], configured: { layers: true, blocks: true },
  }));
}

const AWAITING = new Map(Array.from({ length: FILES }, (_, file) => [pathOf(file), new Set(['run'])]));
const RUN = { param: 0, name: 'given', part: null };

/** Each file with the part that arrives there, after at most so many calls. */
function walked(handed: readonly Handed[], steps: number): Set<string> {
  let states = new Set(handed.filter(({ request }) => request).map(({ to, part }) => `${to} ${part}`));
  for (let step = 1; step < steps; step++) {
    const next = new Set(states);
    for (const state of states) {
      const [file, held] = state.split(' ') as [string, string];
      for (const each of handed) {
        if (each.request || String(each.file) !== file) continue;
        if (each.of !== null && held !== 'null' && held !== each.of) continue;
        next.add(`${each.to} ${each.part ?? (each.of === null ? held : 'null')}`);
      }
    }
    states = next;
  }
  return states;
}

const anyPart = fc.constantFrom(null, null, 'a', 'b');
const file = fc.nat(FILES - 1);
const anyHanded = fc.array(fc.record<Handed>({ file, to: file, request: fc.boolean(), of: anyPart, part: anyPart }), { maxLength: 14 });
const inOrder = Array.from({ length: FILES }, (_, at) => at);

describe('what requests reach', () => {
  it('is what a plain walk over all calls reaches', () => {
    fc.assert(fc.property(anyHanded, (handed) => {
      const reached = reachedFunctions(modelOf(handed, inOrder), AWAITING);
      const arriving = walked(handed, 6);
      for (const at of inOrder) {
        for (const part of [null, 'a', 'b']) {
          const expected = [...arriving].some((state) => {
            const [to, held] = state.split(' ');
            return to === String(at) && (part === null || held === 'null' || held === part);
          });
          const found = reached.get(pathOf(at))?.get('run') ?? [];
          assert.equal(found.some((each) => isReached(each, { ...RUN, part })), expected, `${pathOf(at)} ${part}`);
        }
      }
    }), { numRuns: 500 });
  });

  it('comes with a way that begins at the request and leads from file to file', () => {
    fc.assert(fc.property(anyHanded, (handed) => {
      for (const [path, functions] of reachedFunctions(modelOf(handed, inOrder), AWAITING)) {
        for (const { way, request } of functions.get('run') ?? []) {
          const calls = way.map(({ span }) => handed[span[0] - 1]!);
          assert.equal(calls[0]!.request, true);
          assert.equal(request, `req.query.q${way[0]!.span[0]}`);
          assert.deepEqual(calls.map((each) => pathOf(each.to)), [...way.slice(1).map((place) => place.path), path]);
          assert.deepEqual(calls.map((each) => pathOf(each.file)), way.map((place) => place.path));
          assert.ok(calls.slice(1).every((each) => !each.request));
        }
      }
    }), { numRuns: 300 });
  });

  it('is the same whichever file was read first', () => {
    fc.assert(fc.property(anyHanded, fc.shuffledSubarray(inOrder, { minLength: FILES }), (handed, order) => {
      const plain = reachedFunctions(modelOf(handed, inOrder), AWAITING);
      const shuffled = reachedFunctions(modelOf(handed, order), AWAITING);
      const listed = (all: typeof plain) => [...all].map(([path, functions]) => [path, [...functions]]).sort();
      assert.deepEqual(listed(shuffled), listed(plain));
    }), { numRuns: 200 });
  });

  it('ends after six calls', () => {
    const chain = inOrder.slice(1).map((to): Handed => ({ file: to - 1, to, request: to === 1, of: null, part: null }));
    assert.deepEqual([...reachedFunctions(modelOf(chain, inOrder), AWAITING).keys()], ['f1.ts', 'f2.ts', 'f3.ts', 'f4.ts', 'f5.ts', 'f6.ts']);
  });
});
