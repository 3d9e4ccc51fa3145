/** What stands beside the file that is mutated, so that imports, tests and reports have something to lead to. */
import type { FuzzFile } from './seeds.ts';

const OTHER_TS = `import { one } from './code';
import * as view from './a';
/** Other. */
export function other(): number {
  return one + view.b;
}
`;
const TEST_TS = "import { other } from '../src/other';\nit('is one', () => { if (other() !== 1) throw new Error('not one'); });\n";
const OTHER_PY = `"""Other."""
from shop import code
from . import models


def other(first):
    """Other."""
    return code.one(first) + models.two
`;

const COMPANIONS: readonly FuzzFile[] = [
  { path: 'src/other.ts', text: OTHER_TS }, { path: 'test/other.test.ts', text: TEST_TS }, { path: 'shop/other.py', text: OTHER_PY },
];

/** @returns the folder to review: the file among others */
export function besides(file: FuzzFile): Map<string, string> {
  return new Map([...COMPANIONS, file].map(({ path, text }) => [path, text]));
}
