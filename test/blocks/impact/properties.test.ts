/** What holds for the impact of any change, on programs that are made up. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { impactIn } from './impact-in-memory.ts';

const FILES = 7;
/** Runs of each property: each reads a whole program. */
const RUNS = 25;

/** For each file, which of those after it it imports, and how. */
const programs = fc.array(fc.array(fc.constantFrom('none', 'none', 'name', 'all', 'star', 'lazy', 'load'), { minLength: FILES, maxLength: FILES }), {
  minLength: FILES, maxLength: FILES,
});

type How = 'none' | 'name' | 'all' | 'star' | 'lazy' | 'load';

const isImport = (how: string): boolean => how !== 'none';

/** Each file lies in a block of its own; a test for each file imports its function. */
function written(program: readonly (readonly string[])[]): Record<string, string> {
  const files: Record<string, string> = { 'package.json': '{ "devDependencies": { "vitest": "3.0.0" } }\n' };
  for (const [at, links] of program.entries()) {
    const used = links.map((how, to) => ({ how: to > at ? how as How : 'none', to })).filter(({ how }) => isImport(how));
    const head = used.map(({ how, to }) => {
      const from = `'../b${to}/m'`;
      const name = `import { f${to} } from ${from};`;
      return { none: '', lazy: '', name, all: `import * as n${to} from ${from};`, star: `export * from ${from};`, load: `import ${from};` }[how];
    });
    const calls = used.map(({ how, to }) => (
      { none: '', name: `f${to}();`, all: `n${to}.f${to}();`, star: '', load: '', lazy: `void import('../b${to}/m').then((m) => m.f${to}());` }[how]));
    files[`src/b${at}/m.ts`] = `${head.join('\n')}\nexport function f${at}(): number {\n  ${calls.join(' ')}\n  return ${at};\n}\n`;
    files[`test/t${at}.test.ts`] = `import { it, expect } from 'vitest';\nimport { f${at} } from '../src/b${at}/m';\n`
      + `it('runs', () => expect(f${at}()).toBe(${at}));\n`;
  }
  return files;
}

/**
 * Files of which the function does something else once others change as a whole: because they load one of them, or because it calls what does.
 * A module that is only loaded does not call what its functions import when they are called.
 */
function reaching(program: readonly (readonly string[])[], changed: ReadonlySet<number>): Set<number> {
  const loads = new Set(changed);
  const calls = new Set(changed);
  for (let at = FILES - 1; at >= 0; at--) {
    const links = program[at]!.map((how, to) => ({ how, to })).filter(({ how, to }) => to > at && isImport(how));
    if (links.some(({ how, to }) => how !== 'lazy' && loads.has(to))) loads.add(at);
    if (loads.has(at) || links.some(({ how, to }) => /^(name|all|lazy)$/.test(how) && calls.has(to))) calls.add(at);
  }
  return calls;
}

const whole = (changed: Iterable<number>): Record<string, true> => Object.fromEntries([...changed].map((at) => [`src/b${at}/m.ts`, true]));

describe('the impact of any change', () => {
  it('chooses every test that imports a file which changed as a whole', async () => {
    await fc.assert(fc.asyncProperty(programs, fc.nat(FILES - 1), async (program, at) => {
      const { tests } = await impactIn(written(program), whole([at]));
      const expected = [...reaching(program, new Set([at]))].map((each) => `test/t${each}.test.ts`).sort();
      assert.deepEqual(tests.run, expected);
    }), { numRuns: RUNS });
  });

  it('grows with the change', async () => {
    await fc.assert(fc.asyncProperty(programs, fc.nat(FILES - 1), fc.nat(FILES - 1), async (program, one, other) => {
      const files = written(program);
      const change = (at: number): Record<string, string> => ({ [`src/b${at}/m.ts`]: files[`src/b${at}/m.ts`]!.replace('return', 'return 1 +') });
      const less = await impactIn(files, change(one));
      const more = await impactIn(files, { ...change(one), ...change(other) });
      assert.deepEqual(less.tests.run.filter((test) => !more.tests.run.includes(test)), []);
    }), { numRuns: RUNS });
  });

  it('tells with each depth what the smaller one tells', async () => {
    await fc.assert(fc.asyncProperty(programs, fc.nat(FILES - 1), fc.integer({ min: 1, max: 4 }), async (program, at, depth) => {
      const files = written(program);
      const near = await impactIn(files, whole([at]), depth);
      const far = await impactIn(files, whole([at]), depth + 1);
      assert.deepEqual(far.affected.slice(0, near.affected.length), near.affected);
      assert.ok(near.affected.every((each) => each.depth <= depth));
    }), { numRuns: RUNS });
  });
});
