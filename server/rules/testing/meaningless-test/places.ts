/** Files whose tests are not meant to check what the code does when it runs. */
import { isTypeTest } from '../../kit/type-tests.ts';

const BENCHMARK = /(^|\/)(bench(es|mark|marks)?|perf)\/|[._-]bench(mark)?s?\.\w+$/i;
const SAMPLE = /^((examples?|samples?|demos?)([_-].*)?|.+[_-](examples?|samples?|demos?)|docs?|documentation|docs_src|tutorials?)$/i;
const PRODUCT = /^(src|lib|app)$/;
/** Files of Python that test runners look into without being told. */
const COLLECTED = /(^|\/)(test[^/]*|[^/]*_tests?)\.py$/;

/** @returns whether a file is judged by the compiler, or measured */
export function isOtherwiseJudged(path: string): boolean {
  return isTypeTest(path) || BENCHMARK.test(path);
}

/** @returns whether a file shows how tests are written, or is read by the tests of a test framework */
export function isSample(path: string): boolean {
  const folders = path.split('/').slice(0, -1);
  const at = folders.findIndex((folder) => SAMPLE.test(folder));
  // Below the product, samples are what it deals with.
  return at >= 0 && !folders.slice(0, at).some((folder) => PRODUCT.test(folder));
}

/** @returns whether a file is run as tests only by those who name it */
export function isNotCollected(path: string): boolean {
  return path.endsWith('.py') && !COLLECTED.test(path);
}
